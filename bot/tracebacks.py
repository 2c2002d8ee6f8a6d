"""An error as the log tells it: its kind and its stack; its words only where they are nobody's.

An error's message is often the very value that was wrong: `KeyError` holds the key, `ValueError`
of int() the text, a pydantic error its input, PostgreSQL's the row that stands in the way, and
telegram.error.InvalidToken a token that may be mistyped enough to be taken for none. So words
are left out, unless the kind of error is listed here; kind, place and source line are enough to
find what went wrong. A kind is listed by its exact name: a subclass may say more. Local variables
are never shown, nor notes that were added to an error.
"""

import traceback
from collections.abc import Iterator
from textwrap import indent

# Sentences of our own for whoever runs the bot; of Telegram, the network and SQLite such as hold
# neither text nor values.
SPEAKING = {
    "builtins.ImportError",
    "builtins.ModuleNotFoundError",
    "httpx.ConnectError",
    "services.errors.ConfigError",
    "sqlite3.DatabaseError",
    "sqlite3.IntegrityError",
    "sqlite3.OperationalError",
    "store.errors.StoreOutOfDate",
    "store.errors.StoreTooNew",
    "store.errors.StoreUnusable",
    "telegram.error.ChatMigrated",
    "telegram.error.Conflict",
    "telegram.error.Forbidden",
    "telegram.error.RetryAfter",
    "telegram.error.TimedOut",
}
# "Can't parse entities: unsupported start tag "x"": what follows a colon may quote the message.
SPEAKING_AT_FIRST = "telegram.error.BadRequest"
MOST_FRAMES = 40  # the innermost ones of each error
MOST_ERRORS = 10  # of one chain


def told(error: BaseException) -> str:
    """The error with what led to it, the first one first, as lines of text."""
    return "\n".join(_told(each) for each in reversed(list(_chain(error))))


def _chain(error: BaseException) -> Iterator[BaseException]:
    seen: set[int] = set()
    step: BaseException | None = error
    while step is not None and id(step) not in seen and len(seen) < MOST_ERRORS:
        yield step
        seen.add(id(step))
        step = step.__cause__ or (None if step.__suppress_context__ else step.__context__)


def _told(error: BaseException) -> str:
    frames = traceback.format_tb(error.__traceback__, -MOST_FRAMES)
    lines = ["".join(frames) + _head(error)]
    if isinstance(error, BaseExceptionGroup):
        lines += [indent(told(each), "  | ") for each in error.exceptions[:MOST_ERRORS]]
    return "\n".join(lines)


def _head(error: BaseException) -> str:
    kind = f"{type(error).__module__}.{type(error).__qualname__}"
    words = _words(error, kind)
    name = kind.removeprefix("builtins.")
    return f"{name}: {words}" if words else name


def _words(error: BaseException, kind: str) -> str:
    if kind in SPEAKING:
        return str(error)
    if kind == SPEAKING_AT_FIRST:
        return str(error).partition(":")[0].partition('"')[0].strip()
    if isinstance(error, OSError):  # what the system says, without the name of the file
        return error.strerror or ""
    return ""
