"""An agenda as an iCalendar file, in and out."""

import json
import re
import warnings
from base64 import b64decode, b64encode
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from icalendar import Calendar, Event
from icalendar.prop import vText

from meeting.agenda import Agenda, Room, Session
from meeting.formats.assemble import assemble
from meeting.formats.drafts import AgendaFile, Draft
from meeting.formats.fields import (
    OURS,
    items,
    mapping,
    own_fields,
    room_fields,
    room_of,
    with_own_fields,
    words,
)
from meeting.formats.grid import Misread, Report
from meeting.formats.ical_event import duration, first, is_cancelled, moment, oddities, own_id

NO_EVENT = "This calendar holds no event"
CUT_OFF = "This calendar breaks off in the middle of an event; export it again."
PRODUCT = "-//Attaché//Agenda//EN"
OUR_PROPERTY = f"X-{OURS.upper()}"
STAMP = datetime(2000, 1, 1, tzinfo=UTC)  # wanted by the format; fixed, so that files compare


def read_calendar(content: str, zone: str) -> AgendaFile:
    """Floating times are wall times of `zone`. Raises Misread for what is no calendar."""
    calendars = _calendars(content)
    report = Report()
    events = [event for calendar in calendars for event in calendar.walk("VEVENT")]
    held = [event for event in events if not is_cancelled(event)]
    if not held:
        reason = "Every event of this calendar is cancelled" if events else NO_EVENT
        raise Misread(f"{reason}.")
    found = [_draft(event, number, report) for number, event in enumerate(held, 1)]
    drafts = [draft for draft in found if draft]
    rooms = [room for calendar in calendars for room in _rooms(calendar)]
    cancelled = len(events) - len(held)
    notes = [f"Cancelled events that were passed over: {cancelled}."] if cancelled else []
    return assemble(drafts, rooms, zone, report, notes)


def write_calendar(agenda: Agenda, title: str) -> bytes:
    """UTF-8, with the zone's own rules; what the format has no field for in X-ATTACHE."""
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", vText(title))
    rooms = [room_fields(room) for room in agenda.rooms]
    calendar.add(OUR_PROPERTY, _packed({"rooms": rooms}))
    for session in agenda.sessions:
        calendar.add_component(_event(agenda, session))
    if agenda.sessions:
        calendar.add_missing_timezones()
    return bytes(calendar.to_ical())


def _event(agenda: Agenda, session: Session) -> Event:
    event = Event()
    event.add("uid", session.session_id)
    event.add("dtstamp", STAMP)
    event.add("dtstart", _unmistakable(session.starts))
    event.add("dtend", _unmistakable(session.ends))
    event.add("summary", session.title)
    if session.description:
        event.add("description", session.description)
    room = agenda.room(session.room)
    if room:
        event.add("location", room.name)
    event.add(OUR_PROPERTY, _packed(own_fields(agenda, session)))
    return event


def _unmistakable(moment: datetime) -> datetime:
    """In UTC where the wall time comes twice and this is the later one: RFC 5545 (3.3.5) reads
    such a time as the earlier one."""
    return moment.astimezone(UTC) if moment.fold else moment


def _calendars(content: str) -> list[Any]:
    """Raises Misread for what is no calendar, or only the first part of one."""
    lines = content.replace("\r\n", "\n").replace("\r", "\n")  # old exports end lines with \r
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # guesses at names of zones; we tell our own
            found: list[Any] = list(Calendar.from_ical(lines, multiple=True))
    except (ValueError, KeyError, IndexError):
        raise Misread("This calendar cannot be read; export it again.") from None
    # The library leaves out what has no end, without a word.
    begun = len(re.findall(r"(?im)^BEGIN:VEVENT\s*$", lines))
    if begun > sum(len(calendar.walk("VEVENT")) for calendar in found):
        raise Misread(CUT_OFF)
    return found


def _draft(event: Any, number: int, report: Report) -> Draft | None:
    row = f"event {words(first(event, 'UID')) or number}"
    try:
        starts, ends = moment(event, "DTSTART"), moment(event, "DTEND")
        length = duration(event)
    except Misread as problem:
        report.error(row, str(problem))
        return None
    for oddity in oddities(event):
        report.warning(row, oddity)
    draft = Draft(
        row=row,
        title=words(first(event, "SUMMARY")),
        starts=starts,
        ends=ends,
        duration=length,
        session_id=own_id(event, starts),
        room=words(first(event, "LOCATION")).strip(),
        description=words(first(event, "DESCRIPTION")),
    )
    return with_own_fields(draft, _ours(event))


def _rooms(calendar: Any) -> list[Room]:
    found = [room_of(room) for room in items(_ours(calendar).get("rooms"))]
    return [room for room in found if room]


def _ours(component: Any) -> Mapping[str, object]:
    try:
        return mapping(json.loads(b64decode(str(component.get(OUR_PROPERTY, "")))))
    except (ValueError, RecursionError):
        return {}


def _packed(value: Mapping[str, object]) -> vText:
    """In base64, as backslashes and commas in properties of one's own are not read back whole."""
    return vText(b64encode(json.dumps(value).encode()).decode())
