"""The server: an aiohttp application on a loopback address, as a context manager."""

import asyncio
import ipaddress
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from aiohttp import web

from rehearsal import api, control
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
    def at(cls, host: str, port: int, token: str) -> "Addresses":
        root = f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"
        return cls(f"{root}/bot", f"{root}/file/bot", f"{root}/control", token)

    def as_json(self) -> str:
        return json.dumps(
            {
                "base_url": self.base_url,
                "base_file_url": self.base_file_url,
                "control_url": self.control_url,
                "token": self.token,
            }
        )


def create_app(world: World) -> web.Application:
    """The Bot API and its control interface over one world."""
    app = web.Application(client_max_size=_LARGEST_BODY)
    app[api.WORLD] = world
    app.add_routes([*api.routes(), *control.routes()])
    return app


@asynccontextmanager
async def running(world: World, host: str = "127.0.0.1", port: int = 0) -> AsyncIterator[Addresses]:
    """Serves a world while the block runs. Raises ControlError for an address beyond loopback."""
    require_loopback(host)
    # A poll whose client has gone must not take the updates with it.
    runner = web.AppRunner(
        create_app(world), access_log=None, handler_cancellation=True, shutdown_timeout=1.0
    )
    await runner.setup()
    try:
        site = web.TCPSite(runner, host, port)
        await site.start()
        yield Addresses.at(host, int(runner.addresses[0][1]), world.token)
    finally:
        await runner.cleanup()


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
