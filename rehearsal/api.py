"""The HTTP side of the Bot API: one route for methods, one for files."""

import hmac

from aiohttp import web

from rehearsal.errors import LOGGED_OUT, NO_SUCH_METHOD, TOO_LARGE, UNAUTHORIZED, ApiError
from rehearsal.methods import METHODS
from rehearsal.parameters import Parameters, read_parameters
from rehearsal.shapes import JsonObject, as_integer, as_list, as_object
from rehearsal.world import RequestRecord, World

WORLD = web.AppKey("world", World)


def routes() -> list[web.RouteDef]:
    return [
        web.route("*", "/bot{token}/{method}", handle_method),
        web.get("/file/bot{token}/{path:.+}", handle_file),
    ]


async def handle_method(request: web.Request) -> web.Response:
    """Answers ``{"ok": true, "result": ...}`` or Telegram's error, and writes the request log."""
    world = request.app[WORLD]
    if not _token_is_right(request):
        return _refusal(UNAUTHORIZED)
    name = request.match_info["method"]
    parameters, started = Parameters({}, {}), world.clock()
    try:
        parameters = await _read(request)
        result = await _call(world, name, parameters)
    except ApiError as error:
        _record(world, name, parameters, started, error, None)
        return _refusal(error)
    _record(world, name, parameters, started, None, result)
    return web.json_response({"ok": True, "result": result})


async def handle_file(request: web.Request) -> web.Response:
    """The bytes of a file at its file_path."""
    try:
        if not _token_is_right(request):
            raise UNAUTHORIZED
        stored = request.app[WORLD].files.at(request.match_info["path"])
    except ApiError as error:
        return _refusal(error)
    return web.Response(body=stored.content, content_type="application/octet-stream")


def _token_is_right(request: web.Request) -> bool:
    given, right = request.match_info["token"], request.app[WORLD].token
    return hmac.compare_digest(given.encode(), right.encode())


async def _read(request: web.Request) -> Parameters:
    try:
        return await read_parameters(request)
    except web.HTTPRequestEntityTooLarge:
        raise TOO_LARGE from None


async def _call(world: World, name: str, parameters: Parameters) -> object:
    # The one place through which every request goes: a fault would be put in here.
    method = METHODS.get(name.lower())
    if method is None:
        raise NO_SUCH_METHOD
    if world.logged_out:
        raise LOGGED_OUT
    return await method(world, parameters)


def _record(
    world: World,
    name: str,
    parameters: Parameters,
    started: float,
    error: ApiError | None,
    result: object,
) -> None:
    code, description = (error.code, error.description) if error else (None, None)
    number = _message_id(result)
    values = parameters.record()
    world.requests.append(RequestRecord(name, values, started, code, description, number))


def _message_id(result: object) -> int | None:
    first = next(iter(as_list(result)), result)
    return as_integer(as_object(first).get("message_id")) or None


def _refusal(error: ApiError) -> web.Response:
    body: JsonObject = {
        "ok": False,
        "error_code": error.code,
        "description": error.description,
    }
    return web.json_response(body, status=error.code)
