"""Drafts, releases and versions of the agenda over a store of their own, with four people."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from sqlalchemy import Engine, select

from meeting.agenda import Agenda, Room
from meeting.edits import moved
from meeting.notices import ChangeNoun, NoticeKind
from meeting.people import Participant, Person, Role
from services.agenda_drafts import AgendaDrafts
from services.agenda_history import AgendaHistory
from services.draft_views import DraftViews
from services.intake import Intake
from services.people import People
from services.releases import Released, Releases
from store.agenda_drafts import AgendaDraftRows
from store.agendas import Agendas
from store.candidates import Candidates
from store.chats import Chats
from store.database import prepare
from store.logistics import Logistics
from store.notice_document import noun_from_document
from store.people import PeopleRows
from store.releases import ReleaseRows
from store.tables import deliveries, notices
from tests.new_store import put_new_store
from tests.services.writing_desk import ADA, BO, CLEO, DAN, NOON, Hand
from tests.two_days import AGENDA as TWO_DAYS

OLA = Participant(7, "Ola", role=Role.ORGANISER)
EVA = Participant(8, "Eva", role=Role.EDITOR)
ZONE = TWO_DAYS.zone
# As a file gives it: every room that is named is on the list of rooms.
HALL = Room("city-hall", "City Hall")
AGENDA = moved(replace(TWO_DAYS, rooms=(*TWO_DAYS.rooms, HALL)), "dinner", HALL.room_id)


class ReleaseDesk:
    """Ada (20) and Cléo (22) have opened the bot, Bo and Dan have not. Ada is assigned to Funding
    and writes up Peace, Bo is assigned to Police and chairs Peace and Closing."""

    def __init__(
        self,
        folder: Path,
        *people: Person,
        agenda: Agenda = AGENDA,
        everybody: bool = True,
        rows: type[ReleaseRows] = ReleaseRows,
    ) -> None:
        self.engine: Engine = prepare(put_new_store(folder))
        self.clock, self.people = Hand(), PeopleRows(self.engine)
        self.chats, self.agendas = Chats(self.engine), Agendas(self.engine)
        self.people.replace_list(people or (ADA, BO, CLEO, DAN))
        for chat_id, name in ((OLA.chat_id, OLA.name), (EVA.chat_id, EVA.name)):
            self.chats.meet(chat_id, name, None, NOON)
        self.open(ADA.key, 20)
        self.open(CLEO.key, 22)
        if agenda.sessions:
            self.agendas.add(agenda, "agenda.xlsx", NOON)
        self._wire(rows, everybody)

    def _wire(self, rows: type[ReleaseRows], everybody: bool) -> None:
        people = People(self.people, self.chats, self.clock, False, OLA.chat_id)
        days = date(2008, 2, 11), date(2008, 2, 12)
        logistics, candidates = Logistics(self.engine), Candidates(self.engine)
        intake = Intake(self.agendas, self.people, logistics, self.clock, ZONE, days, "en")
        views = DraftViews(self.agendas, candidates, people, self.clock, ZONE, everybody)
        draft_rows, release_rows = AgendaDraftRows(self.engine), rows(self.engine)
        self.drafts = AgendaDrafts(draft_rows, self.agendas, intake, views, self.clock, ZONE)
        self.releases = Releases(
            release_rows, self.agendas, self.drafts, self.clock, ZONE, everybody
        )
        self.history = AgendaHistory(release_rows, self.agendas, people, ZONE)

    def open(self, key: str, chat_id: int) -> None:
        """Somebody on the list opens the bot."""
        row = self.people.by_key(key)
        if row is not None:
            self.people.link(row.person_id, chat_id)
            self.chats.meet(chat_id, row.person.name, None, self.clock.now())

    def release(self, person: Participant = OLA, quiet: bool = False) -> Released:
        """Release what somebody's draft is now."""
        view = self.drafts.current(person)
        assert view is not None
        return self.releases.release(person, view.draft.draft_id, view.draft.revision, quiet)

    def agenda(self) -> Agenda:
        """What holds."""
        newest = self.agendas.newest()
        assert newest is not None
        return newest.agenda

    def told(self, number: int) -> dict[str, tuple[str, ChangeNoun]]:
        """Who has a delivery about a version: its state, and what it says."""
        names = {row.person_id: row.person.name for row in self.people.everybody()}
        query = (
            select(deliveries.c.person_id, deliveries.c.state, notices.c.noun)
            .join_from(deliveries, notices, deliveries.c.subject_id == notices.c.id)
            .where(deliveries.c.kind == "notice", notices.c.cause == number)
        )
        with self.engine.connect() as connection:
            found = [(row, noun(row.noun)) for row in connection.execute(query)]
        assert len({row.person_id for row, _ in found}) == len(found), "somebody is told twice"
        return {names[row.person_id]: (row.state, said) for row, said in found}

    def states(self, number: int) -> dict[str, str]:
        """Who has a delivery about a version, and its state."""
        return {name: state for name, (state, _) in self.told(number).items()}


def noun(document: dict[str, object]) -> ChangeNoun:
    found = noun_from_document(NoticeKind.CHANGE, document)
    assert isinstance(found, ChangeNoun)
    return found
