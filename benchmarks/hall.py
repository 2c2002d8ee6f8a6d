"""A hall full of people with phones: a list, its chats, and a bot that can write to all of them."""

import asyncio
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import Engine, insert, select

from meeting.announcements import Message, Text
from meeting.audience import Audience
from meeting.delivery import State, Urgency
from meeting.people import Person as Listed
from rehearsal.client import Rehearsal
from rehearsal.messages import Person
from rehearsal.people import register
from rehearsal.server import Addresses
from rehearsal.shapes import as_text
from rehearsal.world import World
from services.config import load_config
from store.announcements import AnnouncementRows, NewAnnouncement
from store.chats import Chats
from store.database import prepare
from store.people import PeopleRows
from store.tables import deliveries, drafts, people

CONFIG = Path(__file__).parents[1] / "config.toml"
FIRST_CHAT = 5_000_000_001
IN_FLIGHT = load_config(CONFIG).announcements.in_flight
AUTHOR = 7  # has no chat with the bot: nobody watches the progress


@dataclass(frozen=True, slots=True)
class Row:
    """What our own table says of one person's delivery."""

    is_sent: bool
    doubtful: bool


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
        self.urgency = urgency
        self.rate = load_config(CONFIG).announcements.messages_per_second
        self.chats = range(FIRST_CHAT, FIRST_CHAT + size)
        self.env = {"ATTACHE_DATA": str(folder), "ATTACHE_CONFIG": str(CONFIG)}
        self.engine: Engine = prepare(f"sqlite:///{folder / 'attache.db'}")
        self.rehearsal = Rehearsal(addresses.control_url)
        self._ids = self._fill()

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
        self.engine.dispose()

    def announce(self, words: str, people: int | None = None) -> int:
        """Write an announcement to everybody, or to the first so many, down as an organiser's tap
        does; returns its version's id."""
        now = datetime.now(UTC)
        message = Message({"en": Text(words, words)})
        new = NewAnnouncement(
            AUTHOR, self.urgency, Audience(), message, now, now + timedelta(days=1)
        )
        rows = AnnouncementRows(self.engine)
        number = rows.add(new, self._ids[:people], now, self._draft(now))
        found = None if number is None else rows.get(number)
        if found is None:
            raise RuntimeError("the announcement was not written down")
        return found.version.version_id

    def waits(self, version_id: int) -> bool:
        """Whether anything of a version is still to be sent or on its way, by our own table."""
        open_rows = deliveries.c.due_at.is_not(None) | (deliveries.c.state == State.SENDING)
        query = select(deliveries.c.id).where(deliveries.c.subject_id == version_id, open_rows)
        with self.engine.connect() as connection:
            return connection.execute(query.limit(1)).first() is not None

    def rows(self, version_id: int) -> Mapping[int, Row]:
        """Our own table, by chat."""
        query = (
            select(people.c.chat_id, deliveries.c.state, deliveries.c.doubtful)
            .join_from(deliveries, people)
            .where(deliveries.c.subject_id == version_id)
        )
        with self.engine.connect() as connection:
            found = connection.execute(query).all()
        return {row.chat_id: Row(row.state == State.SENT, row.doubtful) for row in found}

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

    def _fill(self) -> list[int]:
        rows, met = PeopleRows(self.engine), Chats(self.engine)
        rows.replace_list([Listed(f"p{chat}", f"Person {chat}") for chat in self.chats])
        ids = {row.person.key: row.person_id for row in rows.everybody()}
        for chat in self.chats:
            rows.link(ids[f"p{chat}"], chat)
            met.meet(chat, "Person", "en", datetime.now(UTC))
            register(self.world, Person(chat, "Person", language_code="en"))
            self.world.chats[chat].standing = "member"
        return [ids[f"p{chat}"] for chat in self.chats]

    def _draft(self, now: datetime) -> int:
        row = {"chat_id": AUTHOR, "document": {}, "updated_at": now}
        with self.engine.begin() as connection:
            added = connection.execute(insert(drafts).values(row).returning(drafts.c.id))
            draft_id: int = added.scalar_one()
            return draft_id
