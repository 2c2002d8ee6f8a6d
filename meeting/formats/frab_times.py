"""Moments and lengths as schedule JSON holds them, and as other programs write them there."""

import re
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from meeting.formats.fields import words
from meeting.formats.grid import Misread, quoted
from meeting.formats.times import read_duration

SUCH_AS = "such as 2030-05-06T09:00:00+02:00."
FAR = 100_000  # minutes; no session is so long
LENGTH = re.compile(r"(-?)(?:(\d{1,3}):)?(\d{1,3}):(\d{1,2})")


def read_moment(value: object, zone: ZoneInfo | None) -> datetime:
    """A moment without an offset is wall time of `zone`, or stays naive where there is none.

    Raises Misread.
    """
    if not words(value):
        raise Misread(f"The date of this session cannot be read; write one {SUCH_AS}")
    try:
        moment = datetime.fromisoformat(words(value))
        return moment if moment.tzinfo or zone is None else moment.replace(tzinfo=zone)
    except ValueError:
        raise Misread(f"{quoted(words(value))} is no moment {SUCH_AS}") from None


def read_length(value: object) -> timedelta | None:
    """“01:30”, “1:06:30” with days, minutes, or what else says a length; a number counts minutes.

    None where nothing is said. Raises Misread.
    """
    if value is None or value == "":
        return None
    match = LENGTH.fullmatch(words(value))
    if match is None:
        return _other_length(value)
    if int(match[4]) > 59:
        raise Misread(f"{quoted(words(value))} is no duration such as 01:30.")
    found = timedelta(days=int(match[2] or 0), hours=int(match[3]), minutes=int(match[4]))
    return -found if match[1] else found


def _other_length(value: object) -> timedelta:
    whole = isinstance(value, float) and value.is_integer() and abs(value) < FAR
    if not words(value) or (isinstance(value, float) and not whole):
        raise Misread("The duration of this session cannot be read; write one such as 01:30.")
    said = str(int(value)) if isinstance(value, float) else words(value)
    try:
        length = read_duration(said.removeprefix("-"))
        return -length if said.startswith("-") else length
    except Misread:
        raise Misread(f"{quoted(words(value))} is no duration such as 01:30.") from None
