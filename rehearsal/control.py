"""The control interface: tests and the terminal chat act as people through it, in JSON."""

import asyncio
import json
from collections.abc import Awaitable, Callable

from aiohttp import web

from rehearsal import fault_control, people, records
from rehearsal.api import WORLD
from rehearsal.errors import ControlError
from rehearsal.incoming import content_of
from rehearsal.messages import Person
from rehearsal.methods.commands import menu
from rehearsal.shapes import JsonObject, as_integer, as_text
from rehearsal.world import World

Handler = Callable[[World, web.Request, JsonObject], Awaitable[object]]


def routes() -> list[web.RouteDef]:
    """Every route answers JSON; a refusal is ``{"error": sentence}``."""
    person, chat = "/control/people/{person}", "/control/chats/{chat}"
    return [
        web.post("/control/people", _json(_register)),
        web.get("/control/people", _json(_people)),
        web.post(f"{person}/messages", _json(_say)),
        web.post(f"{person}/edits", _json(_edit)),
        web.post(f"{person}/presses", _json(_press)),
        web.post(f"{person}/block", _json(_block)),
        web.post(f"{person}/unblock", _json(_unblock)),
        web.get(f"{person}/menu", _json(_menu)),
        web.post("/control/chats", _json(_found_chat)),
        web.post(f"{chat}/removal", _json(_remove_bot)),
        web.get(chat, _json(_chat)),
        web.get(f"{chat}/messages", _json(_messages)),
        web.get("/control/events", _json(records.events)),
        web.get("/control/requests", _json(records.requests)),
        web.get("/control/updates", _json(records.updates)),
        web.post("/control/updates/repeat", _json(records.repeat)),
        web.post("/control/faults", _json(fault_control.order)),
        web.get("/control/faults", _json(fault_control.state)),
        web.post("/control/faults/plan", _json(fault_control.plan)),
        web.post("/control/faults/end", _json(fault_control.end)),
        web.get("/control/files/{file_id}", _file),
    ]


def _json(handler: Handler) -> Callable[[web.Request], Awaitable[web.Response]]:
    async def handle(request: web.Request) -> web.Response:
        try:
            body = await _body(request)
            return web.json_response(await handler(request.app[WORLD], request, body))
        except ControlError as error:
            return web.json_response({"error": error.sentence}, status=error.status)

    return handle


async def _body(request: web.Request) -> JsonObject:
    raw = await request.read()
    try:
        body = json.loads(raw) if raw else {}
    except ValueError:
        raise ControlError("The request body is not JSON.") from None
    if not isinstance(body, dict):
        raise ControlError("The request body must be a JSON object.")
    return body


async def _register(world: World, _: web.Request, body: JsonObject) -> JsonObject:
    if not as_text(body.get("first_name")):
        raise ControlError("A person needs a first_name.")
    user_id = as_integer(body.get("id")) or people.free_user_id(world)
    names = {name: as_text(body.get(name)) or None for name in ("last_name", "username")}
    language = as_text(body.get("language_code")) or None
    person = Person(user_id, as_text(body["first_name"]), language_code=language, **names)
    return people.register(world, person).api_form()


async def _people(world: World, _: web.Request, __: JsonObject) -> list[JsonObject]:
    return [person.api_form() for person in world.people.values()]


async def _say(world: World, request: web.Request, body: JsonObject) -> JsonObject:
    person = _person(world, request)
    chat = world.chat(as_integer(body["chat_id"])) if "chat_id" in body else None
    content, extra = content_of(world, body)
    reply_to = as_integer(body.get("reply_to")) or None
    return people.say(world, person, content, chat, reply_to, extra).screen_form()


async def _edit(world: World, request: web.Request, body: JsonObject) -> JsonObject:
    number, text = as_integer(body.get("message_id")), as_text(body.get("text"))
    return people.edit(world, _person(world, request), number, text).screen_form()


async def _press(world: World, request: web.Request, body: JsonObject) -> JsonObject:
    """Presses the button with ``callback_data`` or ``label`` and waits for the bot's answer.

    ``answer`` is null when none came within ``timeout`` seconds.
    """
    data, label = body.get("callback_data"), body.get("label")

    def wanted(button: JsonObject) -> bool:
        return button.get("callback_data") == data if data else button.get("text") == label

    tap = people.press(world, _person(world, request), as_integer(body.get("message_id")), wanted)
    await asyncio.wait([tap.answer], timeout=records.seconds(body.get("timeout", 10)))
    answer = tap.answer.result() if tap.answer.done() else None
    return {"query_id": tap.query_id, "answer": answer}


async def _block(world: World, request: web.Request, _: JsonObject) -> JsonObject:
    people.block(world, _person(world, request))
    return {}


async def _unblock(world: World, request: web.Request, _: JsonObject) -> JsonObject:
    people.unblock(world, _person(world, request))
    return {}


async def _menu(world: World, request: web.Request, _: JsonObject) -> list[JsonObject]:
    person = _person(world, request)
    return menu(world, person.user_id, (person.language_code or "")[:2])


async def _found_chat(world: World, _: web.Request, body: JsonObject) -> JsonObject:
    person = world.person(as_integer(body.get("person")))
    kind, title = as_text(body.get("kind")) or "group", as_text(body.get("title")) or "A group"
    return people.found_chat(world, person, kind, title).api_form()


async def _remove_bot(world: World, request: web.Request, body: JsonObject) -> JsonObject:
    person = world.person(as_integer(body.get("person")))
    people.remove_bot(world, person, world.chat(_number(request, "chat")))
    return {}


async def _chat(world: World, request: web.Request, _: JsonObject) -> JsonObject:
    chat = world.chat(_number(request, "chat"))
    return chat.api_form() | {"standing": chat.standing}


async def _messages(world: World, request: web.Request, _: JsonObject) -> list[JsonObject]:
    chat = world.chat(_number(request, "chat"))
    return [message.screen_form() for message in chat.messages.values()]


async def _file(request: web.Request) -> web.Response:
    stored = request.app[WORLD].files.find(request.match_info["file_id"])
    if stored is None:
        return web.json_response({"error": "There is no such file."}, status=404)
    return web.Response(body=stored.content, content_type="application/octet-stream")


def _person(world: World, request: web.Request) -> Person:
    return world.person(_number(request, "person"))


def _number(request: web.Request, name: str) -> int:
    try:
        return int(request.match_info[name])
    except ValueError:
        raise ControlError(f"{name} must be a number.") from None
