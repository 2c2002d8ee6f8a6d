"""Rooms and people whom the words of a question name; pure."""

from collections.abc import Sequence

from rapidfuzz.distance import OSA

from meeting.agenda import Room
from meeting.asking.answers import Table
from meeting.asking.vocabulary import EVERY_KNOWN
from meeting.asking.words import tokens
from meeting.people import Person

ROOM_NOUNS = frozenset("room salle hall auditorium the la le of de du".split())
_TITLES = frozenset("mr mrs ms miss dr prof professor mme mlle monsieur madame ambassador".split())


def room(text: str, table: Table) -> tuple[Room, str] | None:
    """The room whose name a plain text has, and the text without it; the longest name wins."""
    best: tuple[Room, tuple[str, ...]] | None = None
    words = text.split()
    for each in table.agenda.rooms:
        name = tokens(each.name)
        telling = tuple(word for word in name if word not in ROOM_NOUNS) or name
        for form in (name, telling):
            if _within(form, words) is not None and (best is None or len(form) > len(best[1])):
                best = (each, form)
    if best is None:
        return None
    at = _within(best[1], words) or 0
    return best[0], " ".join([*words[:at], *words[at + len(best[1]) :]])


def person(text: str, table: Table) -> tuple[Person, str] | None:
    """The one person whom a plain text names by full or family name, and the text without it.

    None where it names nobody, or where two people have that name. People who are only printed on
    the agenda are found as well; they have their name as their key.
    """
    words = text.split()
    found = [(each, named) for each in _everybody(table) if (named := _named(each.name, words))]
    most = max((len(named) for _, named in found), default=0)
    best = [(each, named) for each, named in found if len(named) == most]
    if len({each.key for each, _ in best}) != 1:
        return None
    chosen, named = best[0]
    return chosen, " ".join(word for word in words if word not in named and word not in _TITLES)


def _within(name: Sequence[str], words: Sequence[str]) -> int | None:
    """Where the words of a name stand together in a text."""
    starts = range(len(words) - len(name) + 1)
    return next((at for at in starts if list(words[at : at + len(name)]) == list(name)), None)


def _everybody(table: Table) -> list[Person]:
    keys = {person.key.casefold() for person in table.people()}
    named = dict.fromkeys(who for s in table.agenda.sessions for who in s.people)
    return [*table.people(), *(Person(who, who) for who in named if who.casefold() not in keys)]


def _named(name: str, words: Sequence[str]) -> frozenset[str]:
    """The words of a text that are this name: all of it, or the family name; none otherwise."""
    parts = tokens(name.split("@")[0])
    if len(parts) < 2:
        return frozenset()
    heard = [next((w for w in words if _same(part, w)), None) for part in parts]
    full = frozenset(word for word in heard if word)
    if heard[-1] is not None and (heard[0] is not None or len(parts[-1]) > 3):
        common = heard[-1] in EVERY_KNOWN and heard[0] is None
        return frozenset() if common else full
    return frozenset()


def _same(part: str, word: str) -> bool:
    if part == word:
        return True
    slips = 1 if len(part) >= 6 else 0
    return bool(slips) and part[0] == word[0] and OSA.distance(part, word) <= slips
