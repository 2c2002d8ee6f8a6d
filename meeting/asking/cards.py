"""Sessions as cards: which of them the words of a question mean; pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import log

from meeting.agenda import Session
from meeting.asking.answers import Table
from meeting.asking.concepts import meaning
from meeting.asking.vocabulary import SESSION_NOUNS, SMALL_WORDS, WEAK
from meeting.asking.words import tokens

DESCRIBED = 0.75  # what a word counts that stands in the description only; in the title it counts 1
ENOUGH = 0.6  # the share of a question's words, by weight, that a card must have
CLOSE = 0.12  # candidates whose scores lie this near to the best one may be meant as well
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
    """A session's words: of its title, those that tell it from others (of all of it, and of what
    stands before a colon), and what else is told."""

    session: Session
    title: tuple[Meaning, ...]
    telling: tuple[tuple[Meaning, ...], ...]
    described: tuple[Meaning, ...]

    @classmethod
    def of(cls, session: Session, table: Table) -> "_Card":
        people = " ".join(table.names(session.people))
        room = table.agenda.room(session.room)
        told = f"{session.description} {people} {room.name if room else ''}"
        title = _meanings(session.title)
        return cls(session, title, _tellings(session.title), _meanings(told))

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
        of_title = max(_share(telling, senses) for telling in self.telling)
        coverage = counted / total if total else 0.0
        in_title = titled / total if total else 0.0
        return Found(self.session, 0.8 * coverage + 0.2 * of_title, coverage, in_title, of_title)


@lru_cache(maxsize=10_000)
def _meanings(text: str) -> tuple[Meaning, ...]:
    words = dict.fromkeys(word for word in tokens(text) if word not in SMALL_WORDS)
    return tuple(meaning(word) for word in words)


@lru_cache(maxsize=10_000)
def _tellings(title: str) -> tuple[tuple[Meaning, ...], ...]:
    """ "Planning tools: do they fit together?" is named by all of it, or by "planning tools"."""
    telling = " ".join(word for word in tokens(title) if word not in WEAK)
    whole = _meanings(telling) or _meanings(title)
    head, colon, _ = title.partition(":")
    named = " ".join(word for word in tokens(head) if word not in SESSION_NOUNS)
    short = _meanings(named) if colon else ()
    return (whole, short) if short else (whole,)


def _has(held: Iterable[Meaning], sense: Meaning) -> bool:
    return any(sense & each for each in held)


def _share(title: Sequence[Meaning], senses: Sequence[Meaning]) -> float:
    return sum(_has(senses, each) for each in title) / len(title) if title else 0.0


def _weight(sense: Meaning, cards: Sequence[_Card]) -> float:
    """Inverse document frequency as BM25 has it; highest for what no card has."""
    holding = sum(_has(card.title, sense) or _has(card.described, sense) for card in cards)
    return log(1 + (len(cards) - holding + 0.5) / (holding + 0.5))
