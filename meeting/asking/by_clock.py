"""Times of day in a question, as moments of the meeting: "at 3", "between 2 and 4"; pure."""

import re
from datetime import date, datetime

from meeting.agenda import Agenda
from meeting.asking.clock_words import Clock, clock_range, clock_time
from meeting.asking.spans import How, Span
from meeting.asking.time_forms import PARTS, TODAY
from meeting.asking.timed import Timed, at_time, cut_out, end_of, start_of

DAYTIME = range(7, 19)  # hours that "at 9" means where the agenda does not tell
_LEADS = {"after": How.DURING, "apres": How.DURING, "from": How.DURING, "des": How.DURING,
          "since": How.DURING, "before": How.BEFORE, "avant": How.BEFORE}  # fmt: skip
_AFTER_THE = re.compile(  # "what comes after the 2pm session?"
    r"\b(?:after|apres) (?:the|la|le|celle|celui)(?: (?:session|seance|one|talk|panel|de|at|a))*$"
)


def by_range(text: str, now: datetime, agenda: Agenda, day: date | None) -> Timed | None:
    """ "between 2 and 4": where only the end says "pm", the beginning is on its side of noon."""
    found = clock_range(text)
    if found is None:
        return None
    first, second, place = found
    sure = _moment(first if second.unsure else second, now, agenda, day)
    other = _hour_of(second if second.unsure else first, sure, after=second.unsure)
    if other is None:
        return None
    starts, ends = min(sure, other), max(sure, other)
    return Timed(Span(How.BETWEEN, starts, ends), cut_out(text, place))


def by_clock(text: str, now: datetime, agenda: Agenda, day: date | None) -> Timed | None:
    clock = clock_time(text)
    if clock is None:
        return None
    rest = cut_out(text, clock.found)
    for form, start, end in PARTS:
        if match := re.search(form, rest):
            rest = cut_out(rest, match.span())
            clock = _in_half(clock, start, end)
            day = day or (now.date() if TODAY.search(match.group()) else None)
    at = _moment(clock, now, agenda, day)
    if match := _AFTER_THE.search(text[: clock.found[0]].rstrip()):
        ends = max((s.ends for s in agenda.now(at)), default=at)
        return Timed(Span(How.FIRST, ends, end_of(at.date(), now)), cut_out(rest, match.span()))
    how = _LEADS.get(clock.lead, How.AT)
    if how is How.BEFORE:
        return Timed(Span(how, start_of(at.date(), now), at), rest)
    return Timed(Span(how, at, at if how is How.AT else end_of(at.date(), now)), rest)


def _hour_of(clock: Clock, other: datetime, after: bool) -> datetime | None:
    """The reading of a time that lies nearest after, or before, another one of its day."""
    hours = (clock.hour, (clock.hour + 12) % 24) if clock.unsure else (clock.hour,)
    readings = [at_time(other.date(), hour, clock.minute, other) for hour in hours]
    fits = [at for at in readings if (at > other if after else at < other)]
    return min(fits, key=lambda at: abs(at - other), default=None)


def _in_half(clock: Clock, start: int, end: int) -> Clock:
    """ "at 3" with "in the afternoon" is 15:00, and no longer unsure."""
    hour = clock.hour + 12 if clock.unsure and start >= 12 and clock.hour < 12 else clock.hour
    sure = start <= hour < end
    return Clock(hour if sure else clock.hour, clock.minute, False, clock.lead, clock.found)


def _moment(clock: Clock, now: datetime, agenda: Agenda, day: date | None) -> datetime:
    """The moment meant: of the readings of an unsure hour the likelier; today's where not over."""
    hours = (clock.hour, (clock.hour + 12) % 24) if clock.unsure else (clock.hour,)
    days = [day] if day else _likely_days(now, agenda)
    readings = {hour: [at_time(each, hour, clock.minute, now) for each in days] for hour in hours}
    hour = min(
        hours,
        key=lambda each: (not any(agenda.now(at) for at in readings[each]), each not in DAYTIME),
    )
    ahead = [at for at in readings[hour] if at >= now or _still_runs(agenda, at, now)]
    return (ahead or readings[hour])[0]


def _likely_days(now: datetime, agenda: Agenda) -> list[date]:
    """Today, and the next day of the meeting, for a time of day that is over today."""
    return [now.date(), *[day for day in agenda.days() if day > now.date()][:1]]


def _still_runs(agenda: Agenda, at: datetime, now: datetime) -> bool:
    """Whether something that ran at a moment that is past still runs."""
    return any(session.ends > now for session in agenda.now(at))
