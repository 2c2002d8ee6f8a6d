"""The courier's queries: in a worker thread; whatever becomes of the store, the courier lives."""

from collections.abc import Awaitable, Callable
from typing import TypeVar

import structlog
from sqlalchemy.exc import InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as NoConnection

from bot.workers import Workers

STORE_IS_AWAY = (OperationalError, InterfaceError, NoConnection)  # full, locked, restarting
FIRST_PAUSE, LONGEST_PAUSE = 0.5, 30.0  # seconds

T = TypeVar("T")

log = structlog.stdlib.get_logger(__name__)


class Queries:
    def __init__(self, workers: Workers, sleep: Callable[[float], Awaitable[object]]) -> None:
        self._workers = workers
        self._sleep = sleep

    async def attempt(self, work: Callable[[], T]) -> T | None:
        """What is made again soon anyway; None where it failed."""
        try:
            return await self._workers.run(work)
        except Exception as error:
            _note(error)
            return None

    async def surely(self, work: Callable[[], T]) -> T | None:
        """What has to succeed, or a message that was delivered would look as if it were not: it
        is made again until it does. None where the store is there and yet does not take it."""
        pause = FIRST_PAUSE
        while True:
            try:
                return await self._workers.run(work)
            except STORE_IS_AWAY as error:
                _note(error)
                await self._sleep(pause)
                pause = min(2 * pause, LONGEST_PAUSE)
            except Exception as error:
                _note(error)
                return None


def _note(error: Exception) -> None:
    log.error("the outbox failed", error=type(error).__name__, exc_info=error)
