"""The port of the Bot API: it can be shut for a while, and is the same when it opens again."""

import asyncio
import socket
from contextlib import suppress

from aiohttp import web
from aiohttp.typedefs import Handler, Middleware

_BACKLOG = 128


class Door:
    """Listens on a loopback address. While it is shut, connections are refused.

    Nobody else can get the port meanwhile: it stays bound.
    """

    def __init__(self, host: str, port: int) -> None:
        self._address = ("127.0.0.1" if host == "localhost" else host, port)
        self._busy: set[asyncio.BaseProtocol] = set()
        self._house: web.Server | None = None
        self._listener: asyncio.Server | None = None
        self._outage: asyncio.Task[None] | None = None
        self._until = 0.0
        self._called_back = asyncio.Event()

    async def open(self, house: web.Server) -> int:
        """Listens for a server and returns the port."""
        self._house = house
        bound = _bound(self._address)
        self._address = bound.getsockname()[:2]
        await self._listen(bound)
        return self._address[1]

    def shut(self, seconds: float) -> None:
        """Listens no more for so long and hangs up; requests being worked on are answered."""
        self._until = max(self._until, _now() + seconds)
        self._called_back.clear()
        self._hang_up()
        if self._listener is not None:
            self._listener.close()
            self._listener = None
            self._outage = asyncio.create_task(self._stay_shut(_bound(self._address)))

    def reopen(self) -> None:
        """Ends an outage before its time."""
        self._until = 0.0
        self._called_back.set()

    async def wait_until_open(self) -> None:
        if self._outage is not None:
            await asyncio.shield(self._outage)

    async def close(self) -> None:
        """Listens no more."""
        if self._listener is not None:
            self._listener.close()
        if self._outage is not None:
            self._outage.cancel()
            await asyncio.wait([self._outage])

    def watch(self) -> Middleware:
        """Notes which connections are being worked on. One that only waits for updates is not."""

        @web.middleware
        async def note(request: web.Request, handler: Handler) -> web.StreamResponse:
            if request.match_info.get("method", "").lower() == "getupdates":
                return await handler(request)
            self._busy.add(request.protocol)
            try:
                return await handler(request)
            finally:
                self._busy.discard(request.protocol)

        return note

    async def _listen(self, bound: socket.socket) -> None:
        if self._house is not None:
            loop = asyncio.get_running_loop()
            self._listener = await loop.create_server(self._house, sock=bound, backlog=_BACKLOG)

    async def _stay_shut(self, bound: socket.socket) -> None:
        try:
            while (left := self._until - _now()) > 0:
                with suppress(TimeoutError):
                    await asyncio.wait_for(self._called_back.wait(), left)
            await self._listen(bound)
        finally:
            if self._listener is None:
                bound.close()
            self._outage = None

    def _hang_up(self) -> None:
        for connection in self._house.connections if self._house else []:
            if connection in self._busy:
                connection.close()
            else:
                connection.force_close()


def _bound(address: tuple[str, int]) -> socket.socket:
    bound = socket.socket(socket.AF_INET6 if ":" in address[0] else socket.AF_INET)
    # Connections from before the outage may still be there.
    bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    bound.bind(address)
    return bound


def _now() -> float:
    return asyncio.get_running_loop().time()
