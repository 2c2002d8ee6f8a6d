"""A hall full of people with phones, and a bot, run as a process, that can write to all of them."""

import asyncio
import time
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from benchmarks.crowd import CONFIG, Crowd, Row
from meeting.announcements import Message, Text
from meeting.delivery import Urgency
from rehearsal.client import Rehearsal
from rehearsal.server import Addresses
from rehearsal.shapes import as_text
from rehearsal.world import World
from services.config import load_config

IN_FLIGHT = load_config(CONFIG).announcements.in_flight


class Hall:
    """`async with Hall(...)`: so many people have opened the bot; `command` starts it."""

    def __init__(
        self,
        folder: Path,
        world: World,
        addresses: Addresses,
        size: int,
        command: Sequence[str],
        urgency: Urgency = Urgency.ROUTINE,
    ) -> None:
        self.world = world
        self.addresses = addresses
        self.command = command
        self.rate = load_config(CONFIG).announcements.messages_per_second
        self.env = {"ATTACHE_DATA": str(folder), "ATTACHE_CONFIG": str(CONFIG)}
        self.rehearsal = Rehearsal(addresses.control_url)
        self._urgency = urgency
        self._crowd = Crowd(folder, size, datetime.now(UTC))
        self._crowd.take_phones(world)

    async def __aenter__(self) -> Self:
        await self.rehearsal.__aenter__()
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self.rehearsal.__aexit__(kind, error, trace)
        self._crowd.close()

    @property
    def chats(self) -> Sequence[int]:
        return self._crowd.chats

    def announce(self, words: str, people: int | None = None) -> int:
        """Send an announcement to everybody, or to the first so many; returns its version's id."""
        message = Message({"en": Text(words, words)})
        return self._crowd.announce(message, self._urgency, datetime.now(UTC), people)

    def waits(self, version_id: int) -> bool:
        """Whether anything of a version is still to be sent or on its way, by our own table."""
        return self._crowd.waits(version_id)

    def rows(self, version_id: int) -> Mapping[int, Row]:
        """Our own table, by chat."""
        return self._crowd.rows(version_id)

    def accepted(self, words: str) -> list[tuple[int, int]]:
        """What the Bot API accepted with these words: position in its log, and chat."""
        return [
            (position, int(as_text(record.parameters.get("chat_id"))))
            for position, record in self.world.requests.after(0, lambda record: record.delivered)
            if words in as_text(record.parameters.get("text"))
        ]

    def missing(self, words: str) -> set[int]:
        """The chats that have not got these words."""
        return set(self.chats) - {chat for _, chat in self.accepted(words)}

    def sends(self, after: int) -> bool:
        """Whether the bot has sent a message since the log had so many entries."""
        return any(self.world.requests.after(after, lambda record: record.method == "sendMessage"))

    async def until(self, holds: Callable[[], bool], seconds: float = 30.0) -> bool:
        """Wait until something holds; False where it did not within so many seconds."""
        deadline = time.monotonic() + seconds
        while not (held := holds()) and time.monotonic() < deadline:  # noqa: ASYNC110  a process
            await asyncio.sleep(0.01)
        return held
