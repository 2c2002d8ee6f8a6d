"""Sessions as a calendar file for somebody's own calendar: one file, with its time zone."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime

from icalendar import Calendar, Event

from meeting.agenda import Agenda, Session

PRODUCT = "-//Attache//Agenda//EN"


@dataclass(frozen=True, slots=True)
class Entry:
    """A session and the agenda that tells its room. `is_cancelled`: that is an earlier agenda, and
    the one that holds does not have the session any more."""

    session: Session
    agenda: Agenda
    is_cancelled: bool = False


def personal_calendar(entries: Sequence[Entry], number: int, host: str, at: datetime) -> bytes:
    """A calendar (RFC 5545) of these sessions.

    The same session has the same UID, `SESSIONID@HOST`, in every file, and `number`, that of the
    agenda that holds, as its SEQUENCE: a later file moves what an earlier one brought, and takes
    it away where it is cancelled. `at` is the moment at which the file is made.
    """
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    for entry in entries:
        event = _event(entry)
        event.add("uid", f"{entry.session.session_id}@{host}")
        event.add("sequence", number)
        event.add("dtstamp", at.astimezone(UTC))
        calendar.add_component(event)
    _add_zone(calendar, [entry.session.starts.year for entry in entries])
    data: bytes = calendar.to_ical()
    return data


def _add_zone(calendar: Calendar, years: Sequence[int]) -> None:
    """The clock changes of the years around the sessions; a whole century makes a long file."""
    if years:
        calendar.add_missing_timezones(date(min(years) - 1, 1, 1), date(max(years) + 2, 1, 1))


def _event(entry: Entry) -> Event:
    event, session = Event(), entry.session
    event.add("summary", session.title)
    event.add("dtstart", _time(session.starts))
    event.add("dtend", _time(session.ends))
    event.add("status", "CANCELLED" if entry.is_cancelled else "CONFIRMED")
    room = entry.agenda.room(session.room)
    place = ", ".join(part for part in (room.name, room.hint) if part) if room else session.room
    if place:
        event.add("location", place)
    if session.description:
        event.add("description", session.description)
    return event


def _time(at: datetime) -> datetime:
    """With its zone; the second time of an hour that comes twice in UTC, since the file format
    takes a local time for the first one (RFC 5545, 3.3.5)."""
    twice = at.replace(fold=1).utcoffset() != at.replace(fold=0).utcoffset()
    return at.astimezone(UTC) if at.fold and twice else at
