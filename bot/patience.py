"""Sends a reply again when Telegram was not reached or says "slow down", never when in doubt."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import TypeVar

import httpx
from telegram.error import NetworkError, RetryAfter, TelegramError

T = TypeVar("T")

NOT_SENT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout)
PAUSES = (0.5, 2.0, 8.0)  # seconds between attempts
LONGEST_WAIT = 60.0  # seconds; a person who waits longer has asked again


async def patiently(
    call: Callable[[], Awaitable[T]],
    sleep: Callable[[float], Awaitable[object]] = asyncio.sleep,
) -> T:
    """Await `call()`, again after a pause if it certainly did not arrive.

    Raises what the last attempt raised. A read time-out is not tried again: the message may have
    arrived, and one answer is better than two.
    """
    for pause in PAUSES:
        try:
            return await call()
        except TelegramError as error:
            wait = _wait(error, pause)
            if wait is None:
                raise
            await sleep(wait)
    return await call()


def asked_wait(error: RetryAfter) -> float:
    """For how many seconds Telegram asks to be left alone."""
    asked = error.retry_after
    return asked.total_seconds() if isinstance(asked, timedelta) else float(asked)


def _wait(error: TelegramError, pause: float) -> float | None:
    """Seconds to wait before the next attempt; None where there must be none."""
    if isinstance(error, RetryAfter):
        seconds = asked_wait(error)
        return seconds if seconds <= LONGEST_WAIT else None
    if isinstance(error, NetworkError) and isinstance(error.__cause__, NOT_SENT):
        return pause
    return None
