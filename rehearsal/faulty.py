"""What a request gets that meets a fault: late answers, other people's answers, or none."""

import asyncio
import socket
import struct
from collections.abc import Awaitable, Callable

from aiohttp import web

from rehearsal.calls import Call
from rehearsal.fault_kinds import Fault, Kind

_GATEWAY_PAGE = (
    "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n"
    "<body>\r\n<center><h1>502 Bad Gateway</h1></center>\r\n</body>\r\n</html>\r\n"
)
# Closing sends what is left, unless the socket is told not to linger: then it says "reset".
_NO_LINGER = struct.pack("ii", 1, 0)


async def answer(call: Call, fault: Fault, request: web.Request) -> web.Response:
    """The answer under a fault; an empty one, sent to nobody, where the connection is closed."""
    call.fault = fault
    if fault.refusal is not None:
        return call.refuse(fault.refusal)
    return await _WAYS[fault.kind](call, fault.seconds, request)


async def _bad_gateway(call: Call, _: float, __: web.Request) -> web.Response:
    call.ignore(502, "Bad Gateway")
    return web.Response(status=502, text=_GATEWAY_PAGE, content_type="text/html")


async def _hang(call: Call, seconds: float, request: web.Request) -> web.Response:
    call.ignore()
    await asyncio.sleep(seconds)
    return _hung_up(request)


async def _hang_after(call: Call, seconds: float, request: web.Request) -> web.Response:
    await call.carry_out()
    await asyncio.sleep(seconds)
    return _hung_up(request)


async def _lost(call: Call, _: float, request: web.Request) -> web.Response:
    await call.carry_out()
    return _hung_up(request)


async def _reset(call: Call, _: float, request: web.Request) -> web.Response:
    call.ignore()
    if request.transport is not None:
        connection = request.transport.get_extra_info("socket")
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _NO_LINGER)
    return _hung_up(request)


async def _slow(call: Call, seconds: float, _: web.Request) -> web.Response:
    # Carried out first: a bot that gives up, or dies, before the answer has sent all the same.
    response = await call.carry_out()
    await asyncio.sleep(seconds)
    return response


async def _refused(call: Call, seconds: float, _: web.Request) -> web.Response:
    call.world.faults.shut(seconds)
    return await call.carry_out()


def _hung_up(request: web.Request) -> web.Response:
    if request.transport is not None:
        request.transport.abort()
    return web.Response()


_WAYS: dict[Kind, Callable[[Call, float, web.Request], Awaitable[web.Response]]] = {
    Kind.BAD_GATEWAY: _bad_gateway,
    Kind.HANG: _hang,
    Kind.HANG_AFTER: _hang_after,
    Kind.LOST: _lost,
    Kind.RESET: _reset,
    Kind.SLOW: _slow,
    Kind.REFUSED: _refused,
}
