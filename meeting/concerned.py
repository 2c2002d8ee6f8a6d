"""Who is told of a change of the agenda, and of which sessions; pure."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime

from meeting.agenda import Agenda, Room, Session
from meeting.common import common
from meeting.session_changes import SessionChange, by_session


@dataclass(frozen=True, slots=True)
class Attendee:
    """Somebody who may be told. `key` is what the agenda calls them, casefolded; `assigned` and
    `following` are the ids of sessions."""

    person_id: int
    key: str
    assigned: frozenset[str]
    following: frozenset[str]


def concerned(
    before: Agenda,
    after: Agenda,
    attendees: Iterable[Attendee],
    at: datetime,
    everybody: bool,
) -> dict[int, tuple[SessionChange, ...]]:
    """The changes that each person is told, by the start of what they are now; nobody without any.

    Told is what is added, cancelled, moved, rescheduled or renamed, unless it is over at `at`
    (aware): the old session where it is cancelled, the new one where it is added, else both of
    them. It concerns, under the old agenda or under the new one,

    - every attendee where the session concerns everybody, if `everybody` is true;
    - of a parallel session, those assigned to it or following it;
    - always its chairs, speakers and rapporteurs, and the host of its room;
    - where a room closes, everyone whose day had the session in it, whatever `everybody` says;
      that goes for a session that is cancelled with its room, too.

    A session that is only revised is told to those who become or no longer are its chair, speaker
    or rapporteur, and to nobody else.
    """
    people = _People(attendees)
    old, new = _Version(before, people, everybody), _Version(after, people, everybody)
    lines: dict[int, list[SessionChange]] = {person_id: [] for person_id in people.ids}
    for change in by_session(before, after):
        if not change.is_over(at):
            for person_id in _told(change, old, new, people):
                lines[person_id].append(change)
    return {person_id: tuple(changes) for person_id, changes in lines.items() if changes}


class _People:
    """Attendees, found by what they are called and by their sessions."""

    def __init__(self, attendees: Iterable[Attendee]) -> None:
        self.ids: dict[int, None] = {}  # a set that keeps the order
        self._by_key: dict[str, set[int]] = defaultdict(set)
        self._by_session: dict[str, set[int]] = defaultdict(set)
        for one in attendees:
            self.ids[one.person_id] = None
            self._by_key[one.key].add(one.person_id)
            for session_id in one.assigned | one.following:
                self._by_session[session_id].add(one.person_id)

    def called(self, names: Iterable[str]) -> set[int]:
        found = (self._by_key.get(name.casefold(), set()) for name in names)
        return set[int]().union(*found)

    def attending(self, session_id: str) -> set[int]:
        return self._by_session.get(session_id, set())


class _Version:
    """One of the two agendas, with the people."""

    def __init__(self, agenda: Agenda, people: _People, everybody: bool) -> None:
        self._people = people
        self._everybody = everybody
        self._common = common(agenda)
        self._rooms = {room.room_id for room in agenda.rooms}

    def lacks(self, room: Room | None) -> bool:
        return room is not None and room.room_id not in self._rooms

    def concerned(
        self, session: Session | None, room: Room | None, closes: bool
    ) -> Collection[int]:
        """Whom a session in a room concerns under this agenda; nobody where it is not in it."""
        if session is None:
            return ()
        if (self._everybody or closes) and session.session_id in self._common:
            return self._people.ids
        host = (room.host,) if room and room.host else ()
        tasks = self._people.called((*session.people, *host))
        return tasks | self._people.attending(session.session_id)


def _told(change: SessionChange, old: _Version, new: _Version, people: _People) -> Iterable[int]:
    if not change.is_told:
        return people.called(change.other_parts)
    closes = new.lacks(change.room_before)
    were = old.concerned(change.before, change.room_before, closes)
    are = new.concerned(change.after, change.room_after, closes=False)
    return {*were, *are}
