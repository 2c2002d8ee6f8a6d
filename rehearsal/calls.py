"""One request of the bot: carried out or refused, and written to the log at that moment."""

from dataclasses import dataclass, field

from aiohttp import web

from rehearsal.errors import LOGGED_OUT, NO_SUCH_METHOD, ApiError
from rehearsal.fault_kinds import Fault
from rehearsal.methods import METHODS
from rehearsal.parameters import Parameters
from rehearsal.request_log import RequestRecord
from rehearsal.shapes import JsonObject, as_integer, as_list, as_object
from rehearsal.world import World

NO_ANSWER = "No answer"


@dataclass(slots=True)
class Call:
    """A request that has come; ``fault`` is what it meets."""

    world: World
    method: str
    parameters: Parameters = field(default_factory=lambda: Parameters({}, {}))
    fault: Fault | None = None
    at: float = field(init=False)
    early: float = field(init=False)

    def __post_init__(self) -> None:
        self.at, self.early = self.world.clock(), self.world.faults.early(self.method)

    async def carry_out(self) -> web.Response:
        """Answers ``{"ok": true, "result": ...}``, or Telegram's refusal."""
        try:
            result = await self._result()
        except ApiError as error:
            return self.refuse(error)
        self._record(None, "", _message_id(result), ok=True)
        return web.json_response({"ok": True, "result": result})

    def refuse(self, error: ApiError) -> web.Response:
        """Does nothing, and answers why."""
        self._record(error.code, error.description, None, ok=False)
        return refusal(error)

    def ignore(self, code: int | None = None, description: str = NO_ANSWER) -> None:
        """Does nothing; the answer, if there is one, is not the Bot API's."""
        self._record(code, description, None, ok=False)

    async def _result(self) -> object:
        method = METHODS.get(self.method.lower())
        if method is None:
            raise NO_SUCH_METHOD
        if self.world.logged_out:
            raise LOGGED_OUT
        return await method(self.world, self.parameters)

    def _record(
        self, code: int | None, description: str, message_id: int | None, *, ok: bool
    ) -> None:
        kind = self.fault.kind.value if self.fault else None
        values = self.parameters.record()
        outcome = code, description, message_id, kind, ok, self.early
        self.world.requests.append(RequestRecord(self.method, values, self.at, *outcome))


def refusal(error: ApiError) -> web.Response:
    """An error as the Bot API answers it."""
    body: JsonObject = {
        "ok": False,
        "error_code": error.code,
        "description": error.description,
    }
    if error.retry_after is not None:
        body["parameters"] = {"retry_after": error.retry_after}
    return web.json_response(body, status=error.code)


def _message_id(result: object) -> int | None:
    first = next(iter(as_list(result)), result)
    return as_integer(as_object(first).get("message_id")) or None
