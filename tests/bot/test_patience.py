"""Replies are tried again only when they certainly did not arrive."""

from datetime import timedelta

import httpx
import pytest
from telegram.error import BadRequest, Forbidden, NetworkError, RetryAfter, TelegramError, TimedOut

from bot.patience import patiently


class Call:
    """Fails with the given errors, one a call, then succeeds; remembers the waits."""

    def __init__(self, *errors: TelegramError) -> None:
        self.errors = list(errors)
        self.waits: list[float] = []
        self.calls = 0

    async def __call__(self) -> str:
        self.calls += 1
        if self.errors:
            raise self.errors.pop(0)
        return "sent"

    async def sleep(self, seconds: float) -> None:
        self.waits.append(seconds)


def caused_by(error: TelegramError, cause: Exception) -> TelegramError:
    error.__cause__ = cause
    return error


async def test_slow_down_is_obeyed_to_the_second() -> None:
    call = Call(RetryAfter(timedelta(seconds=7)))
    assert (await patiently(call, call.sleep), call.waits) == ("sent", [7.0])


@pytest.mark.parametrize("cause", [httpx.ConnectTimeout(""), httpx.PoolTimeout("")])
async def test_what_was_not_sent_is_sent_again(cause: Exception) -> None:
    call = Call(caused_by(TimedOut(), cause), caused_by(TimedOut(), cause))
    assert (await patiently(call, call.sleep), call.waits) == ("sent", [0.5, 2.0])


@pytest.mark.parametrize(
    "error",
    [
        caused_by(TimedOut(), httpx.ReadTimeout("")),
        NetworkError("Bad Gateway"),
        BadRequest("chat not found"),
        Forbidden("bot was blocked by the user"),
        RetryAfter(timedelta(seconds=61)),
    ],
    ids=lambda error: type(error).__name__,
)
async def test_what_may_have_arrived_or_never_will_is_not_sent_again(error: TelegramError) -> None:
    call = Call(error)
    with pytest.raises(type(error)):
        await patiently(call, call.sleep)
    assert call.calls == 1


async def test_patience_ends() -> None:
    call = Call(*(caused_by(NetworkError(""), httpx.ConnectError("")) for _ in range(9)))
    with pytest.raises(NetworkError):
        await patiently(call, call.sleep)
    assert (call.calls, call.waits) == (4, [0.5, 2.0, 8.0])
