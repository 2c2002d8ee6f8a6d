"""An agenda with changes -> the next one, also where somebody else was faster; pure."""

from collections.abc import Iterable
from dataclasses import fields, replace
from zoneinfo import ZoneInfo

from meeting.agenda import Agenda, Room, Session, ordered
from meeting.change_types import (
    REVISED,
    Added,
    Cancelled,
    Change,
    Moved,
    Renamed,
    Rescheduled,
    Revised,
    RoomAdded,
    RoomChange,
    RoomClosed,
    RoomRevised,
    RoomsOrdered,
    ZoneChanged,
    differing,
)

ROOM = tuple(field.name for field in fields(Room))


def apply(agenda: Agenda, changes: Iterable[Change]) -> Agenda:
    """The agenda with these changes: `apply(a, diff(a, b)) == b`, order of rooms included.

    Holds for agendas whose ids are unique and whose sessions are in order and in their zone, as
    Agenda says. On any other agenda than the one that was compared (somebody was faster), what
    does not fit is passed over, what both changed ends as these changes say, and the rest stays.
    Nothing is raised; a session may then be in a room that is no longer there.
    """
    draft = _Draft(agenda)
    for change in changes:
        draft.take(change)
    return draft.agenda()


class _Draft:
    """An agenda in pieces, while changes are made to it."""

    def __init__(self, agenda: Agenda) -> None:
        self._zone = agenda.zone
        self._sessions = {session.session_id: session for session in agenda.sessions}
        self._rooms = {room.room_id: room for room in agenda.rooms}

    def agenda(self) -> Agenda:
        zone = ZoneInfo(self._zone)
        sessions = (_in_zone(session, zone) for session in self._sessions.values())
        return Agenda(self._zone, ordered(sessions), tuple(self._rooms.values()))

    def take(self, change: Change) -> None:
        match change:
            case ZoneChanged(after=zone):
                self._zone = zone
            case Added(session):
                self._sessions[session.session_id] = session
            case Cancelled(session):
                self._sessions.pop(session.session_id, None)
            case Moved() | Rescheduled() | Renamed() | Revised():
                if found := self._sessions.get(change.session_id):
                    self._sessions[change.session_id] = _changed(found, change)
            case _:
                self._take_room(change)

    def _take_room(self, change: RoomChange) -> None:
        match change:
            case RoomAdded(room):
                self._rooms[room.room_id] = room
            case RoomClosed(room):
                self._rooms.pop(room.room_id, None)
            case RoomRevised(before, after):
                if found := self._rooms.get(before.room_id):
                    self._rooms[found.room_id] = replace(found, **differing(before, after, ROOM))
            case RoomsOrdered(after=order):
                others = [key for key in self._rooms if key not in order]
                keys = [key for key in order if key in self._rooms]
                self._rooms = {key: self._rooms[key] for key in (*keys, *others)}


def _changed(session: Session, change: Moved | Rescheduled | Renamed | Revised) -> Session:
    match change:
        case Moved(after=room):
            return replace(session, room=room)
        case Rescheduled(after=span):
            return replace(session, starts=span.starts, ends=span.ends)
        case Renamed(after=title):
            return replace(session, title=title)
        case Revised(before=before, after=after):
            return replace(session, **differing(before, after, REVISED))


def _in_zone(session: Session, zone: ZoneInfo) -> Session:
    if session.starts.tzinfo is zone and session.ends.tzinfo is zone:
        return session
    starts, ends = session.starts.astimezone(zone), session.ends.astimezone(zone)
    return replace(session, starts=starts, ends=ends)
