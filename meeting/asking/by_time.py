"""Questions without a topic: what is next, what is on then, when do we begin; pure."""

import re
from datetime import timedelta

from meeting.asking.answers import Kind, MeetingAnswer, Table
from meeting.asking.asked import Asked
from meeting.asking.forms import GROUP, Words
from meeting.asking.spans import How, Span
from meeting.asking.then import MOST, next_of, then, this_day

_WE = re.compile(
    r"\b(?:we|us|on|nous|day|days|jour|jours|journee|everything|things|all|it|ca|cela)\b"
)
_I = re.compile(r"\b(?:i|my|mine|je|j|mon|ma|mes|moi)\b")
_AFTER_IT = re.compile(
    r"\b(?:after|apres) (?:that|it|ca|cela)\b|^(?:and then|then what|et (?:apres|ensuite|puis))$"
)
_ELLIPTIC = re.compile(
    r"(?:\b(?:and|et|so|ok|alors|then|what about|how about|quid|pour|for|on|the|le|la|de|du"
    r"|at)\b ?)*"
)
_BEGIN = re.compile(r"\b(?:starts?|begins?|commen\w+|debut\w*|kick|open)\b")


def about_bounds(
    words: Words, asked: Asked, span: Span | None, table: Table
) -> MeetingAnswer | None:
    """When the meeting, or a day of it, begins and ends."""
    if words.next or words.session_noun or _I.search(words.text):
        return None
    if span is not None and not (span.whole_day or span.how is How.DURING):
        return None
    day_or_all = words.meeting_noun or words.programme_noun or (span and span.whole_day)
    begins = asked in (Asked.WHEN, Asked.UNTIL) and (
        bool(_BEGIN.search(words.text)) or words.meeting_noun
    )
    if not (begins or asked in (Asked.END, Asked.DURATION)):
        return None
    if not (day_or_all or _WE.search(words.text)):
        return None
    if span is None and not words.meeting_noun and table.now.date() in table.agenda.days():
        span = this_day(table)  # "when do we finish?", asked during the meeting
    within = table.agenda.sessions if span is None else table.agenda.on(span.day)
    topics = [s for s in within if not s.is_break]
    if not topics:
        return None
    last = max(topics, key=lambda s: s.ends.timestamp())
    lines = table.lines((topics[0], last))
    return MeetingAnswer(Kind.BOUNDS, table.now, asked, span, lines)


def about_next(words: Words, asked: Asked, span: Span | None, table: Table) -> MeetingAnswer | None:
    """What begins next for somebody."""
    asks_until = asked is Asked.UNTIL and words.session_noun
    if not words.next and not asks_until:
        return None
    told = table.mentioned
    if span is None and told and not table.is_over(told) and _AFTER_IT.search(words.text):
        midnight = told.ends.replace(hour=0, minute=0) + timedelta(days=1)
        return then(Kind.MINE, asked, Span(How.FIRST, told.ends, midnight), table)
    if span is not None and span.how is not How.AT and span.starts > table.now:
        return then(Kind.PROGRAMME, asked, Span(How.FIRST, span.starts, span.ends), table)
    return next_of(asked, table, topics_only=words.session_noun)


def about_programme(
    words: Words, asked: Asked, span: Span | None, table: Table
) -> MeetingAnswer | None:
    """What is on at a time; now, or today, where the question names no time."""
    alone = words.programme_noun and not words.meeting_noun and asked is Asked.ALL
    if span is None and (alone or words.on) and (words.programme_noun or words.session_noun):
        span = this_day(table)
    if span is None and words.on and not words.meeting_noun and asked is Asked.ALL:
        span = Span(How.AT, table.now, table.now)
    if span is None or words.past:
        return None
    if _ELLIPTIC.fullmatch(words.text):  # "and tomorrow morning?"
        return then(Kind.MINE, asked, span, table)
    return then(Kind.PROGRAMME, asked, span, table)


def about_parallel(
    words: Words, asked: Asked, span: Span | None, table: Table
) -> MeetingAnswer | None:
    """The sessions that run side by side: those to come, or all where all are over."""
    if words.mine or not (words.session_noun and GROUP.search(words.text)):
        return None
    groups = [s for s in table.agenda.sessions if not s.is_break and table.agenda.beside(s)]
    if span is not None:
        groups = list(span.of(groups))
    found = [s for s in groups if not table.is_over(s)] or groups
    if not found:
        return None
    lines, more = table.lines(found[:MOST]), max(0, len(found) - MOST)
    return MeetingAnswer(Kind.PROGRAMME, table.now, asked, span, lines, more)
