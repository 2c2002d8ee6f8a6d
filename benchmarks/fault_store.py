"""A store with an announcement to so many people, and what it says of each in the end."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from sqlalchemy import Engine, bindparam, insert, select, update

from benchmarks.hall import AUTHOR, FIRST_CHAT
from meeting.announcements import Message, Text
from meeting.audience import Audience
from meeting.delivery import State, Urgency
from meeting.people import Person
from store.announcements import AnnouncementRows, NewAnnouncement
from store.database import prepare
from store.people import PeopleRows
from store.tables import chats, deliveries, drafts, people

MESSAGE = Message({"en": Text("Buses at six", "Buses at <b>six</b>")})


@dataclass(frozen=True, slots=True)
class Row:
    """What our own table says of one person's delivery."""

    state: State
    doubtful: bool
    waits: bool


class Store:
    def __init__(self, folder: Path, count: int, urgency: Urgency, now: datetime) -> None:
        """So many people have opened the bot, and one announcement is to go to all of them."""
        self.engine: Engine = prepare(f"sqlite:///{folder / 'attache.db'}")
        self.chats = range(FIRST_CHAT, FIRST_CHAT + count)
        self._announce(self._fill(now), urgency, now)

    def rows(self) -> dict[int, Row]:
        """Every delivery, by chat."""
        table = deliveries.c
        query = select(people.c.chat_id, table.state, table.doubtful, table.due_at)
        with self.engine.connect() as connection:
            found = connection.execute(query.join_from(deliveries, people)).all()
        return {
            row.chat_id: Row(State(row.state), row.doubtful, row.due_at is not None)
            for row in found
        }

    def is_over(self) -> bool:
        """Whether nothing waits and nothing is on its way."""
        table = deliveries.c
        query = select(table.id).where(table.due_at.is_not(None) | (table.state == State.SENDING))
        with self.engine.connect() as connection:
            return connection.execute(query.limit(1)).first() is None

    def _fill(self, now: datetime) -> Sequence[int]:
        PeopleRows(self.engine).replace_list([Person(f"p{chat}", "P") for chat in self.chats])
        link = update(people).where(people.c.key == bindparam("of"))
        with self.engine.begin() as connection:
            connection.execute(
                link.values(chat_id=bindparam("chat")),
                [{"of": f"p{chat}", "chat": chat} for chat in self.chats],
            )
            seen = {"name": "P", "first_seen": now, "last_seen": now}
            connection.execute(insert(chats), [{"chat_id": chat} | seen for chat in self.chats])
            return (
                connection.execute(select(people.c.id).order_by(people.c.chat_id)).scalars().all()
            )

    def _announce(self, ids: Sequence[int], urgency: Urgency, now: datetime) -> None:
        draft = {"chat_id": AUTHOR, "document": {}, "updated_at": now}
        with self.engine.begin() as connection:
            added = connection.execute(insert(drafts).values(draft).returning(drafts.c.id))
            draft_id: int = added.scalar_one()
        useful_until = now + timedelta(days=7)
        new = NewAnnouncement(AUTHOR, urgency, Audience(), MESSAGE, now, useful_until)
        AnnouncementRows(self.engine).add(new, ids, now, draft_id)
