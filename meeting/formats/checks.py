"""What is odd about an agenda though it can be read: clashes, days outside, people unknown."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta

from meeting.agenda import Agenda, Session
from meeting.formats.drafts import AgendaFile
from meeting.formats.grid import quoted
from meeting.formats.local_time import elapsed
from meeting.formats.problems import Problem, Severity
from meeting.people import Person

LONGEST, NO_TIME = timedelta(hours=24), timedelta(0)
MIDNIGHT = time()


def check(file: AgendaFile, people: Sequence[Person], days: tuple[date, date] | None) -> AgendaFile:
    """The file with what these checks find added to its problems.

    `people` is the list of participants, `days` the meeting's first and last day.
    """
    agenda, rows = file.agenda, file.rows
    found = [
        *_clashes_in_rooms(agenda, rows),
        *_people_twice(agenda, rows),
        *_outside(agenda, rows, days),
        *_odd_lengths(agenda, rows),
        *_unknown_people(agenda, rows, people),
    ]
    return AgendaFile(agenda, rows, (*file.problems, *found), file.notes)


def _clashes_in_rooms(agenda: Agenda, rows: Mapping[str, str]) -> Iterator[Problem]:
    names = {room.room_id: room.name for room in agenda.rooms}
    inside: dict[str, list[Session]] = defaultdict(list)
    for session in agenda.sessions:
        if session.room is not None:
            inside[session.room].append(session)
    for room, sessions in inside.items():
        for first, second in _overlaps(sessions):
            yield _warning(
                second, rows,
                f"{quoted(second.title)} is in {names.get(room, room)} at the same time as "
                f"{quoted(first.title)} ({rows.get(first.session_id, first.session_id)}).",
            )  # fmt: skip


def _people_twice(agenda: Agenda, rows: Mapping[str, str]) -> Iterator[Problem]:
    tasks: dict[str, list[Session]] = defaultdict(list)
    names: dict[str, str] = {}
    for session in agenda.sessions:
        for name in {name.casefold(): name for name in session.people}.values():
            tasks[names.setdefault(name.casefold(), name)].append(session)
    for name, sessions in tasks.items():
        for first, second in _overlaps(sessions):
            yield _warning(
                second, rows,
                f"{name} is in {quoted(second.title)} and at the same time in "
                f"{quoted(first.title)} ({rows.get(first.session_id, first.session_id)}).",
            )  # fmt: skip


def _outside(
    agenda: Agenda, rows: Mapping[str, str], days: tuple[date, date] | None
) -> Iterator[Problem]:
    if days is None:
        return
    for session in agenda.sessions:
        if not days[0] <= session.starts.date() <= days[1]:
            said = f"{quoted(session.title)} is on {session.starts.date()}"
            yield _warning(session, rows, f"{said}; the meeting is {days[0]} to {days[1]}.")


def _odd_lengths(agenda: Agenda, rows: Mapping[str, str]) -> Iterator[Problem]:
    for session in agenda.sessions:
        length = elapsed(session.starts, session.ends)
        if length > LONGEST:
            hours = length.total_seconds() / 3600
            yield _warning(session, rows, f"{quoted(session.title)} lasts {hours:.0f} hours.")
        if length == NO_TIME and session.starts.time() == MIDNIGHT:  # dates without their times
            yield _warning(session, rows, f"{quoted(session.title)} starts and ends at 00:00.")


def _unknown_people(
    agenda: Agenda, rows: Mapping[str, str], people: Sequence[Person]
) -> Iterator[Problem]:
    """Only what looks like a key: a name as printed need not be on the list."""
    known = {person.key.casefold() for person in people}
    if not known:
        return
    for session in agenda.sessions:
        for name in session.people:
            if " " not in name and name.casefold() not in known:
                yield _warning(session, rows, f"{name} is not on the list of participants.")


def _overlaps(sessions: Iterable[Session]) -> Iterator[tuple[Session, Session]]:
    """Pairs that run at the same time, each later session once, with the one that ends last."""
    last: Session | None = None
    for session in sorted(sessions, key=lambda s: (_utc(s.starts), _utc(s.ends))):
        if last and _utc(session.starts) < _utc(last.ends) and session.starts != session.ends:
            yield last, session
        if last is None or _utc(session.ends) > _utc(last.ends):
            last = session


def _warning(session: Session, rows: Mapping[str, str], message: str) -> Problem:
    row = rows.get(session.session_id, session.session_id)
    return Problem(Severity.WARNING, row, message)


def _utc(moment: datetime) -> datetime:
    return moment.astimezone(UTC)
