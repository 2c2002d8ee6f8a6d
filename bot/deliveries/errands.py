"""Tasks that somebody has begun and has to see through."""

import asyncio
from collections.abc import Awaitable, Coroutine
from typing import Any, TypeVar

import structlog

T = TypeVar("T")

log = structlog.stdlib.get_logger(__name__)


class Errands:
    def __init__(self) -> None:
        self._tasks: set[asyncio.Task[Any]] = set()

    def begin(self, work: Coroutine[Any, Any, T]) -> "asyncio.Task[T]":
        """Do it beside everything else; an error that nobody awaits goes to the log."""
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._ended)
        return task

    async def finish(self, patience: Awaitable[object]) -> None:
        """Wait for all, also for those that they begin, until `patience` is over; cancel the
        rest."""
        over = asyncio.ensure_future(patience)
        while self._tasks and not over.done():
            await asyncio.wait({over, *self._tasks}, return_when=asyncio.FIRST_COMPLETED)
        hanging = [over, *self._tasks]
        for task in hanging:
            task.cancel()
        await asyncio.gather(*hanging, return_exceptions=True)

    def _ended(self, task: "asyncio.Task[Any]") -> None:
        self._tasks.discard(task)
        error = None if task.cancelled() else task.exception()
        if error is not None:
            log.error("an errand was left", error=type(error).__name__, exc_info=error)
