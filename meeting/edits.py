"""One session changed by hand: another time, another room, later, gone; pure.

Each gives the whole agenda back. A session or a room that is not there (any more) changes nothing.
Lengths are real ones: an hour is an hour on the night when clocks are changed, too.
"""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from meeting.agenda import Agenda, Session, ordered
from meeting.formats.local_time import elapsed, later, placed

NO_TIME = timedelta(0)


def retimed(agenda: Agenda, session_id: str, starts: datetime, ends: datetime) -> Agenda:
    """From `starts` to `ends`: aware, or naive for the wall time of the meeting's zone (the earlier
    one of two). Raises ValueError where it would end before it starts."""
    zone = ZoneInfo(agenda.zone)
    starts, ends = placed(starts, zone), placed(ends, zone)
    if elapsed(starts, ends) < NO_TIME:
        raise ValueError("a session ends before it starts")
    found = agenda.session(session_id)
    return _with(agenda, replace(found, starts=starts, ends=ends)) if found else agenda


def moved(agenda: Agenda, session_id: str, room_id: str | None) -> Agenda:
    """Into this room; None: into none."""
    found = agenda.session(session_id)
    known = room_id is None or agenda.room(room_id) is not None
    return _with(agenda, replace(found, room=room_id)) if found and known else agenda


def renamed(agenda: Agenda, session_id: str, title: str) -> Agenda:
    """With another title, its spaces and line ends made single spaces; an empty one changes
    nothing."""
    title = " ".join(title.split())
    found = agenda.session(session_id)
    return _with(agenda, replace(found, title=title)) if found and title else agenda


def cancelled(agenda: Agenda, session_id: str) -> Agenda:
    """Without this session."""
    others = tuple(s for s in agenda.sessions if s.session_id != session_id)
    return replace(agenda, sessions=others)


def swapped(agenda: Agenda, first_id: str, second_id: str) -> Agenda:
    """The two sessions change rooms."""
    first, second = agenda.session(first_id), agenda.session(second_id)
    if first is None or second is None:
        return agenda
    return _with(agenda, replace(first, room=second.room), replace(second, room=first.room))


def late(agenda: Agenda, session_id: str, minutes: int, at: datetime | None = None) -> Agenda:
    """This session runs later by so many minutes of real time, and what follows gives way.

    It ends later; it starts later, too, unless it has begun at `at` (aware; without it, it counts
    as not begun). In its room, breaks included, what is now in the way starts when the one before
    it ends, no later, and keeps its length; where there is a gap, the delay ends. What ran beside
    it before is left alone. Raises ValueError unless there is at least one minute.
    """
    if minutes < 1:
        raise ValueError("a session can only run later")
    found = agenda.session(session_id)
    if found is None:
        return agenda
    delay = timedelta(minutes=minutes)
    begun = at is not None and found.starts <= at.astimezone(UTC)
    starts = found.starts if begun else later(found.starts, delay)
    delayed = replace(found, starts=starts, ends=later(found.ends, delay))
    return _with(agenda, delayed, *_pushed(agenda, found, delayed))


def _pushed(agenda: Agenda, found: Session, delayed: Session) -> list[Session]:
    """What follows in the room, as far as it has to give way."""
    changes = [(found, delayed)]
    for session in agenda.sessions:
        if session.session_id != found.session_id and session.room == found.room is not None:
            ends = [
                new.ends for old, new in changes if elapsed(old.ends, session.starts) >= NO_TIME
            ]
            delay = max((elapsed(session.starts, end) for end in ends), default=NO_TIME)
            if delay > NO_TIME:
                changes.append((session, _later(session, delay)))
    return [new for _, new in changes[1:]]


def _later(session: Session, by: timedelta) -> Session:
    return replace(session, starts=later(session.starts, by), ends=later(session.ends, by))


def _with(agenda: Agenda, *changed: Session) -> Agenda:
    """The agenda with these sessions in the place of those with their ids."""
    sessions = {s.session_id: s for s in (*agenda.sessions, *changed)}
    return replace(agenda, sessions=ordered(sessions.values()))
