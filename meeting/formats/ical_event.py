"""What one event of a calendar says, whatever it lacks, repeats or breaks."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any

from meeting.formats.fields import words
from meeting.formats.grid import Misread, quoted


def is_cancelled(event: Any) -> bool:
    """Whether an event says that it will not take place."""
    return words(first(event, "STATUS")).strip().upper() == "CANCELLED"


def moment(event: Any, name: str) -> datetime | None:
    """DTSTART or DTEND, naive where it names no zone that is known; raises Misread."""
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


def duration(event: Any) -> timedelta | None:
    """Raises Misread for one that cannot be read."""
    try:
        found = event.decoded("DURATION") if "DURATION" in event else None
    except (ValueError, TypeError, AttributeError):
        found = ""
    if found is None or isinstance(found, timedelta):
        return found
    raise Misread("DURATION of this event is no duration that can be read, such as PT1H30M.")


def own_id(event: Any, starts: datetime | None) -> str:
    """Repeated and moved instances share a UID; their own moment tells them apart."""
    uid = words(first(event, "UID"))
    if uid and "RECURRENCE-ID" in event and starts:
        return f"{uid}-{starts:%m%d-%H%M}"
    return uid


def oddities(event: Any) -> Iterator[str]:
    """What an organiser should know of an event that is read all the same."""
    if "RRULE" in event or "RDATE" in event:
        yield "This event repeats; only its first time is taken."
    if any(name is None for name, _ in event.errors):
        yield "A line of this event cannot be read; it is passed over."
    zones = {_unknown_zone(event, name) for name in ("DTSTART", "DTEND")} - {""}
    for zone in sorted(zones):
        yield f"The time zone {quoted(zone)} is not known; the time is taken as the meeting's own."


def _unknown_zone(event: Any, name: str) -> str:
    """The zone that a moment names, where no zone of this name was found; else empty."""
    found = event.get(name)
    moment, parameters = getattr(found, "dt", None), getattr(found, "params", {})
    is_naive = isinstance(moment, datetime) and moment.tzinfo is None
    return str(parameters.get("TZID", "")) if is_naive else ""


def first(event: Any, name: str) -> object:
    """What an event says of something; the first where it says it twice."""
    found = event.get(name)
    return found[0] if isinstance(found, list) and found else found
