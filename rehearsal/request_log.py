"""The log of the bot's requests: as the server keeps it, and as the client reads it."""

from dataclasses import dataclass

from rehearsal.shapes import JsonObject, as_integer, as_object, as_text


@dataclass(frozen=True, slots=True)
class RequestRecord:
    """A request that the bot made and what became of it, written at that moment.

    ``at`` is the Unix time in seconds at which it came; ``error_code`` is None when it was not
    refused. ``fault`` is the kind that it met, and ``is_done`` says whether it was carried out
    all the same: what was lost afterwards was, what hung was not. ``early`` is how many seconds
    of a wait were left that the bot had been told.
    """

    method: str
    parameters: JsonObject
    at: float
    error_code: int | None
    description: str | None
    message_id: int | None
    fault: str | None = None
    is_done: bool = True
    early: float = 0.0

    @property
    def delivered(self) -> bool:
        """Whether a message came of it, though the bot may never have heard so."""
        return self.is_done and self.message_id is not None

    def api_form(self) -> JsonObject:
        return {
            "method": self.method,
            "parameters": self.parameters,
            "at": self.at,
            "ok": self.is_done,
            "error_code": self.error_code,
            "description": self.description,
            "message_id": self.message_id,
            "fault": self.fault,
            "early": self.early,
        }


@dataclass(frozen=True, slots=True)
class Request:
    """A request that the bot made, as the server recorded it.

    ``parameters`` are as they came (strings from a form; a file is ``{"@file": name, ...}``);
    ``at`` is Unix time in seconds; ``error_code`` and ``description`` say why it was refused.
    ``ok`` says that it was carried out, ``fault`` what it met, ``early`` how many seconds too
    early it came after the bot had been told to wait.
    """

    position: int
    method: str
    parameters: JsonObject
    at: float
    ok: bool
    error_code: int | None
    description: str
    message_id: int | None
    fault: str | None = None
    early: float = 0.0

    @property
    def delivered(self) -> bool:
        """Whether a message came of it, though the bot may never have heard so."""
        return self.ok and self.message_id is not None


def read_request(form: JsonObject) -> Request:
    """Reads a request of the control interface."""
    return Request(
        position=as_integer(form["position"]),
        method=as_text(form["method"]),
        parameters=as_object(form["parameters"]),
        at=_number(form["at"]),
        ok=form["ok"] is True,
        error_code=as_integer(form["error_code"]) or None,
        description=as_text(form["description"]),
        message_id=as_integer(form["message_id"]) or None,
        fault=as_text(form["fault"]) or None,
        early=_number(form["early"]),
    )


def _number(value: object) -> float:
    return value if isinstance(value, float) else float(as_integer(value))
