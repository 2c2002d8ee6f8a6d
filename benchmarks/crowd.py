"""A store full of people who have opened the bot, and what it says of their deliveries."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from sqlalchemy import ColumnElement, Engine, and_, bindparam, insert, select, update

from meeting.announcements import Message
from meeting.audience import Audience
from meeting.delivery import State, Urgency
from meeting.people import Person as Listed
from rehearsal.messages import Person
from rehearsal.people import register
from rehearsal.world import World
from store.announcements import AnnouncementRows, NewAnnouncement
from store.database import prepare
from store.outgoing import ANNOUNCEMENT
from store.people import PeopleRows
from store.tables import chats, deliveries, drafts, people

CONFIG = Path(__file__).parents[1] / "config.toml"
FIRST_CHAT = 5_000_000_001
AUTHOR = 7  # has no chat with the bot: nobody watches the progress
USEFUL = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Row:
    """What our own table says of one person's delivery; `waits`: it is to be tried."""

    state: State
    doubtful: bool
    waits: bool


class Crowd:
    def __init__(self, folder: Path, size: int, now: datetime) -> None:
        """So many people, met at `now` (aware), in a new store in this state directory."""
        self.chats = range(FIRST_CHAT, FIRST_CHAT + size)
        self._engine: Engine = prepare(f"sqlite:///{folder / 'attache.db'}")
        self._ids = self._fill(now)

    def take_phones(self, world: World) -> None:
        """The people are in this world, and have started the bot there."""
        for chat in self.chats:
            register(world, Person(chat, "Person", language_code="en"))
            world.chats[chat].standing = "member"

    def announce(
        self, message: Message, urgency: Urgency, now: datetime, count: int | None = None
    ) -> int:
        """Write an announcement to everybody, or to the first so many, down as an organiser's tap
        does; returns its version's id."""
        new = NewAnnouncement(AUTHOR, urgency, Audience(), message, now, now + USEFUL)
        rows = AnnouncementRows(self._engine)
        number = rows.add(new, self._ids[:count], now, self._draft(now))
        found = None if number is None else rows.get(number)
        if found is None:
            raise RuntimeError("the announcement was not written down")
        return found.version.version_id

    def waits(self, version_id: int) -> bool:
        """Whether anything of a version is still to be sent or on its way."""
        open_rows = deliveries.c.due_at.is_not(None) | (deliveries.c.state == State.SENDING)
        query = select(deliveries.c.id).where(_of(version_id), open_rows)
        with self._engine.connect() as connection:
            return connection.execute(query.limit(1)).first() is not None

    def rows(self, version_id: int) -> Mapping[int, Row]:
        """The deliveries of a version, by chat."""
        of = deliveries.c
        query = select(people.c.chat_id, of.state, of.doubtful, of.due_at)
        query = query.join_from(deliveries, people).where(_of(version_id))
        with self._engine.connect() as connection:
            found = connection.execute(query).all()
        return {
            row.chat_id: Row(State(row.state), row.doubtful, row.due_at is not None)
            for row in found
        }

    def close(self) -> None:
        self._engine.dispose()

    def _fill(self, now: datetime) -> Sequence[int]:
        """The people's ids; at once rather than one by one, for there may be thousands."""
        rows = PeopleRows(self._engine)
        rows.replace_list([Listed(f"p{chat}", f"Person {chat}") for chat in self.chats])
        link = update(people).where(people.c.key == bindparam("of"))
        seen = {"name": "Person", "language_code": "en", "first_seen": now, "last_seen": now}
        with self._engine.begin() as connection:
            connection.execute(
                link.values(chat_id=bindparam("chat")),
                [{"of": f"p{chat}", "chat": chat} for chat in self.chats],
            )
            connection.execute(insert(chats), [{"chat_id": chat} | seen for chat in self.chats])
            found = connection.execute(select(people.c.id).order_by(people.c.chat_id))
            return found.scalars().all()

    def _draft(self, now: datetime) -> int:
        row = {"chat_id": AUTHOR, "document": {}, "updated_at": now}
        with self._engine.begin() as connection:
            added = connection.execute(insert(drafts).values(row).returning(drafts.c.id))
            draft_id: int = added.scalar_one()
            return draft_id


def _of(version_id: int) -> ColumnElement[bool]:
    return and_(deliveries.c.kind == ANNOUNCEMENT, deliveries.c.subject_id == version_id)
