"""The log: one JSON object a line on standard error, without a token and without anybody's words.

What a line may repeat is decided in bot/discretion.py, what it tells of an error in
bot/tracebacks.py. How to log is said in services/events.py.
"""

import json
import logging
import re
import sys
import threading
from datetime import UTC, datetime
from typing import TextIO

import structlog
from structlog.stdlib import ProcessorFormatter
from structlog.typing import EventDict, WrappedLogger

from bot import discretion, tracebacks
from services import events

TOKEN = re.compile(r"\d{3,}(?::|%3A)[A-Za-z0-9_-]{20,}", re.IGNORECASE)
QUIET = ("httpx", "httpcore", "apscheduler", "chromadb", "sentence_transformers", "alembic")
# What structlog itself puts beside the facts; no line has a stack without an error.
ASIDE = {"event", "exc_info", "stack_info", "positional_args", "_record", "_from_structlog"}


def set_up(level: int = logging.INFO, stream: TextIO | None = None) -> None:
    """Log to `stream`, by default standard error; libraries that log what is asked of them speak
    only when worried. Warnings of Python become lines, too."""
    events.route()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(formatter())
    logging.basicConfig(level=level, handlers=[handler], force=True)
    logging.captureWarnings(True)
    # A line that cannot be written is lost: Python's complaint would quote all that was in it.
    logging.raiseExceptions = False
    for name in QUIET:
        logging.getLogger(name).setLevel(logging.WARNING)
    logging.getLogger("telegram").setLevel(logging.INFO)  # below that it logs whole updates
    # A page with the stack for every 502; whoever made the request says what it means.
    logging.getLogger("telegram.request.BaseRequest").setLevel(logging.CRITICAL)


def hear_strays() -> None:
    """Errors that nobody can catch are lines, too, not a print of Python's with all their words.
    For a program that runs: tests have hooks of their own."""
    threading.excepthook = lambda stray: _stray("a thread was ended by an error", stray.exc_value)
    sys.unraisablehook = lambda stray: _stray("an error could not be raised", stray.exc_value)


def formatter() -> logging.Formatter:
    """Makes the line of a record, be it an event of ours or a library's message."""
    return ProcessorFormatter(
        # The message of a library and what is filled into it stay apart: it may be a text.
        use_get_message=False,
        pass_foreign_args=True,
        processors=[_line, structlog.processors.JSONRenderer(_without_tokens)],
    )


def _stray(sentence: str, error: BaseException | None) -> None:
    logging.getLogger(__name__).error(sentence, exc_info=error)


def _line(_logger: WrappedLogger, _method: str, said: EventDict) -> EventDict:
    record: logging.LogRecord = said["_record"]
    line: dict[str, object] = {
        "at": _moment(record.created),
        "level": record.levelname.lower(),
        "logger": record.name,
        "event": _event(record, said),
    }
    facts = {key: discretion.fact(said[key]) for key in said if key not in ASIDE | line.keys()}
    error = _error(said.get("exc_info"))
    return line | facts | ({"exception": tracebacks.told(error)} if error else {})


def _event(record: logging.LogRecord, said: EventDict) -> str:
    if said["_from_structlog"]:
        event = said["event"]
        return event if isinstance(event, str) else discretion.kind(event)
    return discretion.message(record, said["positional_args"])


def _moment(seconds: float) -> str:
    moment = datetime.fromtimestamp(seconds, UTC)
    return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _error(given: object) -> BaseException | None:
    """The error in what logging takes as `exc_info`: True, an error, or what sys.exc_info gives."""
    if given is True:
        return sys.exc_info()[1]
    if isinstance(given, tuple):
        given = given[1]
    return given if isinstance(given, BaseException) else None


def _without_tokens(line: dict[str, object], **_given: object) -> str:
    return TOKEN.sub("<token>", json.dumps(line, default=discretion.kind))
