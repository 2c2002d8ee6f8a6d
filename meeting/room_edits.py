"""What a host can change of a session in their room: later, or elsewhere; pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from meeting.agenda import Agenda, Session
from meeting.codes import session_code, short_code
from meeting.edits import late, moved
from meeting.hosting import MINUTES, can_end_later, can_start_later, room_now
from meeting.seats import free_rooms
from meeting.session_changes import SessionChange


@dataclass(frozen=True, slots=True)
class RoomEdit:
    """One session, by the code of its room and its own: so many `minutes` later (`starts`: its
    start, too, even if by the agenda it has just begun; else only its end), or into the room with
    the code `to`."""

    room: str
    session: str
    minutes: int = 0
    starts: bool = False
    to: str = ""


def to_change(agenda: Agenda, room_id: str, code: str, at: datetime) -> Session | None:
    """The session with this code, while it can be changed: it runs in the room, or is next there
    today."""
    sessions = room_now(agenda, room_id, at).changeable
    return next((each for each in sessions if session_code(each.session_id) == code), None)


def edited(agenda: Agenda, room_id: str, edit: RoomEdit, at: datetime) -> Agenda | None:
    """The agenda with that change, made at `at` (aware); None where it cannot be made."""
    session = to_change(agenda, room_id, edit.session, at)
    if session is None:
        return None
    return _moved(agenda, session, edit, at) if edit.to else _late(agenda, session, edit, at)


def stamp(changes: Iterable[SessionChange]) -> str:
    """Stands for where and when sessions were and will be: a change is made as it was looked at,
    and once."""
    facts = [
        (change.session_id, [(s.room, s.starts.timestamp(), s.ends.timestamp()) for s in both])
        for change in changes
        for both in [change.sessions]
    ]
    return short_code(repr(facts))


def _moved(agenda: Agenda, session: Session, edit: RoomEdit, at: datetime) -> Agenda | None:
    rooms = [each.room for each in free_rooms(agenda, session, 0, at)]
    to = next((room for room in rooms if short_code(room.room_id) == edit.to), None)
    return moved(agenda, session.session_id, to.room_id) if to else None


def _late(agenda: Agenda, session: Session, edit: RoomEdit, at: datetime) -> Agenda | None:
    allowed = can_start_later if edit.starts else can_end_later
    if edit.minutes not in MINUTES or not allowed(session, at):
        return None
    return late(agenda, session.session_id, edit.minutes, None if edit.starts else at)
