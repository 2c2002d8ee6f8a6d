"""What the host of a room sees of it: what is on there, who is expected, what was said of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from meeting.agenda import Agenda, Room, Session
from meeting.codes import session_code, short_code
from meeting.expected import expected
from meeting.hosting import RoomNow, is_host, room_now
from meeting.notices import Notice, RoomNoun, RoomWord
from meeting.people import Participant
from meeting.room_edits import to_change
from meeting.seats import FreeRoom, free_rooms
from services.agenda import AgendaBook
from services.draft_views import attendees
from services.errors import NotHost, RoomMovedOn
from store.candidates import CandidateRow, Candidates
from store.notices import Notices


@dataclass(frozen=True, slots=True)
class RoomView:
    """A room at a moment; times are in the meeting's zone. `coming` are the people expected, by
    session id; `was_full` and `was_ended` when the host said so of a session, by its id."""

    room: Room
    agenda: Agenda
    at: datetime
    now: RoomNow
    coming: Mapping[str, int]
    was_full: Mapping[str, datetime]
    was_ended: Mapping[str, datetime]


@dataclass(frozen=True, slots=True)
class Choice:
    """A session that is to be changed, in its room; `others` are those that could be instead,
    `rooms` those that it could go to."""

    view: RoomView
    session: Session
    others: tuple[Session, ...]
    rooms: tuple[FreeRoom, ...]


class HostedRooms:
    """Rights come from the agenda alone: whoever it names as the host of a room has them there."""

    def __init__(self, book: AgendaBook, candidates: Candidates, notices: Notices) -> None:
        self._book = book
        self._candidates = candidates
        self._notices = notices

    def view(self, person: Participant, code: str) -> RoomView:
        """The room with this code. Raises NotHost."""
        view, _ = self.look(person, code)
        return view

    def look(self, person: Participant, code: str) -> tuple[RoomView, tuple[CandidateRow, ...]]:
        """The same, with everybody on the list and their sessions: in a congress they are read
        once, since that takes most of the time."""
        agenda = self._book.held().agenda
        room = self.room_of(person, agenda, code)
        at, rows = self.now(), self._candidates.everybody(unseen=False)
        now = room_now(agenda, room.room_id, at)
        shown = (*now.running, *now.upcoming, *([now.follows] if now.follows else []))
        view = RoomView(
            room=room,
            agenda=agenda,
            at=at,
            now=now,
            coming=expected(agenda, attendees(rows)),
            was_full=self._said(RoomWord.FULL, shown),
            was_ended=self._said(RoomWord.ENDED, shown),
        )
        return view, rows

    def choice(self, person: Participant, code: str, session: str) -> Choice:
        """A session with this code, to be changed; the first that can be where `session` is empty.
        Raises NotHost, and RoomMovedOn where it is over or not there any more."""
        view = self.view(person, code)
        code = session or next(map(_code, view.now.changeable), "")
        found = to_change(view.agenda, view.room.room_id, code, view.at)
        if found is None:
            raise RoomMovedOn(view)
        others = tuple(each for each in view.now.changeable if each != found)
        coming = view.coming.get(found.session_id, 0)
        return Choice(view, found, others, free_rooms(view.agenda, found, coming, view.at))

    def room_of(self, person: Participant, agenda: Agenda, code: str) -> Room:
        """The room with this code, if somebody is its host; raises NotHost."""
        key = self._book.placement(person).folded_key
        for room in agenda.rooms:
            if short_code(room.room_id) == code and is_host(room, key):
                return room
        raise NotHost("not the host of that room")

    def was_said(self, noun: RoomNoun) -> Notice | None:
        """What was said of a room, where it was said before."""
        return self._notices.by_key(noun.key)

    def now(self) -> datetime:
        """The time, in the meeting's zone."""
        return self._book.clock.now().astimezone(self._book.zone)

    def _said(self, word: RoomWord, sessions: Sequence[Session]) -> dict[str, datetime]:
        """When that was said of which of these."""
        nouns = {s.session_id: RoomNoun(word, s.session_id, s.room) for s in sessions if s.room}
        notices = {key: self.was_said(noun) for key, noun in nouns.items()}
        zone = self._book.zone
        return {key: n.created_at.astimezone(zone) for key, n in notices.items() if n is not None}


def _code(session: Session) -> str:
    return session_code(session.session_id)
