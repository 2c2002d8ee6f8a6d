"""/my next to /help in a congress of 300 sessions and 3,000 people; over real HTTP."""

import asyncio
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from benchmarks.tables import Row, percentile
from meeting.agenda import Agenda, Room, Session, ordered
from meeting.people import Person
from rehearsal.client import Rehearsal
from rehearsal.phone import Phone
from rehearsal.process import polling_bot, server_process
from store.agendas import Agendas
from store.database import prepare
from store.people import PeopleRows

ZONE = "Europe/Oslo"
DAYS, BLOCKS, ROOMS, PEOPLE = 3, 10, 10, 3000
FIRST = datetime(2008, 2, 11, 8, tzinfo=ZoneInfo(ZONE))
MIDDLE = FIRST + timedelta(days=1, hours=5, minutes=52)
PHONES, ROUNDS = 5, 30
COMMANDS = ("/help", "/my", "/next", "/agenda")
WAKING = "How many participants are expected?"


def measure() -> list[Row]:
    """The time of each command, side by side; the ratio is to the same share of /help."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "ingest.py", "add", "sample/papers"]
        subprocess.run(command, env={"ATTACHE_DATA": folder}, check=True, capture_output=True)
        times = asyncio.run(_measure(Path(folder)))
    rows = []
    for name, share in (("p50", 0.5), ("p95", 0.95)):
        help_time = percentile(times["/help"], share)
        for command_name, measured in times.items():
            value = percentile(measured, share)
            rows.append(Row(f"{command_name}, {name}", f"{value * 1000:.1f} ms", value / help_time))
    return rows


async def _measure(data: Path) -> dict[str, list[float]]:
    env = {"ATTACHE_DATA": str(data), "ATTACHE_CLOCK": MIDDLE.isoformat()}
    async with server_process() as (_, addresses), Rehearsal(addresses.control_url) as rehearsal:
        phones = [await rehearsal.person(f"Person {number}") for number in range(PHONES)]
        _fill(data, [phone.user_id for phone in phones])
        async with polling_bot(rehearsal, addresses, env):
            await _ask(phones[0], WAKING)  # the model is loaded: from here on nothing else works
            return await _side_by_side(phones)


async def _side_by_side(phones: list[Phone]) -> dict[str, list[float]]:
    """One command after the other, round by round, so that a slow moment strikes all alike."""
    times: dict[str, list[float]] = {command: [] for command in COMMANDS}
    for number in range(ROUNDS + 1):
        for phone in phones:
            for command in COMMANDS if number % 2 else reversed(COMMANDS):
                seconds = await _ask(phone, command)
                if number:  # the first round warms up
                    times[command].append(seconds)
    return times


async def _ask(phone: Phone, text: str) -> float:
    """Seconds from the person's message to the bot's."""
    begin = time.perf_counter()
    await phone.say(text)
    await phone.next_message(timeout=120)
    return time.perf_counter() - begin


def _fill(data: Path, chats: list[int]) -> None:
    """A congress in the store; the first people have opened the bot from these chats."""
    engine = prepare(f"sqlite:///{(data / 'attache.db').absolute()}")
    Agendas(engine).add(_agenda(), "a congress", datetime.now(UTC))
    rows = PeopleRows(engine)
    rows.replace_list([_person(number) for number in range(PEOPLE)])
    for number, chat_id in enumerate(chats):
        row = rows.by_key(_key(number))
        assert row is not None
        rows.link(row.person_id, chat_id)
    engine.dispose()


def _agenda() -> Agenda:
    sessions = (
        _session(day, block, room)
        for day in range(DAYS)
        for block in range(BLOCKS)
        for room in range(ROOMS)
    )
    rooms = (Room(f"room-{n}", f"Room {n}", f"floor {n}", 300) for n in range(ROOMS))
    return Agenda(ZONE, ordered(sessions), tuple(rooms))


def _session(day: int, block: int, room: int) -> Session:
    number = (day * BLOCKS + block) * ROOMS + room
    starts = FIRST + timedelta(days=day, hours=block)
    return Session(
        session_id=f"session-{number}",
        title=f"A parallel session about matter number {number}",
        starts=starts,
        ends=starts + timedelta(minutes=50),
        room=f"room-{room}",
        chairs=(_key(number),),
        speakers=(_key(1000 + number), _key(2000 + number)),
        description="What we know of it, and what we would like to know. " * 5,
        block=f"day {day + 1}, block {block + 1}",
    )


def _person(number: int) -> Person:
    sessions = (
        f"session-{block * ROOMS + (number + block) % ROOMS}" for block in range(DAYS * BLOCKS)
    )
    return Person(_key(number), f"Person {number}", sessions=tuple(sessions))


def _key(number: int) -> str:
    return f"person-{number}@congress.example"
