"""What is in two places, or holds two things, at one time: rooms and people of an agenda; pure."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import combinations

from meeting.agenda import Agenda, Session, ordered

Clash = tuple[str, tuple[Session, Session]]


def in_rooms(agenda: Agenda) -> Iterator[Clash]:
    """Room ids, each with two sessions that are in it at one time, in the order of the agenda."""
    found: dict[str, list[Session]] = defaultdict(list)
    for session in agenda.sessions:
        if session.room is not None:
            found[session.room].append(session)
    return _clashes(found)


def of_people(agenda: Agenda) -> Iterator[Clash]:
    """What people are called (casefolded), each with two sessions at one time in which they have a
    part, in the order of the agenda."""
    found: dict[str, list[Session]] = defaultdict(list)
    for session in agenda.sessions:
        for name in dict.fromkeys(map(str.casefold, session.people)):
            found[name].append(session)
    return _clashes(found)


def _clashes(groups: Mapping[str, list[Session]]) -> Iterator[Clash]:
    """A session without any length is in nobody's way."""
    for name, sessions in groups.items():
        for first, second in combinations(filter(_lasts, ordered(sessions)), 2):
            if first.overlaps(second):
                yield name, (first, second)


def _lasts(session: Session) -> bool:
    return session.starts.timestamp() < session.ends.timestamp()
