"""A list that only grows and that others can wait on: chat events, the request log."""

import asyncio
from collections.abc import Callable
from typing import Generic, TypeVar

T = TypeVar("T")


class Journal(Generic[T]):
    """Entries in the order in which they came; the position of the first one is 1."""

    def __init__(self) -> None:
        self._entries: list[T] = []
        self._waiters: set[asyncio.Future[None]] = set()

    def __len__(self) -> int:
        return len(self._entries)

    def append(self, entry: T) -> int:
        """Adds an entry, wakes everybody who waits, and returns the entry's position."""
        self._entries.append(entry)
        for waiter in self._waiters:
            if not waiter.done():
                waiter.set_result(None)
        return len(self._entries)

    def after(self, position: int, wanted: Callable[[T], bool]) -> list[tuple[int, T]]:
        """The wanted entries after a position, each with its own position."""
        start = max(position, 0)
        rest = enumerate(self._entries[start:], start + 1)
        return [(number, entry) for number, entry in rest if wanted(entry)]

    async def wait_after(
        self, position: int, wanted: Callable[[T], bool], seconds: float
    ) -> list[tuple[int, T]]:
        """As ``after``, but waits up to ``seconds`` for the first wanted entry."""
        deadline = asyncio.get_running_loop().time() + seconds
        while not (found := self.after(position, wanted)):
            # What was looked at once is not looked at again.
            position = max(position, len(self._entries))
            left = deadline - asyncio.get_running_loop().time()
            if left <= 0 or not await self._grown(left):
                break
        return found

    async def _grown(self, seconds: float) -> bool:
        waiter = asyncio.get_running_loop().create_future()
        self._waiters.add(waiter)
        try:
            await asyncio.wait_for(waiter, seconds)
        except TimeoutError:
            return False
        finally:
            self._waiters.discard(waiter)
        return True
