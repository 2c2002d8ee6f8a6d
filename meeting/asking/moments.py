"""The time that a question names, against the meeting's clock and agenda; pure."""

import re
from collections.abc import Sequence
from datetime import date, datetime, timedelta

from meeting.agenda import Agenda, Session
from meeting.asking.breaks import kinds, of_kind
from meeting.asking.by_clock import by_clock, by_range
from meeting.asking.clock_words import digits
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
from meeting.asking.timed import Timed, at_time, cut_out, end_of, start_of

_EITHER = re.compile(r"^(?:is|are|est)\b.*\b(?:or|ou)\b")


def read_time(text: str, now: datetime, agenda: Agenda) -> Timed:
    """Read and cut out the time; `now` is aware, in the meeting's zone, the text plain."""
    if match := AHEAD.search(digits(text)):
        at = ahead(match["amount"], now)
        return Timed(Span(How.AT, at, at), cut_out(digits(text), match.span()))
    named = named_day(text, now.date(), agenda.days())
    rest = cut_out(text, named.found) if named else text
    if named and _EITHER.search(text) and (other := named_day(rest, now.date(), agenda.days())):
        named, rest = None, cut_out(rest, other.found)  # "is dinner on Monday or on Tuesday?"
    day = named.day if named else None
    for reader in (_by_break, by_range, by_clock, _by_part, _by_order, _by_now):
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
    rest = cut_out(text, match.span())
    kind = next(iter(kinds(match["kind"].split())))
    found = _chosen_break(agenda, of_kind(_in_part(agenda, match.group()), kind), now, day)
    if found is None:
        return None
    if match["lead"] in ("before", "avant"):
        return Timed(Span(How.BEFORE, start_of(found.starts.date(), now), found.starts), rest)
    if match["lead"] in ("during", "over", "at", "pendant", "durant", "au", "a"):
        return Timed(Span(How.AT, found.starts, found.starts), rest)
    return Timed(Span(How.FIRST, found.ends, end_of(found.ends.date(), now)), rest)


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


def _by_part(text: str, now: datetime, _agenda: Agenda, day: date | None) -> Timed | None:
    for form, start, end in PARTS:
        match = re.search(form, text)
        if match is None:
            continue
        rest = cut_out(text, match.span())
        if day is None:
            over = now.hour >= end and not TODAY.search(match.group())
            day = now.date() + timedelta(days=1 if over else 0)
        starts = at_time(day, start, 0, now)
        ends = end_of(day, now) if end == 24 else at_time(day, end, 0, now)
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
            span = Span(how, start_of(day or first, now), end_of(day or last, now), day is not None)
            return Timed(span, cut_out(text, match.span()))
    return None


def _by_now(text: str, now: datetime, _agenda: Agenda, day: date | None) -> Timed | None:
    if match := NOW.search(text):
        return Timed(Span(How.AT, now, now), cut_out(text, match.span()))
    if match := REST.search(text):
        on = day or now.date()
        starts = now if on == now.date() else start_of(on, now)
        return Timed(Span(How.DURING, starts, end_of(on, now)), cut_out(text, match.span()))
    return None


def ahead(amount: str, now: datetime) -> datetime:
    """ "half an hour", "20 minutes" from now."""
    import dateparser  # here: it is slow to import, and few words get this far

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
    return Span(how, start_of(day, now), end_of(day, now), whole_day=True)
