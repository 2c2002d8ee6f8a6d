"""How like two passages are, word for word and by where they stand; pure."""

import re
from collections.abc import Iterable, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import process
from rapidfuzz.distance import Indel

from knowledge.papers import Passage

# Share of words in common, in order (Indel), from which a passage is the old one put otherwise;
# unrelated passages of the sample papers have at most .43 (their small words), edited ones .6.
ALIKE = 0.5
# The same for a passage that stands between the neighbours that it had.
ALIKE_IN_PLACE = 0.3
_NEARLY = 0.95
# A passage of so few words is compared by letters too: a mended word is half of it.
_SHORT_WORDS = 8
_ALIKE_IN_LETTERS = 0.75
# What a neighbour in common weighs, twice as much as the heading or the paragraph: it decides
# between passages that are equally like, as the rows of a table are.
_NEIGHBOUR = 0.01
_WORD = re.compile(r"[^\W_]+")

Candidate = tuple[int, int, int]  # place in the old texts, in the new ones, neighbours in common


class Likeness:
    """Compares the passages of two lists, by their places in them."""

    def __init__(self, old: Sequence[Passage], new: Sequence[Passage]) -> None:
        self.old_words = [_WORD.findall(each.text.casefold()) for each in old]
        self.new_words = [_WORD.findall(each.text.casefold()) for each in new]
        self._old, self._new = old, new

    def nearly_same(self, pairs: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
        """Those of the pairs in which hardly a word differs."""
        ratios = self._ratios([(*each, 0) for each in pairs])
        yield from (each for each, ratio in zip(pairs, ratios, strict=True) if ratio >= _NEARLY)

    def ranked(self, candidates: Iterable[Candidate]) -> Iterator[tuple[int, int]]:
        """Those of the candidates that are like enough, the likest first.

        Between two that are equally like, the one whose places are closer comes first.
        """
        asked = sorted(candidates)
        ratios = self._ratios(asked)
        scored = [
            (-ratio - self._bonus(each), abs(each[0] - each[1]), each[0], each[1])
            for each, ratio in zip(asked, ratios, strict=True)
            if ratio >= (ALIKE_IN_PLACE if each[2] == 2 else ALIKE)
        ]
        for _, _, old, new in sorted(scored):
            yield old, new

    def _ratios(self, asked: Sequence[Candidate]) -> list[float]:
        if not asked:
            return []
        letters = _Letters()
        old = ["".join(map(letters.__getitem__, words)) for words in self.old_words]
        new = ["".join(map(letters.__getitem__, words)) for words in self.new_words]
        by_words = _pairwise([old[one] for one, *_ in asked], [new[each[1]] for each in asked])
        return [
            max(float(ratio), self._in_letters(one, other))
            for (one, other, _), ratio in zip(asked, by_words, strict=True)
        ]

    def _in_letters(self, one: int, other: int) -> float:
        if max(len(self.old_words[one]), len(self.new_words[other])) > _SHORT_WORDS:
            return 0.0
        ratio = Indel.normalized_similarity(self._old[one].text, self._new[other].text)
        return ratio if ratio >= _ALIKE_IN_LETTERS else 0.0

    def _bonus(self, candidate: Candidate) -> float:
        old, new = self._old[candidate[0]], self._new[candidate[1]]
        same = (old.headings == new.headings) + (old.paragraph == new.paragraph)
        return _NEIGHBOUR * candidate[2] + _NEIGHBOUR / 2 * same


class _Letters(dict[str, str]):
    """A letter for each word, so that words are compared as fast as letters are."""

    def __missing__(self, word: str) -> str:
        letter = self[word] = chr(len(self) + 1)
        return letter


def _pairwise(old: Sequence[str], new: Sequence[str]) -> NDArray[np.float32]:
    found: NDArray[np.float32] = process.cpdist(
        old, new, scorer=Indel.normalized_similarity, dtype=np.float32
    )
    return found
