"""Times of day and durations as people and spreadsheets write them."""

import re
from datetime import time, timedelta

from meeting.formats.grid import Cell, Misread, quoted, text

DAY = timedelta(days=1)
CLOCK = re.compile(
    r"(\d{1,2})(?:\s*[:.h]\s*(\d{2}))?(?::(\d{2})(?:\.0+)?)?"
    r"\s*(h|am|pm|a\.m\.|p\.m\.|mn|min|uhr|hrs|hours?|heures?)?"
)
ARMY = re.compile(r"([01]\d|2[0-4])([0-5]\d)\s*(?:h|hrs|hours)?")  # 0930
FRACTION = re.compile(r"0?\.\d+")  # of a day; a spreadsheet saved as text
# Twelve-hour times: which half of the day, and a time that names none.
HALF = re.compile(r".*\d\s*([ap])\.?m\.?")
TWELVE = re.compile(r"(0?[1-9]|1[0-2])([:.]\d\d)?")
ISO_LENGTH = re.compile(r"p(?:(\d{1,3})d)?(?:t(?:(\d{1,4})h)?(?:(\d{1,5})m)?(?:\d{1,2}s)?)?")
MINUTES = re.compile(r"(\d{1,4})\s*(?:m|mn|min|mins|minutes?)?\.?")
HOURS = re.compile(r"(\d{1,3})\s*(?::|h|hours?|heures?)\s*(?:(\d{1,2})\s*(?:m|mn|min|minutes?)?)?")
NAMED = {"noon": 12, "midday": 12, "midi": 12, "midnight": 24, "minuit": 24}


def read_clock(cell: Cell) -> timedelta:
    """The time since midnight, at most 24 hours; raises Misread."""
    if isinstance(cell, time):
        return timedelta(hours=cell.hour, minutes=cell.minute, seconds=cell.second)
    if isinstance(cell, timedelta) and timedelta(0) <= cell <= DAY:
        return cell
    if isinstance(cell, (int, float)) and 0 <= cell <= 1:
        return timedelta(seconds=round(cell * DAY.total_seconds()))
    words = text(cell).lower()
    if words in NAMED:
        return timedelta(hours=NAMED[words])
    if not isinstance(cell, str):
        raise Misread(no_time(text(cell)))
    if FRACTION.fullmatch(words) and not _may_be_minutes(words):
        return read_clock(float(words))
    if match := ARMY.fullmatch(words):
        words = f"{match[1]}:{match[2]}"
    match = CLOCK.fullmatch(words)
    if match is None or (match[2] is None and match[4] in (None, "mn", "min")):
        raise Misread(no_time(text(cell)))
    return _clock(match, text(cell))


def with_its_half(first: Cell, last: Cell) -> Cell:
    """“2:00” of “2:00 – 3:30 pm” as “2:00 pm”: the nearest such time before the end."""
    if not isinstance(first, str) or not isinstance(last, str):
        return first
    half, words = HALF.fullmatch(last.strip().lower()), first.strip()
    if half is None or not TWELVE.fullmatch(words):
        return first
    try:
        ends = read_clock(last)
        halves = [f"{words} {half[1]}m", f"{words} am"]
        return next((one for one in halves if read_clock(one) < ends), halves[0])
    except Misread:
        return first


def _may_be_minutes(words: str) -> bool:
    """Whether “0.30” may be half past midnight: a spreadsheet hardly gives such a fraction."""
    return bool(re.fullmatch(r"0\.[0-5]\d", words))


def read_duration(cell: Cell, hours: bool = False) -> timedelta:
    """A duration; whole numbers are minutes (with `hours`, numbers are hours), fractions below 1
    of a day. Raises Misread, also for one below zero."""
    if isinstance(cell, time):
        return read_clock(cell)
    words = text(cell).lower()
    try:
        found = cell if isinstance(cell, timedelta) else _duration(cell, words, hours)
    except (OverflowError, ValueError):
        found = None
    if found is None:
        raise Misread(f"{quoted(words)} is no duration; write minutes, such as 90.")
    if found < timedelta(0):
        raise Misread(f"The duration {words} is below zero; write minutes, such as 90.")
    return found


def _duration(cell: Cell, words: str, hours: bool) -> timedelta | None:
    negative = words.startswith("-")
    words = words.lstrip("-−").strip() if negative or words.startswith("−") else words
    number = float(words.replace(",", ".")) if re.fullmatch(r"\d+([.,]\d+)?", words) else None
    if number is not None and hours:
        found = timedelta(hours=number)
    elif number is not None and number < 1 and not isinstance(cell, str):
        found = timedelta(seconds=round(number * DAY.total_seconds()))
    elif (match := ISO_LENGTH.fullmatch(words)) and any(match.groups()):
        days, hours_, minutes = (int(part or 0) for part in match.groups())
        found = timedelta(days=days, hours=hours_, minutes=minutes)
    elif match := HOURS.fullmatch(words):
        found = timedelta(hours=int(match[1]), minutes=int(match[2] or 0))
    elif match := MINUTES.fullmatch(words):
        found = timedelta(minutes=int(match[1]))
    elif match := re.fullmatch(r"(\d{1,3}):(\d\d):(\d\d)", words):
        found = timedelta(hours=int(match[1]), minutes=int(match[2]), seconds=int(match[3]))
    else:
        return None
    return -found if negative else found


def _clock(match: re.Match[str], words: str) -> timedelta:
    hour, minute, second = int(match[1]), int(match[2] or 0), int(match[3] or 0)
    half = (match[4] or "")[:1]
    if half in ("a", "p"):
        if not 1 <= hour <= 12:
            raise Misread(no_time(words))
        hour = hour % 12 + (12 if half == "p" else 0)
    found = timedelta(hours=hour, minutes=minute, seconds=second)
    if minute > 59 or second > 59 or found > DAY:
        raise Misread(no_time(words))
    return found


def no_time(words: str) -> str:
    return f"{quoted(words)} is no time of day; write times as 14:30."
