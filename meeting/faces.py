"""What of an agenda a session's card and somebody's day show, to be compared between two; pure."""

from dataclasses import dataclass
from datetime import date, datetime

from meeting.agenda import Agenda, Mine, Room, Session, concerns_everybody
from meeting.day import Day, my_day
from meeting.hosting import hosted_on


@dataclass(frozen=True, slots=True)
class SessionFace:
    """A session with its room, and the ids and titles of those beside it; in another `zone` it is
    at another time of the clock."""

    zone: str
    session: Session
    room: Room | None
    beside: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class DayFace:
    """A day as one person has it, with the rooms that it names and those that they look after."""

    zone: str
    day: Day
    rooms: tuple[Room | None, ...]
    hosted: tuple[Room, ...]


def session_face(agenda: Agenda, session_id: str) -> SessionFace | None:
    """What the card of a session shows; None where the agenda does not have it."""
    session = agenda.session(session_id)
    if session is None:
        return None
    beside = tuple((other.session_id, other.title) for other in agenda.beside(session))
    return SessionFace(agenda.zone, session, agenda.room(session.room), beside)


def day_face(agenda: Agenda, day: date, at: datetime, mine: Mine, key: str) -> DayFace | None:
    """What somebody's day shows at this moment; `key` is what the agenda calls them, in lower
    case. None where nothing starts on that day."""
    if day not in agenda.days():
        return None
    shown = my_day(agenda, day, at, mine)
    sessions = [session for slot in shown.slots for session in slot.sessions]
    rooms = tuple(agenda.room(session.room) for session in sessions)
    return DayFace(agenda.zone, shown, rooms, hosted_on(agenda, key, day, at))


def whole_day(agenda: Agenda, day: date) -> tuple[object, ...]:
    """All that anybody's day may show of this one: where it is the same, every face of it is."""
    days, sessions = agenda.days(), of_day(agenda, day)
    earlier = [other for other in days if other < day][-1:]
    later = [other for other in days if other > day][:1]
    hosted = [room for room in agenda.rooms if room.host]
    rooms = [agenda.room(session.room) for session in sessions]
    common = [concerns_everybody(agenda, session) for session in sessions]
    return (agenda.zone, day in days, earlier, later, sessions, common, rooms, hosted)


def of_day(agenda: Agenda, day: date) -> tuple[Session, ...]:
    """The sessions that start on a day, and those that run into it."""
    return tuple(s for s in agenda.sessions if s.starts.date() <= day <= s.ends.date())
