"""Reminders and the outbox behind them over a store of their own, with a clock that a test sets."""

from dataclasses import replace
from datetime import datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from sqlalchemy import select

from meeting.agenda import Agenda, Session, ordered
from meeting.delivery import Event
from meeting.notices import MissedNoun
from meeting.people import Participant, Person
from services.agenda import AgendaBook
from services.letters import Letters, MissedLetter, ReminderLetter
from services.outbox import Night, Outbox
from services.reader import ContentReader
from services.reminders import Reminders
from store.agendas import Agendas
from store.announcements import AnnouncementRows
from store.chats import Chats
from store.database import prepare
from store.deliveries import DeliveryRows
from store.logistics import Logistics
from store.notices import Notices
from store.people import PeopleRows
from store.reminders import ReminderRows
from store.tables import reminders
from tests.new_store import put_new_store
from tests.services.mailroom import Hand, NoRecall
from tests.two_days import ADA, AGENDA, BO, at

CATO = Person("cato", "Cato Berg")
OSLO = ZoneInfo("Europe/Oslo")


def moved(session: Session, by: timedelta, agenda: Agenda = AGENDA) -> Agenda:
    """The agenda with one session so much later."""
    later = replace(session, starts=session.starts + by, ends=session.ends + by)
    return without(session, agenda, later)


def without(session: Session, agenda: Agenda = AGENDA, *instead: Session) -> Agenda:
    rest = [each for each in agenda.sessions if each.session_id != session.session_id]
    return replace(agenda, sessions=ordered([*rest, *instead]))


class ReminderDesk:
    """Ada, Bo (an organiser) and Cato are on the list and write from the chats 100, 101, 102. The
    bot runs since 8:00 on the first day."""

    def __init__(self, folder: Path, rows: type[ReminderRows] = ReminderRows) -> None:
        self._rows_kind = rows
        self.engine = prepare(put_new_store(folder))
        self.clock = Hand()
        self.clock.time = at(11, "08:00")
        self.people = PeopleRows(self.engine)
        self.chats = Chats(self.engine)
        self.put_on_list(ADA, BO, CATO)
        for number, row in enumerate(self.people.everybody()):
            self.enter(row.person_id, 100 + number)
        self.release(AGENDA)
        self.start()
        self.tick()

    def start(self) -> None:
        """The services as another run of the bot has them."""
        logistics, notices = Logistics(self.engine), Notices(self.engine)
        book = AgendaBook(Agendas(self.engine), self.people, logistics, self.clock, AGENDA.zone)
        self.rows = self._rows_kind(self.engine)
        self.reminders = Reminders(self.rows, self.chats, notices, book, 10)
        announcements = AnnouncementRows(self.engine)
        letters = Letters(book, lambda _person, _block: (), NoRecall())
        self.outbox = Outbox(
            DeliveryRows(self.engine),
            announcements,
            ContentReader(announcements, notices, letters, lambda _chat, _session: None),
            lambda _audience: (),
            self.clock,
            Night(OSLO, time(22), time(7)),
        )

    def put_on_list(self, *people: Person) -> None:
        """These are the list from now on."""
        self.people.replace_list(people)

    def enter(self, person_id: int, chat_id: int) -> None:
        """Somebody opens the bot."""
        self.people.link(person_id, chat_id)
        self.chats.meet(chat_id, "Somebody", "en", self.clock.now())

    def person(self, key: str) -> Participant:
        row = self.people.by_key(key)
        assert row is not None
        return Participant(row.chat_id or 0, row.person.name, person_id=row.person_id)

    def release(self, agenda: Agenda) -> None:
        Agendas(self.engine).add(agenda, "", self.clock.now())

    def it_is(self, day: int, clock: str) -> None:
        self.clock.time = at(day, clock)

    def tick(self) -> bool:
        """As the outbox does it once a second."""
        changed = self.reminders.tick()
        self.outbox.tick()
        return changed

    def deliver(self) -> list[tuple[int, str]]:
        """Tick, and send what is due: the chat, and the session's id or how many were missed."""
        self.tick()
        sent: list[tuple[int, str]] = []
        while parcel := self.outbox.claim():
            self.outbox.settle(parcel, Event.ACCEPTED, message_id=1000 + parcel.delivery_id)
            match parcel.content:
                case ReminderLetter(session=session):
                    sent.append((parcel.recipient.chat_id, session.session_id))
                case MissedLetter(reminders=count):
                    sent.append((parcel.recipient.chat_id, f"missed {count}"))
        return sorted(sent)

    def waiting(self) -> list[tuple[int, str, str]]:
        """Person's chat, session, and the time on the wall of what waits."""
        return [
            (chat, session, f"{datetime.fromisoformat(wall):%a %H:%M}")
            for chat, session, wall, state in self._rows()
            if state == "waiting"
        ]

    def states(self) -> list[tuple[int, str, str]]:
        return [(chat, session, state) for chat, session, _, state in self._rows()]

    def missed(self) -> list[MissedNoun]:
        """What the organisers were told."""
        notices = Notices(self.engine)
        found = (notices.get(number) for number in range(1, 100))
        return [each.noun for each in found if each and isinstance(each.noun, MissedNoun)]

    def _rows(self) -> list[tuple[int, str, str, str]]:
        chats = {row.person_id: row.chat_id or 0 for row in self.people.everybody()}
        with self.engine.connect() as connection:
            found = connection.execute(select(reminders).order_by(reminders.c.due_at)).all()
        return sorted((chats[r.person_id], r.session_id, r.wall, r.state) for r in found)
