"""Questions about a session by its title, its people or what it is about; pure."""

import re
from collections.abc import Sequence

from meeting.agenda import Session
from meeting.asking import cards, practical
from meeting.asking.answers import Kind, MeetingAnswer, Table
from meeting.asking.asked import ROLES, Asked
from meeting.asking.breaks import BREAK_WORDS, kinds, of_kind
from meeting.asking.forms import Words
from meeting.asking.spans import How, Span
from meeting.asking.then import MOST, then

CANDIDATES = 3  # that are listed where a question may mean several sessions
FITS = 0.99  # of a question's words in the title: all of them
NAMED_BY = 0.5  # the share of a title that "when is …?" must have, without the word "session"
DONE_BY = 0.8  # and "when does … begin?", which may be meant of the matter itself
SPOKEN_OF = 0.3  # and "who speaks on …?"
BARE = 4  # words of a question that only names what it is about
_FACTS = frozenset({Asked.WHEN, Asked.WHERE, Asked.UNTIL, Asked.END, Asked.DURATION})
_FIRST = re.compile(r"\bfirst\b|\bpremieres?\b")
_LAST = re.compile(r"\blast (?!until)|\bdernieres?\b")
_AM_I_IN = re.compile(r"\b(?:am i|are we|do i go|suis je|je suis|sommes nous)\b")
_OPENS = re.compile(r"\b(?:opens?|closes?|ouvre|ferme|cloture)\b")  # the meeting, or its days
_A_BREAK = frozenset({"break", "pause", "recess"})  # but not "the breaks"
_MEALS = frozenset("eat eating food meal meals manger mange mangeons repas".split())
# Without a word such as "session", these ask about the matter itself, which is for the papers.
_THE_MATTER = re.compile(
    r"\b(?:comes?|came) from\b|\bwhy\b|\bpourquoi\b|\bhow (?!long|soon|much (?:time|longer))"
    r"|\bcomment\b|\b(?:vient|viennent|provien\w+)\b|\b(?:needs?|needed|should|must)\b(?! (?:i"
    r"|we)\b)"
    r"|\b(?:do|does)\b(?!.*\b(?:i|we|starts?|begin|ends?|finish|take|happen|last|run|stop|kick"
    r"|discussed)\b)"
)
_YES_OR_NO = re.compile(r"^(?:and )?(?:is|are|will|does) (?!there)")
_DOES = re.compile(r"\b(?:do|does|will|can|commence\w*|debute\w*)\b")
_ASKS = re.compile(
    r"\b(?:which|what|why|how|quels?|quelles?|que|comment|do|does|is|are|est|sont)\b"
)


def about_session(
    words: Words, asked: Asked, span: Span | None, table: Table
) -> MeetingAnswer | None:
    """A session by its title, its people or what it is about; a break by its kind."""
    found = _a_break(words, asked, span, table)
    if found is not None or _breaks_of(words, table):
        return found  # a break on another day than the one asked for is no answer
    return _a_topic(words, asked, span, table)


def _a_break(words: Words, asked: Asked, span: Span | None, table: Table) -> MeetingAnswer | None:
    found = _breaks_of(words, table)
    plain = asked in _FACTS or words.next or len(words.text.split()) <= BARE
    if not found or (not plain and practical.entry(words.text, words.topic, table.logistics)):
        return None
    if span is not None:
        held = [s for s in found if span.holds(s) or (span.how is How.AT and _same_day(s, span))]
        # "Is dinner tonight or tomorrow?" names two days, and any of them may be wrong.
        found = held or (found if _YES_OR_NO.search(words.text) else [])
    if not found:
        return None
    return _told(_the_break(found, words, asked, table), asked, span, table)


def _the_break(found: Sequence[Session], words: Words, asked: Asked, table: Table) -> list[Session]:
    """Of several breaks, the next, first or last; one where the question speaks of one."""
    if words.next and (ahead := [s for s in found if table.is_ahead(s)]):
        return ahead[:1]
    day = _upcoming(found, True, table)[0].starts.date()
    of_day = [s for s in found if s.starts.date() == day]
    if _FIRST.search(words.text):
        return of_day[:1]
    if _LAST.search(words.text):
        return of_day[-1:]
    one = not kinds(words.topic) or set(words.topic) <= _A_BREAK
    first = asked in (Asked.UNTIL, Asked.END) or words.next or one
    return _upcoming(found, first, table)


def _breaks_of(words: Words, table: Table) -> list[Session]:
    """The breaks that words without another topic name; "when do we eat?" names all meals."""
    topic = set(words.topic)
    if not topic or topic - BREAK_WORDS - _MEALS:
        return []
    named = kinds(words.topic) or frozenset({"lunch", "dinner", "breakfast"})
    of_these = [of_kind(table.agenda.sessions, kind) for kind in named]
    return [s for s in table.agenda.sessions if any(s in found for found in of_these)]


def _same_day(session: Session, span: Span) -> bool:
    return session.starts.date() == span.day


def _a_topic(words: Words, asked: Asked, span: Span | None, table: Table) -> MeetingAnswer | None:
    topic = [*words.topic, *words.nouns]
    found = cards.sessions(topic, table)
    if words.session_noun and not (words.past and asked in (Asked.ALL, Asked.ABOUT)):
        good = cards.likely(found)
    else:
        good = [each for each in found if _is_named(each, words, asked)]
        good = [each for each in good if each.score >= good[0].score - cards.CLOSE]
    chosen = [each.session for each in good]
    if span is not None:
        chosen = [s for s in chosen if span.holds(s)] or [
            s for s in chosen if _same_day(s, span)] or chosen  # fmt: skip
    if len(chosen) == 1 and _AM_I_IN.search(words.text) and not table.mine(chosen[0]):
        at = Span(How.AT, chosen[0].starts, chosen[0].starts)
        return then(Kind.MINE, asked, at, table)  # where they are instead
    return _told(_one_of_each(chosen, words, asked, table), asked, span, table) if chosen else None


def _is_named(found: cards.Found, words: Words, asked: Asked) -> bool:
    """Without a word such as "session", a question must name the title, and ask for a fact."""
    if found.in_title < FITS or words.past or _THE_MATTER.search(words.text):
        return False
    if asked in ROLES:
        return found.of_title >= SPOKEN_OF
    if asked is Asked.WHO and _OPENS.search(words.text):
        return found.of_title >= NAMED_BY
    if asked in _FACTS:
        return found.of_title >= (DONE_BY if _DOES.search(words.text) else NAMED_BY)
    is_bare = asked is Asked.ALL and len(words.topic) > 1 and not _ASKS.search(words.text)
    return is_bare and found.of_title >= FITS


def _one_of_each(
    chosen: Sequence[Session], words: Words, asked: Asked, table: Table
) -> list[Session]:
    """Sessions of one title are one thing: of those, the ones that come next."""
    titles = dict.fromkeys(session.title.casefold() for session in chosen)
    if len(titles) == 1:
        return _upcoming(chosen, asked is Asked.UNTIL or words.next, table)
    return list(chosen)


def _upcoming(found: Sequence[Session], first: bool, table: Table) -> list[Session]:
    """Of sessions that repeat, those of the next day that has one not over yet; or the first."""
    ahead = [s for s in found if not table.is_over(s)]
    if not ahead:
        return [s for s in found if s.starts.date() == table.now.date()] or list(found)
    if first:
        return ahead[:1]
    return [s for s in ahead if s.starts.date() == ahead[0].starts.date()]


def _told(
    sessions: Sequence[Session], asked: Asked, span: Span | None, table: Table
) -> MeetingAnswer | None:
    if len({s.title.casefold() for s in sessions}) > 1:
        if len(sessions) > CANDIDATES + 1:
            return None
        lines = table.lines(sorted(sessions[:CANDIDATES], key=lambda s: s.starts.timestamp()))
        return MeetingAnswer(Kind.CANDIDATES, table.now, asked, span, lines)
    return MeetingAnswer(Kind.SESSION, table.now, asked, span, table.lines(sessions[:MOST]))
