"""Breaks by the words that people have for them: lunch, coffee, dinner, or any break; pure."""

from collections.abc import Sequence

from meeting.agenda import Session
from meeting.asking.vocabulary import MEAL_WORDS
from meeting.asking.words import tokens

_KIND_OF = {word: kind for kind, line in MEAL_WORDS.items() for word in line.split()}
_MIDDAY = range(11, 15)  # hours in which a break without a telling title is the lunch
BREAK_WORDS = frozenset(_KIND_OF)


def kinds(words: Sequence[str]) -> frozenset[str]:
    """The kinds of break that words name; "coffee break" is coffee, "lunch break" lunch."""
    found = {_KIND_OF[word] for word in words if word in _KIND_OF}
    return frozenset(found - {"break"} or found)


def of_kind(sessions: Sequence[Session], kind: str) -> tuple[Session, ...]:
    """The breaks of a kind, in order; meals need not be marked as breaks to be found."""
    if kind == "break":
        pauses = tuple(session for session in sessions if session.is_break)
        return tuple(s for s in pauses if kinds(tokens(s.title))) or pauses
    named = tuple(s for s in sessions if kind in kinds(tokens(s.title)) and _is_pause(s))
    if named or kind != "lunch":
        return named
    return tuple(s for s in sessions if s.is_break and s.starts.hour in _MIDDAY and _is_bare(s))


def _is_pause(session: Session) -> bool:
    """A title that says no more than its meal counts as a break, marked or not."""
    return session.is_break or len(tokens(session.title)) <= 2


def _is_bare(session: Session) -> bool:
    return kinds(tokens(session.title)) == frozenset({"break"})
