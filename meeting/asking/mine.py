"""Where somebody is, which group is theirs, when they speak; pure."""

import re
from dataclasses import replace

from meeting.asking.answers import Kind, MeetingAnswer, Table
from meeting.asking.asked import ROLES, Asked
from meeting.asking.forms import GROUP, Words
from meeting.asking.spans import How, Span
from meeting.asking.then import MOST, my_sessions, next_of, then, this_day

_MY_DAY = re.compile(r"\b(?:my|mon|ma|mes) (?:\w+ )?(?:day|agenda|schedule|programme?|plan"
 r"|timetable|"
                     r"jour|journee|emploi|horaires?|sessions|planning)\b")  # fmt: skip
_BEGIN = re.compile(r"\b(?:starts?|begin|kick|commence)\b")
_I_DO = re.compile(
    r"\b(?:do|am|will|should|must|can) i\b|\bi (?:am|do|speak|chair|present|have)\b|\bje\b|\bj\b"
    r"|\bmy (?:talk|presentation|speech|slot|panel|intervention)\b"
)


def about_mine(words: Words, asked: Asked, span: Span | None, table: Table) -> MeetingAnswer | None:
    """Where somebody is, then or now."""
    if not words.mine:
        return None
    if asked in ROLES and _I_DO.search(words.text):
        return _my_tasks(asked, span, table)
    if span is None and GROUP.search(words.text):
        return _my_groups(asked, table)
    if span is None and words.next:
        return None  # what is next is told the same way to everybody
    if span is None and _MY_DAY.search(words.text):
        span = this_day(table)
    if span is None and asked is Asked.WHEN:
        return next_of(asked, table, topics_only=True)  # "when do I have to be there?"
    if span is None and words.session_noun and not _runs(asked, table):
        return next_of(asked, table, topics_only=words.session_noun)
    if span is not None and span.how is How.FIRST and span.starts < table.agenda.sessions[0].starts:
        return next_of(
            asked, table, topics_only=words.session_noun
        )  # "where do I have to be first?"
    if span is not None and span.how is How.DURING and _BEGIN.search(words.text):
        span = replace(span, how=How.FIRST)  # "where do I start tomorrow?"
    if words.session_noun and span is not None:
        span = replace(span, topics=True)
    return then(Kind.MINE, asked, span or Span(How.AT, table.now, table.now), table)


def _runs(asked: Asked, table: Table) -> bool:
    """Whether "my session" is the one that goes on; "when is my session?" asks for the next."""
    if asked in (Asked.WHEN, Asked.UNTIL):
        return False
    return any(s in my_sessions(table) and not s.is_break for s in table.agenda.now(table.now))


def _my_tasks(asked: Asked, span: Span | None, table: Table) -> MeetingAnswer | None:
    """ "When do I speak?": the sessions in which somebody has that part."""
    key = (table.me or "").casefold()
    found = [
        session
        for session in table.agenda.sessions
        if key and key in [who.casefold() for who in getattr(session, ROLES[asked])]
    ]
    held = [s for s in found if (span.holds(s) if span else not table.is_over(s))] or found
    if not held:
        return None
    return MeetingAnswer(Kind.SESSION, table.now, Asked.ALL, lines=table.lines(held[:MOST]))


def _my_groups(asked: Asked, table: Table) -> MeetingAnswer | None:
    """Which of the parallel sessions are mine, of those that are not over."""
    ahead = [
        s
        for s in my_sessions(table)
        if not table.is_over(s) and not s.is_break and table.agenda.beside(s)
    ]
    if not ahead:
        return None
    unplaced = any(not table.mine(s) for s in ahead)
    lines = table.lines(ahead[:MOST])
    return MeetingAnswer(Kind.MINE, table.now, asked, lines=lines, unplaced=unplaced)
