"""Which passages of two versions are worth comparing, where all with all would take too long."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_array

from knowledge.likeness import Candidate

# Up to so many pairs, each is a candidate.
_ALL = 10_000
# Of each passage, so many that share most of the rarer words with it.
_BEST = 3
# A word in more passages than this tells none of them.
_RARE = 30
# So many places away from where a passage would be if nothing but it had changed.
_STEPS = 2


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a passage stands: behind and before which unchanged one, and how many steps away.

    `behind` and `ahead` name unchanged passages by their place in the new version; -1 and -2 are
    the two ends.
    """

    behind: tuple[int, int]
    ahead: tuple[int, int]


def suspects(
    old_words: Sequence[Sequence[str]],
    new_words: Sequence[Sequence[str]],
    old_spots: Sequence[Spot],
    new_spots: Sequence[Spot],
) -> Iterator[Candidate]:
    """The candidates, each once, by their places in the lists, with the neighbours in common."""
    if len(old_words) * len(new_words) <= _ALL:
        found = {(one, other) for one in range(len(old_words)) for other in range(len(new_words))}
    else:
        found = {*_by_words(old_words, new_words), *_by_spots(old_spots, new_spots)}
    for one, other in found:
        here, there = old_spots[one], new_spots[other]
        yield one, other, (here.behind == there.behind) + (here.ahead == there.ahead)


def in_place(old: Sequence[Spot], new: Sequence[Spot]) -> Sequence[tuple[int, int]]:
    """In long versions, the pairs that stand in the same spot; none where all can be compared."""
    if len(old) * len(new) <= _ALL:
        return ()
    there = {spot: at for at, spot in enumerate(new)}
    return [(at, there[spot]) for at, spot in enumerate(old) if spot in there]


def spots(places: Sequence[int], anchors: Mapping[int, int], count: int) -> list[Spot]:
    """The spots of these places of a version with `count` passages; `anchors` names unchanged ones
    by their place in it."""
    behind, ahead = _steps(range(count), anchors, -1), _steps(range(count)[::-1], anchors, -2)
    return [Spot(behind[place], ahead[place]) for place in places]


def _steps(order: range, anchors: Mapping[int, int], end: int) -> dict[int, tuple[int, int]]:
    found: dict[int, tuple[int, int]] = {}
    anchor, steps = end, 0
    for place in order:
        steps += 1
        if place in anchors:
            anchor, steps = anchors[place], 0
        found[place] = (anchor, steps)
    return found


def _by_spots(old: Sequence[Spot], new: Sequence[Spot]) -> Iterator[tuple[int, int]]:
    for ahead in (False, True):
        there = {(each.ahead if ahead else each.behind): at for at, each in enumerate(new)}
        for one, spot in enumerate(old):
            anchor, steps = spot.ahead if ahead else spot.behind
            for away in range(-_STEPS, _STEPS + 1):
                if (anchor, steps + away) in there:
                    yield one, there[anchor, steps + away]


def _by_words(
    old: Sequence[Sequence[str]], new: Sequence[Sequence[str]]
) -> Iterator[tuple[int, int]]:
    numbers = _rare_words(old, new)
    shared = (_matrix(old, numbers) @ _matrix(new, numbers).T).tocoo()
    rows, columns = shared.coords
    for mine, other in ((rows, columns), (columns, rows)):
        best = _best(mine, other, shared.data)
        yield from zip(rows[best].tolist(), columns[best].tolist(), strict=True)


def _rare_words(old: Sequence[Sequence[str]], new: Sequence[Sequence[str]]) -> dict[str, int]:
    counts = [Counter(word for words in texts for word in set(words)) for texts in (old, new)]
    both = counts[0].keys() & counts[1].keys()
    rare = sorted(word for word in both if max(each[word] for each in counts) <= _RARE)
    return {word: number for number, word in enumerate(rare)}


def _matrix(texts: Sequence[Sequence[str]], numbers: Mapping[str, int]) -> "csr_array[np.int64]":
    found = [sorted(numbers[word] for word in set(words) if word in numbers) for words in texts]
    ends = np.cumsum([0, *(len(each) for each in found)])
    places = np.array([number for each in found for number in each], dtype=np.int64)
    ones = np.ones(len(places), dtype=np.int64)
    return csr_array((ones, places, ends), shape=(len(texts), len(numbers)))


def _best(mine: np.ndarray, other: np.ndarray, shared: np.ndarray) -> np.ndarray:
    """Of each of mine, the entries that share most; of equal ones the first."""
    order = np.lexsort((other, -shared, mine))
    sorted_mine = mine[order]
    starts = np.flatnonzero(np.r_[True, sorted_mine[1:] != sorted_mine[:-1]])
    ranks = np.arange(len(order)) - np.repeat(starts, np.diff(np.r_[starts, len(order)]))
    return order[ranks < _BEST]
