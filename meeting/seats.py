"""Where seats are left: in rooms that are free, and in the sessions beside a full one; pure."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from meeting.agenda import Agenda, Room, Session
from meeting.finding import rooms_for


@dataclass(frozen=True, slots=True)
class FreeRoom:
    """A room that nothing else is in; `has_seats` for all who are expected, None: nobody knows."""

    room: Room
    has_seats: bool | None


def free_rooms(
    agenda: Agenda, session: Session, expected: int, at: datetime
) -> tuple[FreeRoom, ...]:
    """The other rooms that are free for the rest of a session: those with seats for all first, then
    those of which nobody knows, then those that are too small; each in the agenda's order."""
    begins = max(session.starts, at.astimezone(session.starts.tzinfo), key=datetime.timestamp)
    rest = replace(session, starts=begins)
    free = [seat.room for seat in rooms_for(agenda, rest) if seat.taken_by is None]
    rooms = [FreeRoom(room, _seats(room, expected)) for room in free]
    order = {True: 0, None: 1, False: 2}
    return tuple(sorted(rooms, key=lambda each: order[each.has_seats]))


def emptiest(
    agenda: Agenda,
    session: Session,
    expected: Mapping[str, int],
    at: datetime,
    is_full: Callable[[Session], bool],
) -> Session | None:
    """The parallel session in another room with the most seats left by who is expected (people by
    session id); None where none is left that is not over and not said to be full, and for a
    break."""
    at = at.astimezone(UTC)
    beside = () if session.is_break else agenda.beside(session)
    elsewhere = [s for s in beside if s.room != session.room and s.ends > at and not is_full(s)]
    left = {s.session_id: seats_left(agenda, s, expected) for s in elsewhere}
    with_seats = [s for s in elsewhere if left[s.session_id]]
    return max(with_seats, key=lambda s: left[s.session_id], default=None)


def seats_left(agenda: Agenda, session: Session, expected: Mapping[str, int]) -> int:
    """By who is expected; 0 where nobody knows how many seats there are."""
    room = agenda.room(session.room)
    seats = room.capacity if room else None
    return max(0, seats - expected.get(session.session_id, 0)) if seats is not None else 0


def _seats(room: Room, expected: int) -> bool | None:
    return None if room.capacity is None else room.capacity >= expected
