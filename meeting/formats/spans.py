"""From when to when a session runs: moments of the meeting's zone that follow each other."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from meeting.formats.dates import FIRST_YEAR, LAST_YEAR
from meeting.formats.drafts import Draft
from meeting.formats.grid import Misread, Report, quoted
from meeting.formats.local_time import Exists, elapsed, existence, later, placed

NO_TIME = timedelta(0)


def span(draft: Draft, zone: ZoneInfo, report: Report) -> tuple[datetime, datetime]:
    """Start and end in `zone`; raises Misread where there can be none. A wall time that comes
    twice is told to `report`."""
    if draft.starts is None:
        raise Misread(f"The start of {quoted(draft.title)} is missing.")
    try:
        starts = _moment(draft.starts, zone, draft.row, report)
        ends = _end(draft, starts, zone, report)
    except OverflowError:
        raise Misread(f"The times of {quoted(draft.title)} are out of all bounds.") from None
    if elapsed(starts, ends) < NO_TIME:
        raise Misread(_backwards(draft.title, starts, ends))
    return starts, ends


def _end(draft: Draft, starts: datetime, zone: ZoneInfo, report: Report) -> datetime:
    if draft.ends is not None:
        return _moment(draft.ends, zone, draft.row, report)
    if draft.duration is None:
        raise Misread(f"The end of {quoted(draft.title)} is missing.")
    if draft.duration < NO_TIME:
        raise Misread(f"The duration of {quoted(draft.title)} is below zero.")
    return later(starts, draft.duration)


def _moment(moment: datetime, zone: ZoneInfo, row: str, report: Report) -> datetime:
    if not FIRST_YEAR <= moment.year <= LAST_YEAR:
        raise Misread(f"The year {moment.year} is too far away; check the date.")
    if moment.tzinfo is not None:
        return placed(moment, zone)
    exists = existence(moment, zone)
    if exists is Exists.NEVER:
        raise Misread(f"{moment:%H:%M} does not exist on {_day(moment)}: clocks go forward.")
    if exists is Exists.TWICE:
        day = _day(moment)
        said = f"{moment:%H:%M} comes twice on {day}, as clocks go back; the earlier one is taken."
        report.warning(row, said)
    return placed(moment, zone)


def _backwards(title: str, starts: datetime, ends: datetime) -> str:
    said = f"{quoted(title)} ends at {ends:%H:%M}, before its start at {starts:%H:%M}"
    if starts.date() == ends.date():
        return f"{said}; if it ends on the next day, write the end with its date."
    return f"{said} on {_day(starts)}."


def _day(moment: datetime) -> str:
    return f"{moment.day} {moment:%B %Y}"
