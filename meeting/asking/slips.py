"""Slips of the pen in a question, set right by the words of this meeting; pure."""

from collections.abc import Callable
from functools import cache, partial

from meeting.asking import practical
from meeting.asking.answers import Table
from meeting.asking.vocabulary import EVERY_KNOWN
from meeting.asking.words import mended, tokens


def repaired(text: str, table: Table) -> str:
    """A plain text with its slips set right; the list of people is read only where there is one."""
    return mended(text, cache(partial(_known, table)), _is_usual(table))


def _is_usual(table: Table) -> Callable[[str], bool]:
    """Tells the words that are right whatever the meeting."""
    usual = EVERY_KNOWN | practical.USUAL_WORDS
    return lambda word: word in usual or table.is_word(word)


def _known(table: Table) -> frozenset[str]:
    """The words that slips are set right by: those of questions and of this meeting."""
    texts = [session.title for session in table.agenda.sessions]
    texts += [room.name for room in table.agenda.rooms]
    texts += [way for e in table.logistics for ways in e.asked.values() for way in ways]
    texts += table.names([p for s in table.agenda.sessions for p in s.people])
    texts += [person.name for person in table.people()]
    texts += [session.description for session in table.agenda.sessions]
    own = {word for text in texts for word in tokens(text) if word.isalpha()}
    return frozenset(own | EVERY_KNOWN | practical.USUAL_WORDS)
