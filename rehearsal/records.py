"""The records of the control interface: chat events, the bot's requests, its updates."""

from aiohttp import web

from rehearsal.errors import ControlError
from rehearsal.shapes import JsonObject, as_integer, as_list
from rehearsal.world import World

_LONGEST_WAIT = 120.0


async def events(world: World, request: web.Request, _: JsonObject) -> JsonObject:
    """Events after position ``after``; query: chat_id, kind (repeatable), from_bot, timeout."""
    query = request.query
    kinds, chat_id = set(query.getall("kind", [])), query.get("chat_id")
    found = await world.events.wait_after(
        _query_number(request, "after"),
        lambda event: (
            (not kinds or event.kind in kinds)
            and (chat_id is None or str(event.chat_id) == chat_id)
            and (event.from_bot or "from_bot" not in query)
        ),
        seconds(query.get("timeout", 0)),
    )
    listed = [
        {"position": position, "chat_id": event.chat_id, "kind": event.kind}
        | {"from_bot": event.from_bot, "message_id": event.message_id}
        | event.details
        for position, event in found
    ]
    return {"events": listed, "last": len(world.events)}


async def requests(world: World, request: web.Request, _: JsonObject) -> JsonObject:
    """The request log after position ``after``; query: method, timeout."""
    method = request.query.get("method", "").lower()
    found = await world.requests.wait_after(
        _query_number(request, "after"),
        lambda record: not method or record.method.lower() == method,
        seconds(request.query.get("timeout", 0)),
    )
    listed = [{"position": position} | record.api_form() for position, record in found]
    return {"requests": listed, "last": len(world.requests)}


async def updates(world: World, _: web.Request, __: JsonObject) -> JsonObject:
    """How many updates wait, how often the bot asked, which it was given."""
    queue = world.updates
    given = sorted(queue.given)
    return {
        "pending": queue.pending,
        "polls": queue.polls,
        "polling": queue.polling,
        "given": given,
    }


async def repeat(world: World, _: web.Request, body: JsonObject) -> JsonObject:
    """Gives updates once more although they were confirmed; all when none are named."""
    named = [as_integer(number) for number in as_list(body.get("update_ids"))]
    return {"repeated": world.updates.repeat(named or sorted(world.updates.given))}


def _query_number(request: web.Request, name: str) -> int:
    try:
        return int(request.query.get(name, "0"))
    except ValueError:
        raise ControlError(f"{name} must be a number.") from None


def seconds(value: object) -> float:
    """How long a request wants to wait, at most two minutes."""
    try:
        return min(float(str(value)), _LONGEST_WAIT) if value is not None else 0.0
    except ValueError:
        raise ControlError("A number was expected.") from None
