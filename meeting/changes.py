"""Two agendas -> typed changes, and the door to all about them: types, apply, by_session; pure."""

from collections.abc import Iterator

from meeting.agenda import Agenda, Session
from meeting.applying import apply
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
    Span,
    ZoneChanged,
    differing,
)
from meeting.session_changes import SessionChange, by_session, shown

__all__ = [
    "Added", "Cancelled", "Change", "Moved", "Renamed", "Rescheduled", "Revised", "RoomAdded",
    "RoomChange", "RoomClosed", "RoomRevised", "RoomsOrdered", "SessionChange", "Span",
    "ZoneChanged", "apply", "by_session", "diff",
]  # fmt: skip


def diff(before: Agenda, after: Agenda) -> tuple[Change, ...]:
    """What makes the one agenda the other: zone, rooms, then sessions by their start.

    Rooms keep the order they had, new ones follow in theirs; where the new agenda has another
    order, a RoomsOrdered says so.
    """
    zone = (ZoneChanged(before.zone, after.zone),) if before.zone != after.zone else ()
    return (*zone, *_room_changes(before, after), *_session_changes(before, after))


def _room_changes(before: Agenda, after: Agenda) -> Iterator[RoomChange]:
    old = {room.room_id: room for room in before.rooms}
    new = {room.room_id: room for room in after.rooms}
    yield from (RoomClosed(room) for key, room in old.items() if key not in new)
    both = ((old[key], room) for key, room in new.items() if key in old)
    yield from (RoomRevised(was, room) for was, room in both if was != room)
    yield from (RoomAdded(room) for key, room in new.items() if key not in old)
    kept = (*(key for key in old if key in new), *(key for key in new if key not in old))
    if kept != tuple(new):
        yield RoomsOrdered(kept, tuple(new))


def _session_changes(before: Agenda, after: Agenda) -> Iterator[Change]:
    old = {session.session_id: session for session in before.sessions}
    new = {session.session_id: session for session in after.sessions}
    yield from (Cancelled(session) for key, session in old.items() if key not in new)
    for key, session in new.items():
        if key in old:
            yield from _within(old[key], session)
        else:
            yield Added(session)


def _within(old: Session, new: Session) -> Iterator[Change]:
    """The changes of one session that is in both agendas."""
    key = old.session_id
    if old.room != new.room:
        yield Moved(key, old.room, new.room)
    if shown(old) != shown(new):
        yield Rescheduled(key, Span(old.starts, old.ends), Span(new.starts, new.ends))
    if old.title != new.title:
        yield Renamed(key, old.title, new.title)
    if differing(old, new, REVISED):
        yield Revised(key, old, new)
