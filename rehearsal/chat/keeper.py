"""Keeps the bot of a chat: starts it, notices when it ends, starts it again, stops it."""

import asyncio
from collections.abc import Callable, Mapping, Sequence
from contextlib import AsyncExitStack
from pathlib import Path
from types import TracebackType
from typing import Self

from rehearsal.process import ChildProcess, bot_process
from rehearsal.server import Addresses

_SHOWN_LINES = 8


class BotKeeper:
    """``async with BotKeeper(...) as keeper``: the bot runs, and is gone at the end."""

    def __init__(
        self,
        addresses: Addresses,
        env: Callable[[], Mapping[str, str]],
        log: Path,
        command: Sequence[str],
    ) -> None:
        """``env`` is asked at each start: by then the clock has moved on."""
        self._addresses, self._env, self._log, self._command = addresses, env, log, command
        self._stack = AsyncExitStack()
        self._bot: ChildProcess | None = None
        self._watch: asyncio.Task[None] | None = None
        self._reports: asyncio.Queue[str] = asyncio.Queue()
        self.starts = 0  # how often the bot was started

    async def __aenter__(self) -> Self:
        await self.start()
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self._stop()

    @property
    def is_running(self) -> bool:
        return self._bot is not None and self._bot.exit_code is None

    async def start(self) -> None:
        """Starts the bot; one that still runs is stopped first."""
        await self._stop()
        starting = bot_process(self._addresses, self._env(), command=self._command, log=self._log)
        self._bot = await self._stack.enter_async_context(starting)
        self.starts += 1
        self._watch = asyncio.create_task(self._report_end(self._bot))

    async def kill(self) -> None:
        """Kills the bot, as when the machine loses power; ``ended`` does not report it."""
        self._unwatch()
        if self._bot is not None:
            await self._bot.kill()

    async def obeys(self, word: str) -> str | None:
        """Does /killbot, /startbot or /restart and says so; None for any other word."""
        if word == "/killbot":
            await self.kill()
            return "The bot was killed. /startbot starts it again."
        if word == "/startbot" and self.is_running:
            return "The bot is running. /killbot kills it, /restart stops and starts it."
        if word in ("/startbot", "/restart"):
            await self.start()
            return "The bot is starting."
        return None

    async def ended(self) -> str:
        """Waits until the bot ends by itself; says what happened, with its last log lines."""
        return await self._reports.get()

    async def _stop(self) -> None:
        self._unwatch()
        await self._stack.aclose()

    def _unwatch(self) -> None:
        if self._watch is not None:
            self._watch.cancel()

    async def _report_end(self, bot: ChildProcess) -> None:
        code = await bot.wait()
        lines = [f"  {line}" for line in bot.last_lines(_SHOWN_LINES)] or ["  (nothing)"]
        first = f"The bot has stopped (exit code {code}). The end of {self._log}:"
        self._reports.put_nowait("\n".join([first, *lines]))
