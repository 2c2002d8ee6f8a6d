"""Threads for everything that would hold up the event loop: SQL in one pool, answers in another."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")


class Workers:
    """Two pools, so that a question never keeps a command waiting.

    Answers run two at a time: more threads would only share the same processor, and the first
    ones wait in that pool while the embedding model is loaded.
    """

    def __init__(self, quick: int = 8, slow: int = 2) -> None:
        self._quick = ThreadPoolExecutor(quick, thread_name_prefix="quick")
        self._slow = ThreadPoolExecutor(slow, thread_name_prefix="slow")

    async def run(self, work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Do a short piece of work, such as a query."""
        return await self._in(self._quick, lambda: work(*args, **kwargs))

    async def think(self, work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Do a long piece of work, such as answering a question."""
        return await self._in(self._slow, lambda: work(*args, **kwargs))

    def close(self) -> None:
        """Let the work in hand end and take no more."""
        self._quick.shutdown(wait=True)
        self._slow.shutdown(wait=True, cancel_futures=True)

    async def _in(self, pool: ThreadPoolExecutor, work: Callable[[], T]) -> T:
        return await asyncio.get_running_loop().run_in_executor(pool, work)
