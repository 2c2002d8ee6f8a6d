"""Threads for all that would hold up the event loop: SQL, answers, files that are read, pages."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")


class Workers:
    """Five pools, so that a question never keeps a command waiting, nor a file a question.

    Answers run two at a time: more threads would only share the same processor, and the first
    ones wait in that pool while the embedding model is loaded. Files are read one at a time: of
    two versions of one paper, the second is compared with the first.
    """

    def __init__(self, quick: int = 8, slow: int = 2) -> None:
        self._quick = ThreadPoolExecutor(quick, thread_name_prefix="quick")
        self._slow = ThreadPoolExecutor(slow, thread_name_prefix="slow")
        self._long = ThreadPoolExecutor(1, thread_name_prefix="long")
        self._papers = ThreadPoolExecutor(1, thread_name_prefix="papers")
        self._pages = ThreadPoolExecutor(1, thread_name_prefix="pages")

    async def run(self, work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Do a short piece of work, such as a query."""
        return await self._in(self._quick, lambda: work(*args, **kwargs))

    async def think(self, work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Do a long piece of work, such as answering a question."""
        return await self._in(self._slow, lambda: work(*args, **kwargs))

    async def study(self, work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Do a piece of work that may take minutes, such as reading a file, after those before."""
        return await self._in(self._long, lambda: work(*args, **kwargs))

    async def publish(self, work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Change what is read of a paper, which may take seconds, whatever is being read."""
        return await self._in(self._papers, lambda: work(*args, **kwargs))

    async def draw(self, work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Draw a page of a paper, after those before: a bad one takes all of its seconds."""
        return await self._in(self._pages, lambda: work(*args, **kwargs))

    def close(self) -> None:
        """Let the work in hand end and take no more."""
        self._quick.shutdown(wait=True)
        self._slow.shutdown(wait=True, cancel_futures=True)
        self._long.shutdown(wait=True, cancel_futures=True)
        self._papers.shutdown(wait=True, cancel_futures=True)
        self._pages.shutdown(wait=True, cancel_futures=True)

    async def _in(self, pool: ThreadPoolExecutor, work: Callable[[], T]) -> T:
        return await asyncio.get_running_loop().run_in_executor(pool, work)
