"""Announcements as they are felt: how long they take, what questions cost meanwhile, memory.

The Bot API answers after 100 ms, as Telegram does from far away.
"""

import asyncio
import itertools
import subprocess
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

import psutil

from benchmarks.bot_speed import QUESTIONS
from benchmarks.crowd import CONFIG
from benchmarks.hall import Hall
from benchmarks.tables import Row, percentile
from rehearsal.phone import Phone
from rehearsal.process import ChildProcess, polling_bot
from rehearsal.server import running
from rehearsal.world import World

PEOPLE, FEW, MANY = 1_000, 100, 10_000
ANSWER_SECONDS = 0.1
ROUNDS = 6  # of all questions, while nothing is announced
BETWEEN = 1.0  # seconds, from an answer to the next question
PATIENCE = 600.0
COMMAND = (sys.executable, "-m", "bot")


def measure() -> dict[str, list[Row]]:
    """Tables by title."""
    return {
        f"An announcement to {PEOPLE:,} people": asyncio.run(_speed()),
        "Memory, by how many an announcement is for": asyncio.run(_memory()),
    }


async def _speed() -> list[Row]:
    async with _hall(PEOPLE) as (hall, _):
        hall.world.faults.fault("slow", method="every", times=None, seconds=ANSWER_SECONDS)
        phones = [await hall.rehearsal.person("Asker", user_id=chat) for chat in hall.chats[:2]]
        for question in QUESTIONS:
            await _ask(phones[0], question)
        rounds = itertools.count()
        idle = await _ask_on(phones[0], lambda: next(rounds) < ROUNDS * len(QUESTIONS))
        version_id = hall.announce("All 1,000 of you: the hall is open.")
        asking = asyncio.create_task(_ask_on(phones[1], lambda: hall.waits(version_id)))
        await hall.until(lambda: not hall.waits(version_id), PATIENCE)
        busy = await asking
        seconds = _duration(hall, "All 1,000 of you")
    limit = PEOPLE / hall.rate
    p95 = percentile(idle, 0.95)
    return [
        Row(f"{hall.rate} a second, which Telegram allows", f"{limit:.1f} s", 1.0),
        Row("from the first message to the last", f"{seconds:.1f} s", seconds / limit),
        Row("a question, p95, idle", f"{p95 * 1000:.0f} ms", 1.0),
        Row(
            f"a question, p95 of {len(busy)}, meanwhile",
            f"{percentile(busy, 0.95) * 1000:.0f} ms",
            percentile(busy, 0.95) / p95,
        ),
    ]


async def _memory() -> list[Row]:
    """Resident memory, the most that was seen while an announcement went out."""
    async with _hall(MANY, fast=True) as (hall, bot):
        phone = await hall.rehearsal.person("Asker", user_id=hall.chats[0])
        await _ask(phone, QUESTIONS[0])
        few = await _most(hall, bot, FEW)
        many = await _most(hall, bot, MANY)
    return [
        Row(f"{FEW:,} people", f"{few / 2**20:.0f} MB", 1.0),
        Row(f"{MANY:,} people", f"{many / 2**20:.0f} MB", many / few),
    ]


async def _most(hall: Hall, bot: ChildProcess, people: int) -> int:
    version_id = hall.announce(f"For {people} people.", people)
    process, most = psutil.Process(bot.pid), 0
    while hall.waits(version_id):
        most = max(most, int(process.memory_info().rss))
        await asyncio.sleep(0.2)
    return most


@asynccontextmanager
async def _hall(size: int, fast: bool = False) -> AsyncIterator[tuple[Hall, ChildProcess]]:
    """A hall with the sample's papers and its bot, polling; `fast`: with a paid broadcast."""
    with tempfile.TemporaryDirectory() as folder:
        state, world = Path(folder), World()
        command = [sys.executable, "ingest.py", "add", "sample/papers"]
        await asyncio.to_thread(
            subprocess.run, command, env={"ATTACHE_DATA": folder}, check=True, capture_output=True
        )
        async with (
            running(world) as addresses,
            Hall(state, world, addresses, size, COMMAND) as hall,
        ):
            env = hall.env | ({"ATTACHE_CONFIG": _paid(state)} if fast else {})
            async with polling_bot(hall.rehearsal, addresses, env) as bot:
                yield hall, bot


def _paid(folder: Path) -> str:
    """The settings, but as fast as paid broadcasts may be."""
    text = CONFIG.read_text(encoding="utf-8")
    text = text.replace("messages_per_second = 30", "messages_per_second = 1000")
    path = folder / "config.toml"
    path.write_text(text.replace("paid_broadcast = false", "paid_broadcast = true"))
    return str(path)


async def _ask_on(phone: Phone, goes_on: Callable[[], bool]) -> Sequence[float]:
    """One question after the other, as often as somebody does who reads the answers."""
    times: list[float] = []
    while goes_on():
        times.append(await _ask(phone, QUESTIONS[len(times) % len(QUESTIONS)]))
        await asyncio.sleep(BETWEEN)
    return times


async def _ask(phone: Phone, text: str) -> float:
    """Seconds from the person's message to the bot's answer; announcements are no answers."""
    begin = time.perf_counter()
    asked = await phone.say(text)
    while (await phone.next_message(timeout=120)).reply_to != asked.message_id:
        pass
    return time.perf_counter() - begin


def _duration(hall: Hall, words: str) -> float:
    """Seconds from the first accepted message with these words to the last."""
    positions = {position for position, _ in hall.accepted(words)}
    found = hall.world.requests.after(0, lambda record: record.delivered)
    times = [record.at for position, record in found if position in positions]
    return max(times) - min(times)
