"""Faults through the control interface: ordered, planned by seed, ended."""

from aiohttp import web

from rehearsal.errors import ControlError
from rehearsal.fault_kinds import EVERY, SENDING
from rehearsal.methods import METHODS
from rehearsal.shapes import JsonObject, as_integer, as_list, as_object, as_text
from rehearsal.world import World


async def order(world: World, _: web.Request, body: JsonObject) -> JsonObject:
    """The next requests meet a fault; ``times`` null means all of them."""
    times, seconds, chat_id = (body.get(name) for name in ("times", "seconds", "chat_id"))
    world.faults.fault(
        as_text(body.get("kind")),
        _method(body),
        None if chat_id is None else as_integer(chat_id),
        None if times is None else as_integer(times),
        None if seconds is None else _number(seconds),
        as_integer(body.get("after")),
    )
    return {}


async def plan(world: World, _: web.Request, body: JsonObject) -> JsonObject:
    """Each request draws its fault from a seed."""
    shares = {name: _number(share) for name, share in as_object(body.get("shares")).items()}
    seconds = {name: _number(value) for name, value in as_object(body.get("seconds")).items()}
    least, most = (as_integer(number) for number in as_list(body.get("retry_after")) or (1, 30))
    seed = as_integer(body.get("seed"))
    world.faults.fault_plan(seed, shares, _method(body), (least, most), seconds)
    return {}


async def end(world: World, _: web.Request, __: JsonObject) -> JsonObject:
    """Nothing goes wrong any more; answers once the port is open."""
    world.faults.clear_faults()
    if world.faults.door is not None:
        await world.faults.door.wait_until_open()
    return {}


async def state(world: World, _: web.Request, __: JsonObject) -> JsonObject:
    """Until when the bot was told to wait, in Unix time."""
    return {"wait_until": world.faults.wait_until}


def _method(body: JsonObject) -> str:
    name = as_text(body.get("method")) or "sendMessage"
    if name.lower() not in {*METHODS, SENDING, EVERY}:
        raise ControlError(f"There is no method {name}.")
    return name


def _number(value: object) -> float:
    if isinstance(value, int | float) and not isinstance(value, bool):
        return float(value)
    raise ControlError("A number was expected.")
