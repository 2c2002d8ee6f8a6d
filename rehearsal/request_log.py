"""The log of the bot's requests: as the server keeps it, and as the client reads it."""

from dataclasses import dataclass

from rehearsal.shapes import JsonObject, as_integer, as_number, as_object, as_text


@dataclass(frozen=True, slots=True)
class RequestRecord:
    """A request that the bot made and what became of it, written at that moment.

    ``parameters`` are as they came (strings from a form; a file is ``{"@file": name, ...}``);
    ``at`` is the Unix time in seconds at which it came; ``error_code`` and ``description`` say
    why it was refused. ``fault`` is the kind that it met, and ``ok`` says whether it was carried
    out all the same: what was lost afterwards was, what hung was not. ``early`` is how many
    seconds of a wait were left that the bot had been told.
    """

    method: str
    parameters: JsonObject
    at: float
    error_code: int | None
    description: str
    message_id: int | None
    fault: str | None = None
    ok: bool = True
    early: float = 0.0

    @property
    def delivered(self) -> bool:
        """Whether a message came of it, though the bot may never have heard so."""
        return self.ok and self.message_id is not None

    def api_form(self) -> JsonObject:
        return {
            "method": self.method,
            "parameters": self.parameters,
            "at": self.at,
            "ok": self.ok,
            "error_code": self.error_code,
            "description": self.description,
            "message_id": self.message_id,
            "fault": self.fault,
            "early": self.early,
        }


@dataclass(frozen=True, slots=True)
class Request(RequestRecord):
    """A record as the client reads it; ``position`` is its place in the log."""

    position: int = 0


def read_request(form: JsonObject) -> Request:
    """Reads a request of the control interface."""
    return Request(
        position=as_integer(form["position"]),
        method=as_text(form["method"]),
        parameters=as_object(form["parameters"]),
        at=as_number(form["at"]),
        ok=form["ok"] is True,
        error_code=as_integer(form["error_code"]) or None,
        description=as_text(form["description"]),
        message_id=as_integer(form["message_id"]) or None,
        fault=as_text(form["fault"]) or None,
        early=as_number(form["early"]),
    )
