"""The server: the Bot API and its control interface on loopback, as a context manager."""

import asyncio
import ipaddress
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from aiohttp import web

from rehearsal import api, control
from rehearsal.door import Door
from rehearsal.errors import ControlError
from rehearsal.world import World

# Above the 50 MB that a bot may upload, with room for the form around it and for base64.
_LARGEST_BODY = 96 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Addresses:
    """Where a running server is, and the token that it takes."""

    base_url: str
    base_file_url: str
    control_url: str
    token: str

    @classmethod
    def at(cls, host: str, port: int, control_port: int, token: str) -> "Addresses":
        machine = f"http://[{host}]" if ":" in host else f"http://{host}"
        root = f"{machine}:{port}"
        return cls(f"{root}/bot", f"{root}/file/bot", f"{machine}:{control_port}/control", token)

    def as_json(self) -> str:
        return json.dumps(
            {
                "base_url": self.base_url,
                "base_file_url": self.base_file_url,
                "control_url": self.control_url,
                "token": self.token,
            }
        )


@asynccontextmanager
async def running(world: World, host: str = "127.0.0.1", port: int = 0) -> AsyncIterator[Addresses]:
    """Serves a world while the block runs. Raises ControlError for an address beyond loopback."""
    require_loopback(host)
    # Each has a port of its own, so that the people can go on while the bot finds a shut one.
    bot_door, control_door = Door(host, port), Door(host, 0)
    async with (
        _served(world, api.routes(), bot_door) as bot_port,
        _served(world, control.routes(), control_door) as control_port,
    ):
        world.faults.door = bot_door
        try:
            yield Addresses.at(host, bot_port, control_port, world.token)
        finally:
            world.faults.door = None


async def serve(host: str, port: int, token: str | None, ready_file: Path | None) -> None:
    """Serves until cancelled; prints one JSON line with the addresses when ready."""
    async with running(World(token), host, port) as addresses:
        print(addresses.as_json(), flush=True)
        if ready_file is not None:
            await asyncio.to_thread(ready_file.write_text, addresses.as_json() + "\n")
        await asyncio.Event().wait()


def require_loopback(host: str) -> None:
    """A Bot API without locks is for this machine alone."""
    try:
        is_loopback = host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        is_loopback = False
    if not is_loopback:
        raise ControlError(f"{host} is not a loopback address; the rehearsal serves only those.")


@asynccontextmanager
async def _served(world: World, routes: list[web.RouteDef], door: Door) -> AsyncIterator[int]:
    app = web.Application(client_max_size=_LARGEST_BODY, middlewares=[door.watch()])
    app[api.WORLD] = world
    app.add_routes(routes)
    # A poll whose client has gone must not take the updates with it.
    runner = web.AppRunner(app, access_log=None, handler_cancellation=True, shutdown_timeout=1.0)
    await runner.setup()
    try:
        yield await door.open(cast("web.Server", runner.server))  # there since setup
    finally:
        await door.close()
        await runner.cleanup()
