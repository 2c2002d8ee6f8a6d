"""Drafts and audiences over a store of their own, with a small agenda and four people."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from sqlalchemy import Engine, select

from meeting.announcements import Text
from meeting.people import Community, Participant, Person, Role
from services.agenda import AgendaBook
from services.announcements import Announcements
from services.audience_choices import AudienceChoices
from services.audiences import Audiences
from services.dispatch import Dispatch, MeetingFacts
from services.drafts import Drafts, Written
from services.people import People
from store.agendas import Agendas
from store.announcements import AnnouncementRows
from store.candidates import Candidates
from store.chats import Chats
from store.database import prepare
from store.drafts import DraftRows
from store.logistics import Logistics
from store.people import PeopleRows
from store.reports import Reports
from store.tables import deliveries
from tests.new_store import put_new_store
from tests.two_days import AGENDA, OSLO

NOON = datetime(2008, 2, 11, 12, 0, tzinfo=UTC)  # 13:00 in Oslo, on the first day
LANGUAGES = ("en", "fr")
OLA = Participant(7, "Ola", role=Role.ORGANISER)
SENDER = Participant(8, "Siri", role=Role.SENDER)
ADA = Person("ada@example.org", "Ada Vik", "Norad", Community.DEVELOPMENT, sessions=("funding",))
BO = Person("bo", "Bo Ek", "UNDP", Community.DEVELOPMENT, Role.ORGANISER, sessions=("police",))
CLEO = Person("cleo", "Cléo Roy", "Norad", Community.DIPLOMACY, language="fr")
DAN = Person("dan", "Dan Moe")


@dataclass
class Hand:
    """A clock that a test sets."""

    time: datetime = NOON

    def now(self) -> datetime:
        return self.time

    def move(self, **by: float) -> None:
        self.time += timedelta(**by)


class WritingDesk:
    """Ada (20) and Cléo (22) have opened the bot; Bo and Dan have not."""

    def __init__(self, folder: Path, *people: Person) -> None:
        self.engine: Engine = prepare(put_new_store(folder))
        self.clock, self.rows, chats = Hand(), PeopleRows(self.engine), Chats(self.engine)
        self.rows.replace_list(people or (ADA, BO, CLEO, DAN))
        for key, chat_id in ((ADA.key, 20), (CLEO.key, 22)):
            row = self.rows.by_key(key)
            if row is not None:
                self.rows.link(row.person_id, chat_id)
                chats.meet(chat_id, row.person.name, None, NOON)
        Agendas(self.engine).add(AGENDA, "", NOON)
        self.announcements = AnnouncementRows(self.engine)
        people_service = People(self.rows, chats, self.clock, False, OLA.chat_id)
        self.sent = Announcements(
            self.announcements, Reports(self.engine), people_service, self.clock, AGENDA.zone
        )
        logistics = Logistics(self.engine)
        book = AgendaBook(Agendas(self.engine), self.rows, logistics, self.clock, AGENDA.zone)
        self.audiences = Audiences(Candidates(self.engine), book, LANGUAGES)
        self.choices = AudienceChoices(self.audiences, book, self.announcements, LANGUAGES)
        facts = MeetingFacts(OSLO, (date(2008, 2, 11), date(2008, 2, 12)), LANGUAGES)
        dispatch = Dispatch(self.sent, self.announcements, self.clock, facts)
        self.drafts = Drafts(
            DraftRows(self.engine), self.audiences, self.choices, dispatch, self.clock, facts
        )

    def write(self, words: str, person: Participant = OLA) -> int:
        """A draft with these words for everyone; its number."""
        self.drafts.begin(person)
        draft = self.drafts.take(person, said(words))
        return self.drafts.everyone(draft).draft_id

    def send(self, words: str, person: Participant = OLA) -> int:
        """An announcement to everyone; its number."""
        return self.drafts.send(person, self.write(words, person)).announcement_id

    def states(self) -> list[tuple[str, str]]:
        """Who has a delivery of the newest version, and its state."""
        names = {row.person_id: row.person.name for row in self.rows.everybody()}
        newest = select(deliveries.c.subject_id).order_by(deliveries.c.subject_id.desc()).limit(1)
        with self.engine.connect() as connection:
            rows = connection.execute(
                select(deliveries).where(deliveries.c.subject_id == newest.scalar_subquery())
            )
            return sorted((names[row.person_id], row.state) for row in rows)


def said(words: str) -> Written:
    """A plain message."""
    return Written(Text(words, words))
