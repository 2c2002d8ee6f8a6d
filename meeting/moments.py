"""The moment to send something at, as people write it: "18:30", "demain 8 h 30", "12 Feb 08:00";
pure."""

import re
from datetime import date, datetime, time, timedelta
from enum import Enum
from zoneinfo import ZoneInfo

from meeting.asking.by_clock import DAYTIME
from meeting.asking.clock_words import Clock, clock_time, digits
from meeting.asking.days import Named, named_day
from meeting.asking.moments import ahead
from meeting.asking.time_forms import AHEAD, PARTS
from meeting.asking.timed import cut_out
from meeting.asking.words import plain
from meeting.formats.dates import FIRST_YEAR, LAST_YEAR
from meeting.formats.grid import Misread
from meeting.formats.local_time import Exists, existence, later, placed
from meeting.formats.times import read_duration

LONGEST = 60  # characters; what is longer is no time
HALF_A_YEAR = timedelta(days=183)
_ISO = re.compile(r"\d{4}-\d\d-\d\d[T ]\d")
_HALF_OF_DAY = re.compile(r"(?<=\d )([ap]) m\b|(?<=\d)([ap]) m\b")  # what is left of "p.m."
_HOUR_OF_24 = re.compile(r"\d ?(?:h\b|h\d|heures?)|\d[:.]\d")  # "8:30", "8 h"; not "at 8"
_NUMERIC = re.compile(r"(?<!\d)(\d{1,2})[/.](\d{1,2})")
_AT = ("", "at", "a", "about", "around", "vers")
_SMALL_WORDS = {"at", "a", "on", "le", "the", "for", "pour", "du", "de"}
_SOME_OTHER = re.compile(r"\b(?:next|prochaine?)\b")  # on a Monday nobody knows which "next Monday"


class Doubt(Enum):
    """Why there is no moment: it cannot be told which, it is over, or clocks are put forward over
    it."""

    UNCLEAR = "unclear"
    PAST = "past"
    SKIPPED = "skipped"


def read_moment(text: str, now: datetime, zone: ZoneInfo) -> datetime | Doubt:
    """The moment that a text names, and nothing else in it; aware, in `zone`, to the minute.

    `now` is aware. A time alone is today's, on a clock of 24 hours unless the words say otherwise;
    the day comes before the month. A date without a year is the one within half a year where this
    year's is over. Of a time that comes twice, as clocks are put back, the first one is meant.
    """
    local = now.astimezone(zone)
    found = _read(" ".join(text.split()), local)
    if found is None or not FIRST_YEAR <= found.year <= LAST_YEAR:
        return Doubt.UNCLEAR
    if found.tzinfo is None and existence(found, zone) is Exists.NEVER:
        return Doubt.SKIPPED
    at = placed(found, zone).replace(second=0, microsecond=0)
    return at if at.timestamp() > now.timestamp() else Doubt.PAST


def _read(text: str, now: datetime) -> datetime | None:
    """A moment, or one on the wall without a zone."""
    if len(text) > LONGEST:
        return None
    if _ISO.match(text):
        try:
            return datetime.fromisoformat(text)
        except ValueError:
            pass  # "2008-02-12 8h30" is read as words
    words = _HALF_OF_DAY.sub(lambda match: f"{match[1] or match[2]}m", plain(text))
    if match := re.fullmatch(r"(?:in|dans) (.+)", digits(words)):
        amount = _amount(match[1], now)
        return None if amount is None else later(now, amount)
    return None if _SOME_OTHER.search(words) else _on_a_day(words, now)


def _amount(words: str, now: datetime) -> timedelta | None:
    """ "20 minutes", "1 h 30", "half an hour"."""
    try:
        return read_duration(re.sub(r"(?<=[a-z]) (?:and|et) (?=\d)", " ", words))
    except Misread:
        match = AHEAD.fullmatch(f"in {words}")
        return ahead(match["amount"], now) - now if match else None


def _on_a_day(words: str, now: datetime) -> datetime | None:
    """A time of day, with its date or today's; no other word may be left over."""
    named = named_day(words, now.date(), ())
    rest = cut_out(words, named.found) if named else words
    again = named_day(rest, now.date(), ()) if named else None
    if named and again:  # "Tuesday 12 February"
        rest = cut_out(rest, again.found)
        if named.day.weekday() != again.day.weekday():
            return None
    part, rest = _part_of_day(rest)
    rest = rest if clock_time(rest) else f"at {rest}"
    clock = clock_time(rest)
    if clock is None or clock.lead not in _AT:
        return None
    if not _SMALL_WORDS.issuperset(cut_out(rest, clock.found).split()):
        return None
    day = _day(named, words, now.date()) if named else now.date()
    if day is None:
        return None
    hours = _hours(clock, part, rest)
    walls = [datetime.combine(day, time(hour, clock.minute)) for hour in hours]
    wall_now = now.replace(tzinfo=None)
    return next((wall for wall in walls if wall > wall_now), walls[0] if walls else None)


def _day(named: Named, words: str, today: date) -> date | None:
    """The day named; next year's, where it names no year and that one is nearer."""
    written = words[slice(*named.found)]
    numbers = _NUMERIC.search(written)
    if numbers and {int(numbers[1]), int(numbers[2])} != {named.day.day, named.day.month}:
        return None  # "32/01", which dateparser takes for a year
    if named.day >= today or re.search(r"\d{4}", written):
        return named.day
    try:
        following = named.day.replace(year=named.day.year + 1)
    except ValueError:  # 29 February
        return named.day
    return following if following - today <= HALF_A_YEAR else named.day


def _part_of_day(words: str) -> tuple[range | None, str]:
    """The hours of "this evening" or "demain matin", and the other words."""
    for form, start, end in PARTS:
        if match := re.search(form, words):
            return range(start, end), cut_out(words, match.span())
    return None, words


def _hours(clock: Clock, part: range | None, words: str) -> list[int]:
    """The hours that may be meant, the likelier one first."""
    if part is not None:
        hours = (clock.hour, clock.hour + 12) if clock.unsure else (clock.hour,)
        return [hour for hour in hours if hour in part][:1]
    if not clock.unsure or _HOUR_OF_24.search(words):
        return [clock.hour]
    return sorted((clock.hour, (clock.hour + 12) % 24), key=lambda hour: hour not in DAYTIME)
