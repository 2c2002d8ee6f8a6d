"""Who is told of a change, as one might get it wrong: each forgets or adds one thing."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from meeting.agenda import Agenda, Session, ordered
from meeting.changes import by_session
from meeting.concerned import concerned
from tests.meeting.concerned_by_words import Case, Told


def told(case: Case) -> Told:
    """The ids of the sessions that each person is told of, as the code says."""
    found = concerned(case.before, case.after, case.attendees, case.at, case.everybody)
    return {who: [change.session_id for change in changes] for who, changes in found.items()}


def with_sessions(agenda: Agenda, change: Callable[[Session], Session]) -> Agenda:
    return replace(agenda, sessions=tuple(map(change, agenda.sessions)))


def only_people_of_the_new_agenda(case: Case) -> Told:
    return told(replace(case, before=with_people_of(case.after, case.before)))


def only_people_of_the_old_agenda(case: Case) -> Told:
    return told(replace(case, after=with_people_of(case.before, case.after)))


def with_people_of(other: Agenda, agenda: Agenda) -> Agenda:
    """Its sessions, but with the chairs and speakers that they have in the other one."""

    def as_there(session: Session) -> Session:
        there = other.session(session.session_id)
        return replace(
            session,
            chairs=there.chairs if there else (),
            speakers=there.speakers if there else (),
            rapporteurs=there.rapporteurs if there else (),
        )

    return with_sessions(agenda, as_there)


def without_hosts(agenda: Agenda) -> Agenda:
    return replace(agenda, rooms=tuple(replace(room, host=None) for room in agenda.rooms))


def forgets_hosts(case: Case) -> Told:
    before, after = without_hosts(case.before), without_hosts(case.after)
    return told(replace(case, before=before, after=after))


def forgets_the_host_of_the_old_room(case: Case) -> Told:
    return told(replace(case, before=without_hosts(case.before)))


def forgets_the_host_of_the_new_room(case: Case) -> Told:
    return told(replace(case, after=without_hosts(case.after)))


def forgets_who_follows(case: Case) -> Told:
    people = tuple(replace(one, following=frozenset()) for one in case.attendees)
    return told(replace(case, attendees=people))


def forgets_who_is_assigned(case: Case) -> Told:
    people = tuple(replace(one, assigned=frozenset()) for one in case.attendees)
    return told(replace(case, attendees=people))


def forgets_rooms_that_close(case: Case) -> Told:
    known = {room.room_id for room in case.after.rooms}
    closed = tuple(room for room in case.before.rooms if room.room_id not in known)
    return told(replace(case, after=replace(case.after, rooms=(*case.after.rooms, *closed))))


def tells_everybody_though_they_shall_not(case: Case) -> Told:
    return told(replace(case, everybody=True))


def tells_nobody_of_common_sessions(case: Case) -> Told:
    return told(replace(case, everybody=False))


def tells_of_what_is_over(case: Case) -> Told:
    return told(replace(case, at=case.at - timedelta(days=1)))


def says_nothing_of_what_runs(case: Case) -> Told:
    running = {s.session_id for s in (*case.before.now(case.at), *case.after.now(case.at))}
    return filtered(told(case), lambda session_id: session_id not in running)


def reads_the_clock_on_the_wall(case: Case) -> Told:
    return told(replace(case, at=case.at.replace(fold=0)))


def says_nothing_of_new_tasks(case: Case) -> Told:
    lines = {line.session_id for line in by_session(case.before, case.after) if line.is_told}
    return filtered(told(case), lambda session_id: session_id in lines)


def looks_at_capitals(case: Case) -> Told:
    def literally(session: Session) -> Session:
        chairs = tuple(name for name in session.chairs if name == name.casefold())
        return replace(session, chairs=chairs)

    before, after = (with_sessions(each, literally) for each in (case.before, case.after))
    return told(replace(case, before=before, after=after))


def takes_nothing_for_common_that_was(case: Case) -> Told:
    return without_the_crowd(told(replace(case, before=crowded(case.before))))


def takes_nothing_for_common_that_is_now(case: Case) -> Told:
    return without_the_crowd(told(replace(case, after=crowded(case.after))))


def crowded(agenda: Agenda) -> Agenda:
    """With something beside each of its sessions."""
    start, end = (datetime(n, 1, 1, tzinfo=ZoneInfo(agenda.zone)) for n in (2008, 2009))
    sessions = [replace(s, plenary=False, is_break=False) for s in agenda.sessions]
    return replace(agenda, sessions=ordered((*sessions, Session("crowd", "Crowd", start, end))))


def without_the_crowd(found: Told) -> Told:
    return filtered(found, lambda session_id: session_id != "crowd")


def filtered(found: Told, keep: Callable[[str], bool]) -> Told:
    left = {who: [each for each in ids if keep(each)] for who, ids in found.items()}
    return {who: ids for who, ids in left.items() if ids}


MISTAKES = (
    only_people_of_the_new_agenda,
    only_people_of_the_old_agenda,
    forgets_hosts,
    forgets_the_host_of_the_old_room,
    forgets_the_host_of_the_new_room,
    forgets_who_follows,
    forgets_who_is_assigned,
    forgets_rooms_that_close,
    tells_everybody_though_they_shall_not,
    tells_nobody_of_common_sessions,
    takes_nothing_for_common_that_was,
    takes_nothing_for_common_that_is_now,
    tells_of_what_is_over,
    says_nothing_of_what_runs,
    reads_the_clock_on_the_wall,
    says_nothing_of_new_tasks,
    looks_at_capitals,
)
