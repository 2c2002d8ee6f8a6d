"""The new time of a session, as people write it: "14:30", "14:30–16:00", "Tue 9:00", "+10"."""

import re
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from meeting.agenda import Agenda, Session
from meeting.changes import Span
from meeting.formats.grid import Misread
from meeting.formats.local_time import Exists, elapsed, existence, later, placed
from meeting.formats.times import DAY, read_clock, read_duration, with_its_half
from meeting.moments import LONGEST, Doubt, read_moment

LONGEST_NIGHT = timedelta(hours=12)  # an end that is further than this over midnight is a slip
_SHIFT = re.compile(r"([+\-−–])\s*(\d.*)")
# A hyphen alone is in dates, too; it parts two times where the first one is seen to be one.
_RANGE = re.compile(
    r"\s*[–—]\s*|\s+-\s+|(?<=[:.h]\d\d)-|(?<=[hm])-|(?<=^\d)-(?=\d\d?$)|(?<=^\d\d)-(?=\d\d?$)"
    r"|\s+(?:to|until|till|à|a|au|jusqu['’]à)\s+",
    re.IGNORECASE,
)
_LEAD = re.compile(r"(?:at|from|à|a|de|dès)\s+(?=\d)", re.IGNORECASE)
_HOUR = re.compile(r"\d{1,2}")
_FROM_NOW = re.compile(
    r"\b(?:today|tonight|tomorrow|this|in|demain|aujourd\W?hui|ce|cet|cette|dans)\b", re.IGNORECASE
)


def new_time(text: str, session: Session, agenda: Agenda, now: datetime) -> Span | Doubt:
    """When a session is to be, aware and in the agenda's zone; without an end, it lasts as long as
    it did.

    A time alone is on the session's day, on a clock of 24 hours; a weekday is the agenda's first
    of that name; "tomorrow" is counted from `now` (aware). "+10" and "-10" are minutes on a real
    watch from the time that the session has. An end that is not after the start is on the next
    day, if the night is not longer than twelve hours; else it is unclear.
    """
    words = " ".join(text.split())
    if not words or len(words) > LONGEST:
        return Doubt.UNCLEAR
    if match := _SHIFT.fullmatch(words):
        return _shifted(session, match[1], match[2])
    first, *last = _RANGE.split(words, maxsplit=1)
    if last:
        first = str(with_its_half(first, last[0]))
    starts = _start(_LEAD.sub("", first, count=1), session, agenda, now)
    if isinstance(starts, Doubt):
        return starts
    if last:
        return _until(last[0], starts)
    return Span(starts, later(starts, elapsed(session.starts, session.ends)))


def _shifted(session: Session, sign: str, amount: str) -> Span | Doubt:
    try:
        by = read_duration(amount)
    except Misread:
        return Doubt.UNCLEAR
    if by >= DAY:
        return Doubt.UNCLEAR
    by = by if sign == "+" else -by
    return Span(later(session.starts, by), later(session.ends, by))


def _until(words: str, starts: datetime) -> Span | Doubt:
    ends = _on(starts.date(), words, starts)
    if isinstance(ends, Doubt):
        return ends
    if elapsed(starts, ends) <= timedelta(0):
        ends = _on(starts.date() + DAY, words, starts)
        if isinstance(ends, Doubt) or elapsed(starts, ends) > LONGEST_NIGHT:
            return Doubt.UNCLEAR
    return Span(starts, ends)


def _start(words: str, session: Session, agenda: Agenda, now: datetime) -> datetime | Doubt:
    """A time of the session's own day, or one with a day."""
    own = session.starts.date()
    alone = _on(own, words, session.starts)
    if alone is not Doubt.UNCLEAR:
        return alone
    zone = ZoneInfo(agenda.zone)
    if _FROM_NOW.search(words):
        return read_moment(words, now, zone)
    found = read_moment(words, _midnight(own, zone), zone)
    if isinstance(found, datetime) and found.date() == own:  # "half past two" names no day
        return found
    found = read_moment(words, _midnight(agenda.days()[0], zone), zone)
    return read_moment(words, now, zone) if found is Doubt.PAST else found


def _on(day: date, words: str, like: datetime) -> datetime | Doubt:
    """A time of this day, in the zone of `like`; UNCLEAR where the words are no time alone."""
    try:
        clock = read_clock(f"{words}:00" if _HOUR.fullmatch(words) else words)
    except Misread:
        return Doubt.UNCLEAR
    wall, zone = datetime.combine(day, time()) + clock, like.tzinfo
    if not isinstance(zone, ZoneInfo):
        return Doubt.UNCLEAR
    return Doubt.SKIPPED if existence(wall, zone) is Exists.NEVER else placed(wall, zone)


def _midnight(day: date, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, time(), zone)
