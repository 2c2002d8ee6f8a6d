"""The outbox and what was sent, over a store of its own, with a clock that a test sets."""

from collections.abc import Sequence
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from sqlalchemy import insert, select

from meeting.announcements import Message, Text
from meeting.audience import Audience
from meeting.delivery import Event, Urgency
from meeting.notices import RecallNoun
from meeting.people import Participant, Person, Role
from services.agenda import AgendaBook
from services.announcements import Announcements, Counts
from services.letters import Letters
from services.outbox import Night, Outbox, Reader
from services.parcels import Parcel
from services.people import People
from services.reader import ContentReader
from services.readers import Readers
from services.recall import Recall
from services.recall_letter import RecallLetter
from store.agendas import Agendas
from store.announcements import AnnouncementRows, NewAnnouncement
from store.chats import Chats
from store.database import prepare
from store.deliveries import DeliveryRows
from store.logistics import Logistics
from store.notices import Notices
from store.papers import Papers
from store.people import PeopleRows
from store.recalls import Recalls
from store.reports import Reports
from store.tables import deliveries, drafts
from tests.new_store import put_new_store

NOON = datetime(2008, 2, 11, 12, 0, tzinfo=UTC)
OSLO = ZoneInfo("Europe/Oslo")
AUTHOR = 7  # the chat of the organiser who sends


class Hand:
    """A clock that a test sets."""

    def __init__(self) -> None:
        self.time = NOON

    def now(self) -> datetime:
        return self.time


class NoRecall:
    """Nobody was told anything from a paper."""

    def letter(
        self, notice_id: int, noun: RecallNoun, recipient: Participant, at: datetime
    ) -> RecallLetter | None:
        """There is none."""


def words(plain: str = "The bus leaves at six.") -> Message:
    return Message({"en": Text(plain, plain)})


class Mailroom:
    """People called p0, p1, … on the list; those of `linked` write from the chats 100, 101, …"""

    def __init__(
        self,
        folder: Path,
        people: int = 3,
        linked: int | None = None,
        kind: type[Outbox] = Outbox,
    ) -> None:
        self.kind = kind
        self.engine = prepare(put_new_store(folder))
        self.clock = Hand()
        self.rows = PeopleRows(self.engine)
        self.chats, self.papers = Chats(self.engine), Papers(self.engine)
        self.people = People(self.rows, self.chats, self.clock, False, AUTHOR)
        self.rows.replace_list([Person(f"p{n}", f"Person {n}") for n in range(people)])
        self.ids = [row.person_id for row in self.rows.everybody()]
        self.viewer = self.people.meet(AUTHOR, "Ola", "en")
        for number in range(people if linked is None else linked):
            self.enter(number)
        self.announcements = AnnouncementRows(self.engine)
        self.sent = Announcements(
            self.announcements, Reports(self.engine), self.people, self.clock, "Europe/Oslo"
        )
        self.cards: dict[tuple[int, str], int] = {}
        self.outbox = self.new_outbox()

    def new_outbox(self, reader: Reader | None = None) -> Outbox:
        """An outbox as another run of the bot has it."""
        night = Night(OSLO, time(22), time(7))
        return self.kind(
            DeliveryRows(self.engine),
            self.announcements,
            reader or self.reader(),
            lambda _audience: tuple(self.ids),
            self.clock,
            night,
        )

    def reader(self) -> ContentReader:
        """What deliveries bring, beside the agenda that holds."""
        agendas, logistics = Agendas(self.engine), Logistics(self.engine)
        book = AgendaBook(agendas, self.rows, logistics, self.clock, "Europe/Oslo")
        readers = Readers(self.rows, book)
        self.recall = Recall(Recalls(self.engine), self.papers, self.chats, readers)
        letters = Letters(book, lambda _person, _block: (), self.recall)
        cards = self.cards
        return ContentReader(
            self.announcements, Notices(self.engine), letters, lambda *of: cards.get(of)
        )

    @property
    def organiser(self) -> Participant:
        return Participant(AUTHOR, "Ola", role=Role.ORGANISER)

    def enter(self, number: int) -> None:
        """Somebody opens the bot, or writes again."""
        self.rows.link(self.ids[number], 100 + number)
        self.people.meet(100 + number, f"P{number}", "en")

    def send(
        self,
        urgency: Urgency = Urgency.ROUTINE,
        at: datetime | None = None,
        useful: timedelta = timedelta(hours=9),
        people: Sequence[int] | None = None,
    ) -> int:
        """Send to everybody, or schedule for `at`; returns the announcement's number."""
        now = self.clock.now()
        new = NewAnnouncement(
            AUTHOR, urgency, Audience(), words(), at or now, now + useful, scheduled=at is not None
        )
        ids = self.ids if people is None else people
        number = self.announcements.add(new, () if at else ids, now, self.draft())
        assert number is not None
        return number

    def draft(self) -> int:
        """A draft that is there to be sent."""
        row = {"chat_id": AUTHOR, "document": {}, "updated_at": self.clock.now()}
        with self.engine.begin() as connection:
            added = connection.execute(insert(drafts).values(row).returning(drafts.c.id))
            draft_id: int = added.scalar_one()
            return draft_id

    def next(self) -> Parcel:
        parcel = self.outbox.claim()
        assert parcel is not None
        return parcel

    def deliver(self, most: int = 100) -> list[int]:
        """Send what is due, one message each, numbered from 1000 on; the chats, in order."""
        chats: list[int] = []
        while len(chats) < most and (parcel := self.outbox.claim()):
            number = 1000 + parcel.delivery_id if not parcel.copies else None
            self.outbox.settle(parcel, Event.ACCEPTED, message_id=number)
            chats.append(parcel.recipient.chat_id)
        self.outbox.tick()
        return chats

    def counts(self, announcement: int) -> Counts:
        return self.sent.report(announcement).counts

    def states(self) -> list[tuple[str, bool]]:
        """State and doubt of every delivery, in the order in which they were made."""
        with self.engine.connect() as connection:
            query = select(deliveries.c.state, deliveries.c.doubtful).order_by(deliveries.c.id)
            return [(row.state, row.doubtful) for row in connection.execute(query)]

    def wait(self, **duration: float) -> None:
        self.clock.time += timedelta(**duration)
