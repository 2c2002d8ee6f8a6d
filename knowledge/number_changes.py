"""The numbers of a text that another one gives otherwise: old and new, side by side; pure."""

import re
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from knowledge.number_alignment import aligned
from knowledge.numbers import Mention, names_number
from knowledge.sentence_frames import Sentence, Token, sentence

NumberChange = tuple[str, str]

_END = re.compile(r"(?<=[.!?…;])[\"'”’»)\]]*\s+|\n+")


@dataclass(frozen=True, slots=True)
class Difference:
    """The sentences of two texts that only the one, or only the other has, in order."""

    before: tuple[str, ...]
    after: tuple[str, ...]


def number_changes(before: str, after: str) -> tuple[NumberChange, ...]:
    """Each number of `before` that `after` gives otherwise, in the order of the texts.

    Sentences that are equal but for their numbers give all of them; in what was put otherwise, a
    number counts where the words beside it are the same, or few words changed around it. The other
    way round gives the same pairs, turned.
    """
    return numbers_in(difference(before, after))


def difference(before: str, after: str) -> Difference:
    """The sentences that only one of the texts has."""
    old, new = _split(before), _split(after)
    return Difference(_without(old, new), _without(new, old))


def numbers_in(differing: Difference) -> tuple[NumberChange, ...]:
    """The numbers that were given otherwise in sentences that differ."""
    if not all(any(map(names_number, each)) for each in (differing.before, differing.after)):
        return ()
    if differing.after < differing.before:
        turned = numbers_in(Difference(differing.after, differing.before))
        return tuple((old, new) for new, old in turned)
    old, new = [[sentence(text) for text in texts] for texts in (differing.before, differing.after)]
    pairs = [*_framed(old, new), *aligned(_tokens_of(old), _tokens_of(new))]
    return tuple(dict.fromkeys(told(pairs)))


def told(pairs: Iterable[tuple[Mention, Mention]]) -> Iterator[NumberChange]:
    """The pairs that do not say the same, as they are written."""
    for old, new in pairs:
        if old.value != new.value:
            yield old.shown, new.shown


def _split(text: str) -> list[str]:
    return [piece for piece in _END.split(text) if piece.strip()]


def _without(texts: list[str], others: list[str]) -> tuple[str, ...]:
    left = Counter(texts) - Counter(others)
    return tuple(text for text in texts if _take(left, text))


def _take(left: Counter[str], text: str) -> bool:
    left[text] -= 1
    return left[text] >= 0


def _framed(old: list[Sentence], new: list[Sentence]) -> Iterator[tuple[Mention, Mention]]:
    """Take the sentences with equal frames out of both lists, and pair their numbers."""
    waiting: dict[tuple[Hashable, ...], list[Sentence]] = {}
    for each in new:
        waiting.setdefault(each.frame, []).append(each)
    for each in list(old):
        if each.numbers and waiting.get(each.frame):
            partner = waiting[each.frame].pop(0)
            old.remove(each)
            new.remove(partner)
            yield from zip(each.numbers, partner.numbers, strict=True)


def _tokens_of(found: Sequence[Sentence]) -> list[Token]:
    return [token for each in found for token in each.tokens]
