"""What the host of a room says of it: it is full, or people can come in; each to whom it concerns,
and once."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from meeting.agenda import Room, Session
from meeting.codes import session_code
from meeting.delivery import Urgency
from meeting.formats.local_time import later
from meeting.hosting import JUST_NOW, to_call_in, to_turn_away
from meeting.notices import RoomNoun, RoomWord
from meeting.people import Participant
from meeting.seats import emptiest, seats_left
from services.draft_views import attendees
from services.errors import NobodyNext, RoomMovedOn
from services.hosted_rooms import HostedRooms, RoomView
from services.room_changes import Hearers, hearers
from store.candidates import CandidateRow
from store.notices import NewNotice, Notices


@dataclass(frozen=True, slots=True)
class Said:
    """What was said of a room: `session` is full, or people can come in for it. `other` is where
    there are `seats` left. `hearers` is None where it was said before, at `at` (in the meeting's
    zone), and nobody is told again."""

    word: RoomWord
    room: Room
    session: Session
    other: Session | None
    other_room: Room | None
    seats: int
    hearers: Hearers | None
    at: datetime


class RoomNotices:
    """Both raise NotHost, and RoomMovedOn where that cannot be said of the session any more."""

    def __init__(self, rooms: HostedRooms, notices: Notices) -> None:
        self._rooms = rooms
        self._notices = notices

    def full(self, person: Participant, code: str, session: str) -> Said:
        """Tell who attends a session that its room is full, and where there are seats left."""
        view, rows = self._rooms.look(person, code)
        found = next((s for s in view.now.filling if _is(s, session)), None)
        if found is None:
            raise RoomMovedOn(view)
        other = emptiest(view.agenda, found, view.coming, view.at, self._is_full)
        other_id = other.session_id if other else None
        noun = RoomNoun(RoomWord.FULL, found.session_id, view.room.room_id, other_id)
        return self._say(person, view, rows, noun, found, found.ends)

    def ended(self, person: Participant, code: str, session: str) -> Said:
        """Tell those of the next session in the room today that this one has ended. Raises
        NobodyNext where there is none."""
        view, rows = self._rooms.look(person, code)
        ending, follows = view.now.ending, view.now.follows
        if ending is None or not _is(ending, session):
            raise RoomMovedOn(view)
        if follows is None:
            raise NobodyNext("nothing more is in this room today")
        noun = RoomNoun(RoomWord.ENDED, follows.session_id, view.room.room_id)
        return self._say(person, view, rows, noun, follows, later(follows.starts, JUST_NOW))

    def _say(
        self,
        person: Participant,
        view: RoomView,
        rows: Sequence[CandidateRow],
        noun: RoomNoun,
        session: Session,
        not_after: datetime,
    ) -> Said:
        earlier = self._rooms.was_said(noun)
        if earlier is not None:
            at = earlier.created_at.astimezone(view.at.tzinfo)
            return _said(view, noun, session, at, None)
        whom = to_turn_away if noun.word is RoomWord.FULL else to_call_in
        people = whom(view.agenda, session, attendees(rows))
        new = NewNotice(noun.key, noun, Urgency.URGENT, not_after, author=person.chat_id)
        self._notices.put(new, people, view.at)
        return _said(view, noun, session, view.at, hearers(rows, people))

    def _is_full(self, session: Session) -> bool:
        noun = RoomNoun(RoomWord.FULL, session.session_id, session.room or "")
        return self._rooms.was_said(noun) is not None


def _said(
    view: RoomView, noun: RoomNoun, session: Session, at: datetime, heard: Hearers | None
) -> Said:
    other = view.agenda.session(noun.other) if noun.other else None
    return Said(
        word=noun.word,
        room=view.room,
        session=session,
        other=other,
        other_room=view.agenda.room(other.room) if other else None,
        seats=seats_left(view.agenda, other, view.coming) if other else 0,
        hearers=heard,
        at=at,
    )


def _is(session: Session, code: str) -> bool:
    return session_code(session.session_id) == code
