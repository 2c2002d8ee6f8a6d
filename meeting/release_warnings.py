"""What an organiser should know before a change of the agenda is released; pure."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from meeting.agenda import Agenda, Room, Session
from meeting.clashes import Clash, in_rooms, of_people
from meeting.session_changes import SessionChange, by_session


@dataclass(frozen=True, slots=True)
class DropsAll:
    """Every session of the old agenda that is not over is cancelled, `count` of them."""

    count: int


@dataclass(frozen=True, slots=True)
class OverCapacity:
    """More people are expected in a session than its room has seats."""

    session: Session
    room: Room
    expected: int


@dataclass(frozen=True, slots=True)
class RoomClash:
    """Two sessions at one time in one room, in the order of the agenda."""

    first: Session
    second: Session
    room: Room


@dataclass(frozen=True, slots=True)
class PersonClash:
    """Somebody has a part in two sessions at one time."""

    name: str
    first: Session
    second: Session


@dataclass(frozen=True, slots=True)
class HasBegun:
    """A change to a session that has begun."""

    change: SessionChange


@dataclass(frozen=True, slots=True)
class IsOver:
    """A change to a session that is over, or that is put into the past."""

    change: SessionChange


Warning = DropsAll | OverCapacity | RoomClash | PersonClash | HasBegun | IsOver  # noqa: A001
FEWEST = 2  # one session that is cancelled, the last one, drops nobody's meeting


def warnings(
    before: Agenda,
    after: Agenda,
    expected: Mapping[str, int],
    names: Mapping[str, str],
    at: datetime,
) -> tuple[Warning, ...]:
    """What is odd about the new agenda and was not about the old one, by kind and then by start.

    `expected`: how many people will come, by session id; where it says nothing of a session, its
    room is not looked at. `names`: what people are called, by their casefolded key; who is not in
    it, as the agenda calls them. Nothing is said of clashes and seats of what is over at `at`
    (aware), nor that a session has begun or is over which is only revised.
    """
    at = at.astimezone(UTC)
    return (
        *_drops_all(before, after, at),
        *_over_capacity(before, after, expected, at),
        *_room_clashes(before, after, at),
        *_person_clashes(before, after, names, at),
        *_late_changes(before, after, at),
    )


def _drops_all(before: Agenda, after: Agenda, at: datetime) -> Iterator[DropsAll]:
    kept = {session.session_id for session in after.sessions}
    ahead = [session.session_id for session in before.sessions if session.ends > at]
    if len(ahead) >= FEWEST and kept.isdisjoint(ahead):
        yield DropsAll(len(ahead))


def _over_capacity(
    before: Agenda, after: Agenda, expected: Mapping[str, int], at: datetime
) -> Iterator[OverCapacity]:
    full = {(s.session_id, room.room_id) for s, room in _too_full(before, expected)}
    for session, room in _too_full(after, expected):
        if session.ends > at and (session.session_id, room.room_id) not in full:
            yield OverCapacity(session, room, expected[session.session_id])


def _too_full(agenda: Agenda, expected: Mapping[str, int]) -> Iterator[tuple[Session, Room]]:
    for session in agenda.sessions:
        room = agenda.room(session.room)
        seats = room.capacity if room else None
        if room and seats is not None and expected.get(session.session_id, 0) > seats:
            yield session, room


def _room_clashes(before: Agenda, after: Agenda, at: datetime) -> Iterator[RoomClash]:
    old = {_key(room, *pair) for room, pair in in_rooms(before)}
    for room_id, (first, second) in _ahead(in_rooms(after), at):
        room = after.room(room_id)
        if room and _key(room_id, first, second) not in old:
            yield RoomClash(first, second, room)


def _person_clashes(
    before: Agenda, after: Agenda, names: Mapping[str, str], at: datetime
) -> Iterator[PersonClash]:
    old = {_key(who, *pair) for who, pair in of_people(before)}
    called = {name.casefold(): name for s in after.sessions for name in s.people} | dict(names)
    for who, (first, second) in _ahead(of_people(after), at):
        if _key(who, first, second) not in old:
            yield PersonClash(called[who], first, second)


def _late_changes(before: Agenda, after: Agenda, at: datetime) -> Iterator[HasBegun | IsOver]:
    told = [change for change in by_session(before, after) if change.is_told]
    over = [change for change in told if any(s.ends <= at for s in change.sessions)]
    running = [change for change in told if any(s.starts <= at for s in change.sessions)]
    yield from (HasBegun(change) for change in running if change not in over)
    yield from (IsOver(change) for change in over)


def _ahead(clashes: Iterable[Clash], at: datetime) -> list[Clash]:
    """Those that are not past, by start."""
    found = [(name, pair) for name, pair in clashes if all(s.ends > at for s in pair)]
    return sorted(found, key=lambda clash: clash[1][1].starts.timestamp())


def _key(name: str, first: Session, second: Session) -> tuple[str, frozenset[str]]:
    return name, frozenset((first.session_id, second.session_id))
