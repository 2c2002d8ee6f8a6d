"""Whether a question means the session that was spoken of, or the one that goes on; pure."""

import re

from meeting.asking.answers import Table
from meeting.asking.asked import PEOPLE, Asked
from meeting.asking.forms import Words

_THIS_SESSION = re.compile(
    r"\b(?:this|current|cette) (?:session|seance|talk|panel)\b|\bsession is this\b|\bhere$|\bici$"
)
_WE = re.compile(r"\b(?:we|us|nous)\b|\bon (?=fini|termin|commenc|repren|mang)")
GROUPS = re.compile(r"\b(?:groups|groupes|parallel sessions|sessions paralleles)\b")
_TIME_NOW = re.compile(
    r"(?:what time is it|what is the time|what time do we have|quelle heure est il"
    r"|il est quelle heure)(?: now| please| maintenant| svp)?"
)
_THIS = re.compile(r"\bthis\b")
_OF_THIS = PEOPLE | {Asked.END, Asked.DURATION, Asked.ABOUT}


def asks_the_time(words: Words) -> bool:
    """ "what time is it?": nothing more, so that it means no session that was spoken of."""
    return bool(_TIME_NOW.fullmatch(words.text))


def goes_on(words: Words, asked: Asked) -> bool:
    """ "who chairs it?", "and which room?": says what it asks, and not of what."""
    if asked is Asked.ALL or words.next or words.meeting_noun:
        return False
    if _WE.search(words.text) or GROUPS.search(words.text):
        return False
    if words.this_one or words.session_noun:
        return True
    if asked in PEOPLE and words.text.startswith(("and ", "et ")):
        return True
    return len(words.text.split()) <= (3 if asked in PEOPLE else 4)


def means_what_runs(words: Words, asked: Asked, table: Table) -> bool:
    """Whether "this session" is the one that goes on, not one that was spoken of."""
    if table.mentioned is not None and asked is not Asked.END:
        return False
    of_it = table.mentioned is None and asked in _OF_THIS and _THIS.search(words.text)
    return bool(of_it or _THIS_SESSION.search(words.text))
