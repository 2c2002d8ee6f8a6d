"""The HTTP side of the Bot API: one route for methods, one for files."""

import hmac

from aiohttp import web

from rehearsal import faulty
from rehearsal.calls import Call, refusal
from rehearsal.errors import TOO_LARGE, UNAUTHORIZED, ApiError
from rehearsal.parameters import Parameters, read_parameters
from rehearsal.world import World

WORLD = web.AppKey("world", World)


def routes() -> list[web.RouteDef]:
    return [
        web.route("*", "/bot{token}/{method}", handle_method),
        web.get("/file/bot{token}/{path:.+}", handle_file),
    ]


async def handle_method(request: web.Request) -> web.Response:
    """Answers as Telegram does, unless the request meets a fault, and writes the request log."""
    if not _token_is_right(request):
        return refusal(UNAUTHORIZED)
    call = Call(request.app[WORLD], request.match_info["method"])
    try:
        call.parameters = await _read(request)
    except ApiError as error:
        return call.refuse(error)
    fault = call.world.faults.meet(call.method, call.parameters.values)
    return await (faulty.answer(call, fault, request) if fault else call.carry_out())


async def handle_file(request: web.Request) -> web.Response:
    """The bytes of a file at its file_path."""
    try:
        if not _token_is_right(request):
            raise UNAUTHORIZED
        stored = request.app[WORLD].files.at(request.match_info["path"])
    except ApiError as error:
        return refusal(error)
    return web.Response(body=stored.content, content_type="application/octet-stream")


def _token_is_right(request: web.Request) -> bool:
    given, right = request.match_info["token"], request.app[WORLD].token
    return hmac.compare_digest(given.encode(), right.encode())


async def _read(request: web.Request) -> Parameters:
    try:
        return await read_parameters(request)
    except web.HTTPRequestEntityTooLarge:
        raise TOO_LARGE from None
