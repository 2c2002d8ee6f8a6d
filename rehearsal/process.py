"""The server and the bot as processes: started, watched, stopped and killed by their own ids."""

import asyncio
import json
import os
import signal
import sys
from collections import deque
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

from rehearsal.client import Rehearsal
from rehearsal.errors import ControlError
from rehearsal.server import Addresses

_KEPT_LINES = 2000
_PATIENCE = 10.0
_LONGEST_LINE = 1 << 22
_REPOSITORY = Path(__file__).resolve().parent.parent


class ChildProcess:
    """A child whose stderr is collected, and written to a log file where one is given."""

    def __init__(self, process: asyncio.subprocess.Process, log: Path | None) -> None:
        self._process = process
        self._lines: deque[str] = deque(maxlen=_KEPT_LINES)
        self._reader = asyncio.create_task(self._collect(log))

    @property
    def pid(self) -> int:
        return self._process.pid

    @property
    def exit_code(self) -> int | None:
        """None while it runs; negative for the signal that ended it."""
        return self._process.returncode

    @property
    def stderr(self) -> str:
        """The last 2,000 lines that it wrote to stderr."""
        return "\n".join(self._lines)

    def last_lines(self, count: int) -> list[str]:
        """The last lines of stderr."""
        return list(self._lines)[-count:]

    async def wait(self) -> int:
        """Waits until it has ended and all its stderr was read. Returns the exit code."""
        code = await self._process.wait()
        # Others may wait too: one who gives up must not end the reading for all.
        await asyncio.shield(self._reader)
        return code

    async def stop(self, patience: float = _PATIENCE) -> int:
        """SIGTERM, and SIGKILL after ``patience`` seconds. Returns the exit code."""
        self._signal(signal.SIGTERM)
        try:
            return await asyncio.wait_for(asyncio.shield(self._process.wait()), patience)
        except TimeoutError:
            self._signal(signal.SIGKILL)
        finally:
            await self.wait()
        return await self.wait()

    async def kill(self) -> int:
        """SIGKILL, as when the machine loses power. Returns the exit code."""
        self._signal(signal.SIGKILL)
        return await self.wait()

    def _signal(self, number: int) -> None:
        if self._process.returncode is None:
            self._process.send_signal(number)

    async def _collect(self, log: Path | None) -> None:
        with (log or Path(os.devnull)).open("a", encoding="utf-8") as written:
            while self._process.stderr and (raw := await self._process.stderr.readline()):
                line = raw.decode(errors="replace").rstrip("\n")
                self._lines.append(line)
                written.write(line + "\n")
                written.flush()


@asynccontextmanager
async def server_process(token: str | None = None) -> AsyncIterator[tuple[ChildProcess, Addresses]]:
    """The server in a process of its own, ready; stopped at the end of the block."""
    command = [sys.executable, "-m", "rehearsal", "serve", *(["--token", token] if token else [])]
    process = await _spawn(command, {}, _REPOSITORY, asyncio.subprocess.PIPE)
    child = ChildProcess(process, None)
    try:
        yield child, await _addresses(process, child)
    finally:
        await child.stop()


@asynccontextmanager
async def bot_process(
    addresses: Addresses,
    env: Mapping[str, str] | None = None,
    *,
    command: Sequence[str] = (sys.executable, "-m", "bot"),
    cwd: Path | None = None,
    log: Path | None = None,
) -> AsyncIterator[ChildProcess]:
    """A bot that talks to the server; stopped at the end of the block unless it ended before.

    ``env`` goes on top of this process's environment and the three TELEGRAM_ variables.
    """
    given = {**telegram_environment(addresses), **(env or {})}
    process = await _spawn(command, given, cwd or _REPOSITORY, asyncio.subprocess.DEVNULL)
    child = ChildProcess(process, log)
    try:
        yield child
    finally:
        await child.stop()


@asynccontextmanager
async def polling_bot(
    rehearsal: Rehearsal,
    addresses: Addresses,
    env: Mapping[str, str] | None = None,
    *,
    command: Sequence[str] = (sys.executable, "-m", "bot"),
    timeout: float = 60,  # noqa: ASYNC109
) -> AsyncIterator[ChildProcess]:
    """As ``bot_process``, entered once the bot asks for updates.

    Raises BotEndedError when it ends before that, TimeoutError after ``timeout`` seconds.
    """
    before = (await rehearsal.updates()).polls
    async with bot_process(addresses, env, command=command) as bot:
        await until_polling(rehearsal, bot, before, timeout)
        yield bot


async def until_polling(
    rehearsal: Rehearsal, bot: ChildProcess, before: int, seconds: float
) -> None:
    """Waits for the bot's first getUpdates after ``before`` of them. Raises BotEndedError."""
    ended = asyncio.create_task(bot.wait())
    polling = asyncio.create_task(rehearsal.wait_until_polling(before, seconds))
    try:
        await asyncio.wait([ended, polling], return_when=asyncio.FIRST_COMPLETED)
        if not polling.done():
            raise BotEndedError(f"The bot ended with exit code {bot.exit_code}:\n{bot.stderr}")
        await polling
    finally:
        for task in (ended, polling):
            task.cancel()


class BotEndedError(RuntimeError):
    """The bot ended before it was ready; the message has its stderr."""


def telegram_environment(addresses: Addresses) -> dict[str, str]:
    """The variables that lead a bot to the server."""
    return {
        "TELEGRAM_BOT_TOKEN": addresses.token,
        "TELEGRAM_BASE_URL": addresses.base_url,
        "TELEGRAM_BASE_FILE_URL": addresses.base_file_url,
    }


async def _spawn(
    command: Sequence[str], env: Mapping[str, str], cwd: Path, stdout: int
) -> asyncio.subprocess.Process:
    return await asyncio.create_subprocess_exec(
        *command,
        cwd=cwd,
        env={**os.environ, **env},
        stdin=asyncio.subprocess.DEVNULL,
        stdout=stdout,
        stderr=asyncio.subprocess.PIPE,
        # A Ctrl-C in the terminal is for the chat, which then stops the bot in order.
        start_new_session=True,
        limit=_LONGEST_LINE,
    )


async def _addresses(process: asyncio.subprocess.Process, child: ChildProcess) -> Addresses:
    line = b""
    if process.stdout is not None:
        line = await asyncio.wait_for(process.stdout.readline(), _PATIENCE)
    if not line:
        raise ControlError(f"The server did not start:\n{child.stderr}")
    return Addresses(**json.loads(line))
