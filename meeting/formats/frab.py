"""A schedule in the JSON of frab and pretalx, read whatever fields it has or lacks."""

import re
from collections.abc import Iterator, Mapping
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from meeting.agenda import Room
from meeting.formats.assemble import assemble
from meeting.formats.drafts import AgendaFile, Draft
from meeting.formats.fields import OURS, items, mapping, room_of, with_own_fields, words
from meeting.formats.frab_times import read_length, read_moment
from meeting.formats.grid import Misread, Report, quoted
from meeting.formats.local_time import elapsed
from meeting.formats.words import slug

DAY_ALONE = re.compile(r"\d{4}-\d\d-\d\d")
BREAKS = frozenset(("break", "pause", "meal", "lunch", "coffee", "coffee break", "dinner"))
Json = Mapping[str, object]


def read_frab(document: object, zone: str) -> AgendaFile:
    """Raises Misread for JSON that holds no schedule. Times are converted to `zone`."""
    top = mapping(document)
    conference = mapping(mapping(top.get("schedule", top)).get("conference"))
    if not isinstance(conference.get("days"), list):
        raise Misread(
            "This JSON holds no schedule; export it as schedule JSON, which has schedule, "
            "conference and days in it."
        )
    report = Report()
    days = [mapping(day) for day in items(conference["days"])]
    own_zone = _other_zone(words(conference.get("time_zone_name")), zone, report)
    drafts = [draft for day in days for draft in _drafts(day, own_zone, report)]
    if not drafts and not report.problems:
        raise Misread("This schedule holds no session.")
    return assemble(drafts, _rooms(conference), zone, report)


def _rooms(conference: Json) -> list[Room]:
    ours = [room_of(room) for room in items(mapping(conference.get(OURS)).get("rooms"))]
    if any(ours):
        return [room for room in ours if room]
    found: dict[str, Room] = {}
    for room in map(mapping, items(conference.get("rooms"))):
        name, seats = words(room.get("name")), room.get("capacity")
        if name:
            capacity = seats if type(seats) is int and seats > 0 else None
            hint = words(room.get("description"))
            found.setdefault(name, Room(slug(name), name, hint, capacity))
    return list(found.values())


def _drafts(day: Json, zone: ZoneInfo | None, report: Report) -> Iterator[Draft]:
    _check_day(day, report)
    rooms = day.get("rooms")
    if rooms is not None and not isinstance(rooms, dict):
        report.error(_day_name(day), "The rooms of this day are not in a form that can be read.")
    for room, events in mapping(rooms).items():
        if not isinstance(events, list):
            report.error(f"{_day_name(day)}, {room}", "The sessions of this room are no list.")
        for number, event in enumerate(items(events), 1):
            row = f"{_day_name(day)}, {room}, session {number}"
            if not isinstance(event, dict):
                report.error(row, "This session is not in a form that can be read.")
            elif draft := _draft(event, room, day, zone, row, report):
                yield draft


def _draft(
    event: Json, room: str, day: Json, zone: ZoneInfo | None, row: str, report: Report
) -> Draft | None:
    row = f"event {words(event.get('id'))}" if words(event.get("id")) else row
    try:
        starts = _starts(event, day, zone)
        ours = mapping(event.get(OURS))
        duration = read_length(event.get("duration"))
        ends = _own_end(ours, starts, duration)
    except Misread as problem:
        report.error(row, str(problem))
        return None
    draft = Draft(
        row=row,
        title=words(event.get("title")) if ours else words(event.get("title")).strip(),
        starts=starts,
        ends=ends,
        duration=duration,
        session_id=_id(event),
        room=words(event.get("room", room)) or room,
        speakers=_speakers(event),
        description=words(event.get("description")) if ours else _description(event),
        is_break=True if words(event.get("type")).casefold() in BREAKS else None,
    )
    return with_own_fields(draft, ours)


def _starts(event: Json, day: Json, zone: ZoneInfo | None) -> datetime | None:
    """`date` is the whole moment; where it is missing, the day's date and `start` make it."""
    date_, start = words(event.get("date")), event.get("start")
    if event.get("date") is not None and not DAY_ALONE.fullmatch(date_):
        return read_moment(event["date"], zone)
    if start is None:
        return None
    moment = read_moment(f"{date_ or words(day.get('date'))}T{words(start):0>5}", zone)
    if date_:
        return moment
    opens = re.search(r"T(\d\d):(\d\d)", words(day.get("day_start")))
    if opens and moment.time() < time(min(int(opens[1]), 23), min(int(opens[2]), 59)):
        return moment + timedelta(days=1)  # after midnight is still the same day of a meeting
    return moment


def _own_end(ours: Json, starts: datetime | None, duration: timedelta | None) -> datetime | None:
    """The end to the second, as we wrote it; not where start or duration were changed since."""
    if starts is None or duration is None or "ends" not in ours:
        return None
    ends = read_moment(ours["ends"], None)
    whole = timedelta(minutes=1)
    aware = starts.tzinfo and ends.tzinfo
    return ends if aware and elapsed(starts, ends) // whole == duration // whole else None


def _id(event: Json) -> str:
    return next((said for key in ("id", "guid", "slug") if (said := words(event.get(key)))), "")


def _speakers(event: Json) -> tuple[str, ...]:
    keys = ("public_name", "full_public_name", "name")
    people = map(mapping, items(event.get("persons")))
    said = (next((words(p.get(key)) for key in keys if words(p.get(key))), "") for p in people)
    return tuple(dict.fromkeys(name.strip() for name in said if name.strip()))


def _description(event: Json) -> str:
    parts = (words(event.get(key)).strip() for key in ("subtitle", "abstract", "description"))
    return "\n\n".join(dict.fromkeys(part for part in parts if part))


def _check_day(day: Json, report: Report) -> None:
    try:
        opens, closes = (datetime.fromisoformat(words(day[k])) for k in ("day_start", "day_end"))
        if closes - opens > timedelta(days=1):
            report.warning(_day_name(day), "This day lasts longer than 24 hours.")
        elif closes < opens:
            report.warning(_day_name(day), "This day ends before it starts.")
    except (KeyError, ValueError, TypeError):
        return


def _day_name(day: Json) -> str:
    name = words(day.get("date")) or words(day.get("index"))
    return f"day {name}" if name else "a day without a date"


def _other_zone(name: str, meeting: str, report: Report) -> ZoneInfo | None:
    """The schedule's zone; None where it is the meeting's own, or unknown."""
    try:
        return ZoneInfo(name) if name not in ("", meeting) else None
    except (ZoneInfoNotFoundError, ValueError, OSError):
        said = f"The time zone {quoted(name)} is not known; times without an offset are taken as "
        report.warning("", f"{said}the meeting's own.")
        return None
