"""The time that a question names, against the meeting's clock and agenda; pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

import dateparser

from meeting.agenda import Agenda, Session
from meeting.asking.breaks import kinds, of_kind
from meeting.asking.clock_words import Clock, clock_time, digits
from meeting.asking.days import named_day
from meeting.asking.spans import How, Span
from meeting.asking.time_forms import (
    AHEAD,
    BREAK_FORM,
    BREAK_OVER,
    COUNTDOWN,
    FIRST,
    LAST,
    NOW,
    PARTS,
    REST,
    TODAY,
)

MIDNIGHT = time(0, 0)
DAYTIME = range(7, 19)  # hours that "at 9" means where the agenda does not tell
_LEADS = {"after": How.DURING, "apres": How.DURING, "from": How.DURING, "des": How.DURING,
          "since": How.DURING, "before": How.BEFORE, "avant": How.BEFORE}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Timed:
    """The time of a question, None where it names none, and its other words."""

    span: Span | None
    rest: str


def read_time(text: str, now: datetime, agenda: Agenda) -> Timed:
    """Read and cut out the time; `now` is aware, in the meeting's zone, the text plain."""
    if match := AHEAD.search(digits(text)):
        at = _ahead(match["amount"], now)
        return Timed(Span(How.AT, at, at), _cut(digits(text), match.span()))
    named = named_day(text, now.date(), agenda.days())
    rest = _cut(text, named.found) if named else text
    day = named.day if named else None
    for reader in (_by_break, _by_clock, _by_part, _by_order, _by_now):
        timed = reader(rest, now, agenda, day)
        if timed is not None:
            return timed
    if day is None:
        return Timed(None, rest)
    return Timed(_whole(day, now, How.DURING), rest)


def _by_break(text: str, now: datetime, agenda: Agenda, day: date | None) -> Timed | None:
    """ "after lunch", "before the coffee break", "at lunch"."""
    match = BREAK_FORM.search(text) or BREAK_OVER.search(text)
    if match is None or COUNTDOWN.search(text):
        return None
    if match.re is BREAK_OVER and not re.search(r"\b(?:where|what|which|ou|que)\b", text):
        return None
    rest = _cut(text, match.span())
    kind = next(iter(kinds(match["kind"].split())))
    found = _chosen_break(agenda, of_kind(_in_part(agenda, match.group()), kind), now, day)
    if found is None:
        return None
    if match["lead"] in ("before", "avant"):
        return Timed(Span(How.BEFORE, _start(found.starts.date(), now), found.starts), rest)
    if match["lead"] in ("during", "over", "at", "pendant", "durant", "au", "a"):
        return Timed(Span(How.AT, found.starts, found.starts), rest)
    return Timed(Span(How.FIRST, found.ends, _end(found.ends.date(), now)), rest)


def _in_part(agenda: Agenda, words: str) -> tuple[Session, ...]:
    """The sessions of the half of the day that "morning coffee" or "pause de l'apresmidi" names."""
    for form, start, end in PARTS:
        if re.search(form, words):
            return tuple(s for s in agenda.sessions if start <= s.starts.hour < end)
    return agenda.sessions


def _chosen_break(
    agenda: Agenda, found: Sequence[Session], now: datetime, day: date | None
) -> Session | None:
    """The break of that day; without one, the next that is not over, of today or a later day.

    Just after a lunch, while the session that follows it runs, "after lunch" is still today's.
    """
    if day is not None:
        return next((s for s in found if s.starts.date() == day), None)
    ahead = [s for s in found if s.ends >= now]
    past = [s for s in found if s.ends < now and s.ends.date() == now.date()]
    if past and not (ahead and ahead[0].starts.date() == now.date()):
        follows = [s for s in agenda.on(now.date()) if s.starts >= past[-1].ends]
        if not ahead or (follows and now < follows[0].ends):
            return past[-1]
    return next(iter((*ahead, *reversed(found))), None)


def _by_clock(text: str, now: datetime, agenda: Agenda, day: date | None) -> Timed | None:
    clock = clock_time(text)
    if clock is None:
        return None
    rest = _cut(text, clock.found)
    for form, start, end in PARTS:
        if match := re.search(form, rest):
            rest = _cut(rest, match.span())
            clock = _in_half(clock, start, end)
            day = day or (now.date() if TODAY.search(match.group()) else None)
    at = _moment(clock, now, agenda, day)
    how = _LEADS.get(clock.lead, How.AT)
    if how is How.BEFORE:
        return Timed(Span(how, _start(at.date(), now), at), rest)
    return Timed(Span(how, at, at if how is How.AT else _end(at.date(), now)), rest)


def _in_half(clock: Clock, start: int, end: int) -> Clock:
    """ "at 3" with "in the afternoon" is 15:00, and no longer unsure."""
    hour = clock.hour + 12 if clock.unsure and start >= 12 and clock.hour < 12 else clock.hour
    sure = start <= hour < end
    return Clock(hour if sure else clock.hour, clock.minute, False, clock.lead, clock.found)


def _moment(clock: Clock, now: datetime, agenda: Agenda, day: date | None) -> datetime:
    """The moment meant: of the readings of an unsure hour the likelier; today's where not over."""
    hours = (clock.hour, (clock.hour + 12) % 24) if clock.unsure else (clock.hour,)
    days = [day] if day else _likely_days(now, agenda)
    readings = {hour: [_at(each, hour, clock.minute, now) for each in days] for hour in hours}
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


def _by_part(text: str, now: datetime, _agenda: Agenda, day: date | None) -> Timed | None:
    for form, start, end in PARTS:
        match = re.search(form, text)
        if match is None:
            continue
        rest = _cut(text, match.span())
        if day is None:
            over = now.hour >= end and not TODAY.search(match.group())
            day = now.date() + timedelta(days=1 if over else 0)
        starts = _at(day, start, 0, now)
        ends = _end(day, now) if end == 24 else _at(day, end, 0, now)
        first = FIRST.search(rest) or "first thing" in match.group()
        last = LAST.search(rest)
        how = How.FIRST if first else How.LAST if last else How.DURING
        return Timed(Span(how, starts, ends), LAST.sub(" ", FIRST.sub(" ", rest)))
    return None


def _by_order(text: str, now: datetime, agenda: Agenda, day: date | None) -> Timed | None:
    """ "the first session", of that day or of the whole meeting."""
    for form, how in ((FIRST, How.FIRST), (LAST, How.LAST)):
        match = form.search(text)
        if match and agenda.sessions:
            first, last = agenda.days()[0], agenda.days()[-1]
            span = Span(how, _start(day or first, now), _end(day or last, now), day is not None)
            return Timed(span, _cut(text, match.span()))
    return None


def _by_now(text: str, now: datetime, _agenda: Agenda, day: date | None) -> Timed | None:
    if match := NOW.search(text):
        return Timed(Span(How.AT, now, now), _cut(text, match.span()))
    if match := REST.search(text):
        on = day or now.date()
        starts = now if on == now.date() else _start(on, now)
        return Timed(Span(How.DURING, starts, _end(on, now)), _cut(text, match.span()))
    return None


def _ahead(amount: str, now: datetime) -> datetime:
    """ "half an hour", "20 minutes" from now."""
    words = re.sub(r"about |environ ", "", amount)
    words = re.sub(r"^(?:half an?|(?:(?:une|1) )?demi) ?(?:hours?|heures?)$", "30 minutes", words)
    words = re.sub(
        r"^(?:a |un |1 )?(?:quarter of an|quart d) ?(?:hours?|heures?)$", "15 minutes", words
    )
    words = re.sub(r"^(?:an?|une?|1) (?:hour|heure) (?:and a half|et demie?)$", "90 minutes", words)
    words = words.replace("a couple of", "2").replace("a few", "5")
    base = now.replace(tzinfo=None)
    found = dateparser.parse(
        f"in {words}" if re.search(r"hour|hr|min", words) else f"dans {words}",
        languages=["en", "fr"],
        settings={"RELATIVE_BASE": base},
    )
    return now + (found - base) if found else now


def _whole(day: date, now: datetime, how: How) -> Span:
    return Span(how, _start(day, now), _end(day, now), whole_day=True)


def _at(day: date, hour: int, minute: int, now: datetime) -> datetime:
    return datetime.combine(day, time(hour, minute), now.tzinfo)


def _start(day: date, now: datetime) -> datetime:
    return datetime.combine(day, MIDNIGHT, now.tzinfo)


def _end(day: date, now: datetime) -> datetime:
    return _start(day + timedelta(days=1), now)


def _cut(text: str, found: tuple[int, int]) -> str:
    return " ".join((text[: found[0]] + " " + text[found[1] :]).split())
