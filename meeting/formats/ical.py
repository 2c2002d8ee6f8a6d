"""An agenda as an iCalendar file, in and out."""

import json
from base64 import b64decode, b64encode
from collections.abc import Mapping
from datetime import UTC, date, datetime
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

PRODUCT = "-//Attaché//Agenda//EN"
OUR_PROPERTY = f"X-{OURS.upper()}"
STAMP = datetime(2000, 1, 1, tzinfo=UTC)  # wanted by the format; fixed, so that files compare


def read_calendar(content: str, zone: str) -> AgendaFile:
    """Floating times are wall times of `zone`. Raises Misread for what is no calendar."""
    try:
        calendars = Calendar.from_ical(content, multiple=True)
    except (ValueError, KeyError, IndexError) as error:
        raise Misread(f"This calendar cannot be read ({error}); export it again.") from None
    report = Report()
    events = [event for calendar in calendars for event in calendar.walk("VEVENT")]
    found = [_draft(event, number, report) for number, event in enumerate(events, 1)]
    drafts = [draft for draft in found if draft]
    if not drafts and not report.problems:
        raise Misread("This calendar holds no event.")
    rooms = [room for calendar in calendars for room in _rooms(calendar)]
    return assemble(drafts, rooms, zone, report)


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


def _draft(event: Any, number: int, report: Report) -> Draft | None:
    row = f"event {event.get('UID') or number}"
    if str(event.get("STATUS", "")).upper() == "CANCELLED":
        return None
    try:
        starts, ends = _moment(event, "DTSTART"), _moment(event, "DTEND")
        duration = event.decoded("DURATION") if "DURATION" in event else None
    except Misread as problem:
        report.error(row, str(problem))
        return None
    if "RRULE" in event:
        report.warning(row, "This event repeats; only its first time is taken.")
    draft = Draft(
        row=row,
        title=words(event.get("SUMMARY")),
        starts=starts,
        ends=ends,
        duration=duration,
        session_id=_id(event, starts),
        room=words(event.get("LOCATION")).strip(),
        description=words(event.get("DESCRIPTION")),
    )
    return with_own_fields(draft, _ours(event))


def _moment(event: Any, name: str) -> datetime | None:
    try:
        found = event.decoded(name) if name in event else None
    except (ValueError, TypeError, AttributeError):
        raise Misread(f"{name} of this event is no moment that can be read.") from None
    if found is None:
        return None
    if not isinstance(found, date):
        raise Misread(f"{name} of this event is no moment that can be read.")
    if not isinstance(found, datetime):
        raise Misread("This event has a day but no time of day; give it a start and an end.")
    return found


def _id(event: Any, starts: datetime | None) -> str:
    """Repeated and moved instances share a UID; their own moment tells them apart."""
    uid = str(event.get("UID", ""))
    if uid and "RECURRENCE-ID" in event and starts:
        return f"{uid}-{starts:%m%d-%H%M}"
    return uid


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
