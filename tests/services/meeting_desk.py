"""The services around the agenda over a store of their own, with a clock that a test sets."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import Engine

from meeting.agenda import Agenda
from meeting.logistics import LogisticsEntry
from meeting.people import Participant, Person
from services.agenda import AgendaBook
from services.contacts import ContactBook
from services.my_day import MyDay
from services.session_cards import SessionCards
from store.agendas import Agendas
from store.database import prepare
from store.logistics import Logistics
from store.people import PeopleRows
from tests.new_store import put_new_store
from tests.services.conftest import desk_on
from tests.two_days import AGENDA, at


class Hand:
    """A clock that a test sets."""

    time = at(11, "13:52")

    def now(self) -> datetime:
        return self.time


@dataclass
class MeetingDesk:
    engine: Engine
    hand: Hand
    rows: PeopleRows
    book: AgendaBook
    my_day: MyDay
    sessions: SessionCards
    contacts: ContactBook

    def release(self, agenda: Agenda = AGENDA) -> None:
        Agendas(self.engine).add(agenda, "", self.hand.time)

    def write_logistics(self, *entries: LogisticsEntry) -> None:
        Logistics(self.engine).replace(entries)

    def person(self, *listed: Person) -> Participant:
        """The first of these, who are the list from now on; nobody on it without any."""
        if not listed:
            return Participant(1, "Eve")
        self.rows.replace_list(listed)
        row = self.rows.by_key(listed[0].key)
        assert row is not None
        return Participant(2, row.person.name, person_id=row.person_id)


def make_meeting_desk(folder: Path) -> MeetingDesk:
    engine = prepare(put_new_store(folder))
    hand, rows = Hand(), PeopleRows(engine)
    book = AgendaBook(Agendas(engine), rows, Logistics(engine), hand, AGENDA.zone)
    my_day = MyDay(book, "oslo.attache")
    cards = SessionCards(my_day, book, rows, desk_on(engine, folder).shelf)
    return MeetingDesk(engine, hand, rows, book, my_day, cards, ContactBook(my_day, book, rows))
