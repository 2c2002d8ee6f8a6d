"""What the log may repeat: our own sentences and plain facts; of a library what is surely its own.

A question can turn up in any message of a library: python-telegram-bot logs a reply of the server
that it cannot read, asyncio the arguments of a callback that failed. So a library's message is
kept, but what is filled into it only where it is a number or a moment; and a message that comes
ready-made is kept only from libraries whose calls were read. The others are known by their place.
"""

import logging
import math
import re
from collections.abc import Iterable, Mapping
from datetime import date, time, timedelta
from enum import Enum

ROOMS = ("bot", "services", "store", "knowledge", "meeting")
# These speak of jobs and migrations, never of people.
FRANK = (*ROOMS, "apscheduler", "alembic")
# Every message is a constant in its source (22.8), but what is filled in can be a whole update.
FIXED = ("telegram",)
# After these words asyncio shows the task or the callback, with what was given to it.
OF_ASYNCIO = re.compile(
    "(Task|Future) exception was never retrieved|Task was destroyed but it is pending!"
    "|Exception in callback"
)
WARNING = re.compile(r"(.+:\d+: \w+): ")  # the place and the kind, then words
WORD = re.compile(r"[\w.:/+-]{1,80}", re.ASCII)  # no space and no @: no sentence, no e-mail


def message(record: logging.LogRecord, filled_in: object) -> str:
    """The message of a record of the standard library's logging, as far as it may be repeated.

    `filled_in`: the arguments of the logging call, apart from the record.
    """
    if _is_of(record, FRANK):
        return _filled(str(record.msg), filled_in)
    if record.name == "py.warnings":
        return _warning(str(record.msg))
    if filled_in:
        return _filled(str(record.msg), _harmless(filled_in))
    if _is_of(record, FIXED) and isinstance(record.msg, str):
        return record.msg
    known = OF_ASYNCIO.match(str(record.msg)) if record.name == "asyncio" else None
    return known[0] if known else f"<message of {record.module}:{record.lineno}>"


def fact(value: object) -> object:
    """A value as a line may hold it: numbers, moments, single words, and collections of them;
    a time span in seconds. In place of anything else, its kind."""
    if isinstance(value, Enum):
        return fact(value.value)
    if isinstance(value, str):
        return value if WORD.fullmatch(value) else kind(value)
    if isinstance(value, float):
        return value if math.isfinite(value) else str(value)
    if value is None or isinstance(value, int):
        return value
    if isinstance(value, timedelta):
        return value.total_seconds()
    if isinstance(value, date | time):
        return value.isoformat()
    return _collection(value)


def kind(value: object) -> str:
    """What stands in place of a value that may be somebody's words."""
    return f"<{type(value).__name__}>"


def _collection(value: object) -> object:
    if isinstance(value, Mapping):
        return {str(fact(key)): fact(each) for key, each in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [fact(each) for each in value]
    return kind(value)


def _is_of(record: logging.LogRecord, libraries: Iterable[str]) -> bool:
    return record.name.partition(".")[0] in libraries


def _filled(template: str, filled_in: object) -> str:
    try:
        return template % filled_in if filled_in else template
    except (TypeError, ValueError, KeyError):  # such as the kind of a value where a number goes
        return template


def _harmless(filled_in: object) -> object:
    if isinstance(filled_in, Mapping):
        return {key: _number_or_kind(each) for key, each in filled_in.items()}
    if isinstance(filled_in, tuple):
        return tuple(_number_or_kind(each) for each in filled_in)
    return ()


def _number_or_kind(value: object) -> object:
    return value if isinstance(value, int | float | date | time | timedelta) else _Kind(value)


class _Kind:
    """The kind of a value, without quotation marks even where the message wants a repr."""

    def __init__(self, value: object) -> None:
        self._kind = kind(value)

    def __repr__(self) -> str:
        return self._kind


def _warning(text: str) -> str:
    found = WARNING.match(text)
    return found[1] if found else "<warning>"
