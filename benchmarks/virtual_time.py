"""A clock that stands while anything works, and jumps to the next awakening when all sleep."""

import asyncio
import contextlib
import heapq
import itertools
import time
from collections.abc import AsyncIterator, Callable, Iterator
from datetime import UTC, datetime
from typing import ParamSpec, TypeVar

from bot.workers import Workers

P = ParamSpec("P")
T = TypeVar("T")

# Turns of the event loop: whoever was woken or answered has gone on to their next work by then.
SETTLING = 25


class VirtualTime:
    """Seconds are Unix time. Work that takes real time, such as a request or a query, is done in
    `busy()`: what comes of it happens at one moment of this clock."""

    def __init__(self) -> None:
        self._seconds = time.time()
        self._busy = 0
        self._sleepers: list[tuple[float, int, asyncio.Future[None]]] = []
        self._numbers = itertools.count()
        self._stirred = asyncio.Event()

    def seconds(self) -> float:
        return self._seconds

    def now(self) -> datetime:
        return datetime.fromtimestamp(self._seconds, UTC)

    async def sleep(self, seconds: float) -> None:
        waiter: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        heapq.heappush(
            self._sleepers, (self._seconds + max(seconds, 0), next(self._numbers), waiter)
        )
        self._stirred.set()
        await waiter

    @contextlib.contextmanager
    def busy(self) -> Iterator[None]:
        self._busy += 1
        try:
            yield
        finally:
            self._busy -= 1
            self._stirred.set()

    @contextlib.asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """The clock goes while the block runs."""
        hand = asyncio.create_task(self._go())
        try:
            yield
        finally:
            hand.cancel()
            await asyncio.wait([hand])

    async def _go(self) -> None:
        while True:
            await self._stirred.wait()
            self._stirred.clear()
            if await self._is_quiet() and self._wake_next():
                self._stirred.set()

    async def _is_quiet(self) -> bool:
        for _ in range(SETTLING):
            if self._busy:
                return False
            await asyncio.sleep(0)
        return not self._busy

    def _wake_next(self) -> bool:
        while self._sleepers:
            at, _, waiter = heapq.heappop(self._sleepers)
            if not waiter.done():  # whoever was cancelled sleeps no more
                self._seconds = max(self._seconds, at)
                waiter.set_result(None)
                return True
        return False


class VirtualWorkers(Workers):
    """Threads whose queries take no time on this clock."""

    def __init__(self, clock: VirtualTime) -> None:
        super().__init__()
        self._clock = clock

    async def run(self, work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        with self._clock.busy():
            return await super().run(work, *args, **kwargs)
