"""Sessions, rooms and people as cards: which of them the words of a question mean; pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import log

from rapidfuzz.distance import OSA

from meeting.agenda import Room, Session
from meeting.asking.answers import Table
from meeting.asking.concepts import meaning
from meeting.asking.vocabulary import EVERY_KNOWN, SMALL_WORDS, WEAK
from meeting.asking.words import tokens
from meeting.people import Person

DESCRIBED = 0.75  # what a word counts that stands in the description only; in the title it counts 1
ENOUGH = 0.6  # the share of a question's words, by weight, that a card must have
CLOSE = 0.12  # candidates whose scores lie this near to the best one may be meant as well
ROOM_NOUNS = frozenset("room salle hall auditorium the la le of de du".split())
Meaning = frozenset[str]


@dataclass(frozen=True, slots=True)
class Found:
    """A session with how well it fits (0 to 1), the share of the question's words that it has, and
    the shares that its title has of them and they of its title."""

    session: Session
    score: float
    coverage: float
    in_title: float
    of_title: float


def sessions(words: Sequence[str], table: Table) -> list[Found]:
    """The sessions that have something of the words, best first."""
    cards = [_Card.of(session, table) for session in table.agenda.sessions]
    weights = [_weight(meaning(word), cards) for word in words]
    found = [card.fit(words, weights) for card in cards]
    return sorted((f for f in found if f.coverage > 0), key=lambda f: -f.score)


def likely(found: Sequence[Found], least: float = ENOUGH) -> list[Found]:
    """The best of those that fit well enough, with what comes close to it."""
    good = [each for each in found if each.coverage >= least]
    return [each for each in good if each.score >= good[0].score - CLOSE]


@dataclass(frozen=True, slots=True)
class _Card:
    """A session's words: of its title, those that tell it from others, and what else is told."""

    session: Session
    title: tuple[Meaning, ...]
    telling: tuple[Meaning, ...]
    described: tuple[Meaning, ...]

    @classmethod
    def of(cls, session: Session, table: Table) -> "_Card":
        people = " ".join(table.names(session.people))
        room = table.agenda.room(session.room)
        told = f"{session.description} {people} {room.name if room else ''}"
        telling = " ".join(word for word in tokens(session.title) if word not in WEAK)
        title = _meanings(session.title)
        return cls(session, title, _meanings(telling) or title, _meanings(told))

    def fit(self, words: Sequence[str], weights: Sequence[float]) -> Found:
        counted, titled, total = 0.0, 0.0, 0.0
        for word, weight in zip(words, weights, strict=True):
            sense = meaning(word)
            named, told = _has(self.title, sense), _has(self.described, sense)
            if word in WEAK and not named:
                continue  # "the debate on funding" may well be called a session
            total += weight
            titled += weight if named else 0.0
            counted += weight * (1.0 if named else DESCRIBED if told else 0.0)
        senses = [meaning(word) for word in words]
        of_title = _share(self.telling, senses)
        coverage = counted / total if total else 0.0
        in_title = titled / total if total else 0.0
        return Found(self.session, 0.8 * coverage + 0.2 * of_title, coverage, in_title, of_title)


@lru_cache(maxsize=10_000)
def _meanings(text: str) -> tuple[Meaning, ...]:
    words = dict.fromkeys(word for word in tokens(text) if word not in SMALL_WORDS)
    return tuple(meaning(word) for word in words)


def _has(held: Iterable[Meaning], sense: Meaning) -> bool:
    return any(sense & each for each in held)


def _share(title: Sequence[Meaning], senses: Sequence[Meaning]) -> float:
    return sum(_has(senses, each) for each in title) / len(title) if title else 0.0


def _weight(sense: Meaning, cards: Sequence[_Card]) -> float:
    """Inverse document frequency as BM25 has it; highest for what no card has."""
    holding = sum(_has(card.title, sense) or _has(card.described, sense) for card in cards)
    return log(1 + (len(cards) - holding + 0.5) / (holding + 0.5))


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


def _within(name: Sequence[str], words: Sequence[str]) -> int | None:
    """Where the words of a name stand together in a text."""
    starts = range(len(words) - len(name) + 1)
    return next((at for at in starts if list(words[at : at + len(name)]) == list(name)), None)


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


_TITLES = frozenset("mr mrs ms miss dr prof professor mme mlle monsieur madame ambassador".split())


def _everybody(table: Table) -> list[Person]:
    keys = {person.key.casefold() for person in table.people}
    named = dict.fromkeys(who for s in table.agenda.sessions for who in s.people)
    return [*table.people, *(Person(who, who) for who in named if who.casefold() not in keys)]


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
