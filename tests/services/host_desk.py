"""The host of a room over a store of their own: Cléo looks after Nobel, Bo after Fram."""

from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from sqlalchemy import select

from meeting.agenda import Agenda, Room, ordered
from meeting.codes import session_code, short_code
from meeting.notices import NoticeKind, RoomNoun
from meeting.people import Participant, Person
from services.agenda import AgendaBook
from services.room_host import room_host
from store.candidates import Candidates
from store.logistics import Logistics
from store.notice_document import noun_from_document
from store.notices import Notices
from store.tables import deliveries, notices
from tests.services.release_desk import ReleaseDesk
from tests.services.writing_desk import ADA, BO, CLEO, DAN
from tests.two_days import AGENDA, at, session

NOBEL = Room("nobel", "Nobel", "first floor", capacity=2, host="CLEO")
FRAM = Room("fram", "Fram", "second floor", capacity=70, host="bo")
MUNCH = Room("munch", "Munch", capacity=20)
RESTAURANT = Room("restaurant", "Restaurant")
# After Funding, in the same room; so that somebody waits at its door.
FILMS = session("films", "Films", 11, "17:00", "18:00", room="nobel")
HALL: Agenda = replace(
    AGENDA,
    sessions=ordered((*AGENDA.sessions, FILMS)),
    rooms=(FRAM, NOBEL, MUNCH, RESTAURANT),
)
EVA = Person("eva", "Eva Lie", sessions=("funding",))
IN_NOBEL, IN_FRAM, IN_MUNCH = (short_code(name) for name in ("nobel", "fram", "munch"))
FUNDING, PEACE, TALK = (session_code(name) for name in ("funding", "peace", "films"))


@dataclass(frozen=True)
class Told:
    """A notice of a room: what it says, how long it is useful, who wrote it, and to whom."""

    noun: RoomNoun
    not_after: datetime
    author: int | None
    urgency: str
    people: dict[str, str]


class HostDesk(ReleaseDesk):
    """Ada (20), Cléo (22) and Bo (21) have opened the bot, Dan and Eva have not. Ada and Eva are
    assigned to Funding, Bo to Police."""

    def __init__(self, folder: Path, agenda: Agenda = HALL, everybody: bool = True) -> None:
        super().__init__(folder, ADA, BO, CLEO, DAN, EVA, agenda=agenda, everybody=everybody)
        self.open("bo", 21)
        book = AgendaBook(
            self.agendas, self.people, Logistics(self.engine), self.clock, AGENDA.zone
        )
        self.notices = Notices(self.engine)
        self.host = room_host(book, Candidates(self.engine), self.notices, self.releases, everybody)
        self.cleo, self.bo, self.ada = (self.member(each.key) for each in (CLEO, BO, ADA))

    def member(self, key: str) -> Participant:
        row = self.people.by_key(key)
        assert row is not None
        return Participant(row.chat_id or 0, row.person.name, person_id=row.person_id)

    def hold(self, agenda: Agenda) -> None:
        self.agendas.add(agenda, "", self.clock.now())

    def set_clock(self, clock: str, day: int = 11) -> None:
        self.clock.time = at(day, clock)

    def said(self) -> list[Told]:
        """All that was said of rooms."""
        query = select(notices).where(notices.c.kind == NoticeKind.ROOM).order_by(notices.c.id)
        with self.engine.connect() as connection:
            rows = connection.execute(query).all()
        return [self._told(row.id, row.noun, row.author) for row in rows]

    def _told(self, notice_id: int, document: dict[str, object], author: int | None) -> Told:
        query = select(deliveries).where(
            deliveries.c.kind == "notice", deliveries.c.subject_id == notice_id
        )
        names = {row.person_id: row.person.name for row in self.people.everybody()}
        with self.engine.connect() as connection:
            rows = connection.execute(query.order_by(deliveries.c.id)).all()
        noun = noun_from_document(NoticeKind.ROOM, document)
        assert isinstance(noun, RoomNoun)
        (urgency,), (not_after,) = (
            {getattr(row, name) for row in rows} for name in ("urgency", "not_after")
        )
        people = {names[row.person_id]: row.state for row in rows}
        return Told(noun, not_after, author, urgency, people)
