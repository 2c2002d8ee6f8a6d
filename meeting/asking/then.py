"""What is on, or somebody's, at a time: with what follows a break or a gap; pure."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from meeting.agenda import Session
from meeting.asking.answers import Kind, Line, MeetingAnswer, Table
from meeting.asking.asked import PEOPLE, Asked
from meeting.asking.spans import How, Span
from meeting.day import slots_of

SOON = 15 * 60  # seconds after a break within which it is worth saying when that ends
MOST = 12  # sessions in one answer; the rest is counted


def then(kind: Kind, asked: Asked, span: Span, table: Table) -> MeetingAnswer | None:
    """What is on, or mine, in a stretch of time, with what follows a break or a gap."""
    around_now = span.how is How.AT and abs(span.starts - table.now) < timedelta(minutes=1)
    if around_now and (told := outside(table, asked)):
        return told
    everything = table.agenda.sessions if kind is Kind.PROGRAMME else my_sessions(table)
    found = _not_over(span.of(everything), span, table)
    follows: tuple[Session, ...] = ()
    if span.how is How.AT and all(s.is_break for s in found):
        at = max((s.ends for s in found), default=span.starts)
        follows = _after(everything, at, span, breaks_too=not found)
    over = all(map(table.is_over, everything))
    nowhere = over or span.day < table.agenda.days()[0] or span.day < table.now.date()
    if not found and not follows and nowhere and (told := outside(table, asked)):
        return told
    shown = _shown(asked, (*found, *follows))
    return MeetingAnswer(
        kind,
        table.now,
        asked,
        span,
        table.lines(shown[:MOST]),
        more=max(0, len(shown) - MOST),
        running=_running(shown, table),
        unplaced=kind is Kind.MINE and any(not table.mine(s) for s in shown),
        gap=not found,
    )


def next_of(asked: Asked, table: Table, topics_only: bool) -> MeetingAnswer:
    """What begins next of one's own; after a break, also what follows it."""
    if told := outside(table, asked):
        return told
    mine = [s for s in my_sessions(table) if table.is_ahead(s)]
    if topics_only:
        mine = [s for s in mine if not s.is_break]
    first = [s for s in mine if s.starts == mine[0].starts]
    topics = [s for s in mine if not s.is_break]
    if first and all(s.is_break for s in first) and topics:
        first += [s for s in topics if s.starts == topics[0].starts]
    return MeetingAnswer(
        Kind.NEXT,
        table.now,
        asked,
        lines=table.lines(first[:MOST]),
        more=max(0, len(first) - MOST),
        running=_running(first, table),
        unplaced=any(not table.mine(s) for s in first),
        gap=not first,
    )


def outside(table: Table, asked: Asked) -> MeetingAnswer | None:
    """The answer before the meeting and after it; None while it lasts."""
    sessions = table.agenda.sessions
    if all(map(table.is_over, sessions)):
        return MeetingAnswer(Kind.OVER, table.now, asked)
    if table.is_ahead(sessions[0]):
        topics = [s for s in sessions if not s.is_break] or list(sessions)
        first = [s for s in topics if s.starts == topics[0].starts]
        ahead = [s for s in sessions if s.starts < topics[0].starts]
        return MeetingAnswer(Kind.BEFORE, table.now, asked, lines=table.lines((*ahead, *first)))
    return None


def my_sessions(table: Table) -> tuple[Session, ...]:
    """My sessions, and the parallel ones of which none is mine yet, in the agenda's order."""
    days = [slots_of(table.agenda.on(day), table.mine) for day in table.agenda.days()]
    ids = {s.session_id for slots in days for slot in slots for s in slot.sessions}
    return tuple(session for session in table.agenda.sessions if session.session_id in ids)


def this_day(table: Table) -> Span:
    """The whole of today, or of the next day of the meeting, or of its last."""
    today = table.now.date()
    ahead = [s.starts.date() for s in table.agenda.sessions if not table.is_over(s)]
    day = max(today, ahead[0]) if ahead else table.agenda.days()[-1]
    midnight = table.now.replace(hour=0, minute=0, second=0, microsecond=0)
    starts = midnight + (day - today)
    return Span(How.DURING, starts, starts + timedelta(days=1), whole_day=True)


def _shown(asked: Asked, sessions: Sequence[Session]) -> tuple[Session, ...]:
    """Who chairs is not asked of a lunch."""
    if asked in PEOPLE:
        return tuple(s for s in sessions if s.people) or tuple(sessions)
    return tuple(sessions)


def _not_over(found: tuple[Session, ...], span: Span, table: Table) -> tuple[Session, ...]:
    """Of a stretch of today, what is not over; all of it where all is."""
    if span.how is not How.DURING:
        return found
    return tuple(s for s in found if not table.is_over(s)) or found


def _after(
    sessions: Sequence[Session], at: datetime, span: Span, breaks_too: bool
) -> tuple[Session, ...]:
    """What begins first from a moment on, on the day of the question."""
    later = [
        s for s in sessions
        if s.starts.timestamp() >= at.timestamp()
        and (breaks_too or not s.is_break) and s.starts.date() == span.day
    ]  # fmt: skip
    return tuple(s for s in later if s.starts == later[0].starts)


def _running(shown: Sequence[Session], table: Table) -> Line | None:
    """The break that goes on now, where it is not itself told: "Lunch ends at 14:00"."""
    breaks = [s for s in table.agenda.now(table.now) if s.is_break and s not in shown]
    if not shown or not breaks:
        return None
    wait = shown[0].starts.timestamp() - breaks[0].ends.timestamp()
    return table.line(breaks[0]) if 0 <= wait <= SOON else None
