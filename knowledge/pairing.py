"""Which passage of one version is which of another: the same, or put otherwise; pure."""

import re
from collections.abc import Callable, Container, Hashable, Iterable, Sequence
from dataclasses import dataclass

from knowledge.likeness import Likeness
from knowledge.numbers import outline
from knowledge.papers import Passage
from knowledge.reading.blocks import SUPERSCRIPTS
from knowledge.suspects import in_place, spots, suspects

# Replaced one after the other: faster than str.translate by far.
_TYPOGRAPHY = (
    *((mark, "'") for mark in "’‘"),
    *((mark, '"') for mark in "“”«»"),
    *((dash, "-") for dash in "‐‑–—−"),
    *(("\u00ad", ""), ("…", "...")),
)
_DIGITS_ABOVE = frozenset(SUPERSCRIPTS)
# The mark of a footnote, at the front of the note or behind a word; "10²" and "km²" are no marks.
_MARK = re.compile(
    rf"^[{SUPERSCRIPTS}]+ |(?:(?<=[^\W\d_]{{3}})|(?<=[.,;:!?)\"']))[{SUPERSCRIPTS}]+"
)


Places = dict[int, int]  # in the old version -> in the new one


@dataclass(frozen=True, slots=True)
class Pairs:
    """Places of the old version -> those of the new: `unchanged` passages and `changed` ones."""

    unchanged: Places
    changed: Places


def pair(before: Sequence[Passage], after: Sequence[Passage]) -> Pairs:
    """Pair the passages of two versions; what has no partner was added or removed.

    Equal texts are paired first, those in the same place before those that moved. Of the rest the
    likest are paired first, as long as they are like enough (see likeness.py); then those that are
    equal but for their numbers, in order. The other way round gives the same pairs.
    """
    unchanged = _equal(before, after)
    changed = _likest(before, after, unchanged)
    both = unchanged | changed
    old, new = _left(before, both), _left(after, set(both.values()))
    return Pairs(unchanged, changed | _by(before, after, old, new, _outline))


def plain(text: str) -> str:
    """A text without what is only typography: spaces, kinds of quotation marks and dashes."""
    spaced = " ".join(text.split())
    if spaced.isascii():
        return spaced
    for written, even in _TYPOGRAPHY:
        spaced = spaced.replace(written, even)
    return spaced if _DIGITS_ABOVE.isdisjoint(spaced) else _MARK.sub("", spaced)


def _equal(before: Sequence[Passage], after: Sequence[Passage]) -> Places:
    keys: list[Callable[[Passage], Hashable]] = [
        lambda each: (each.text, each.headings, each.paragraph),
        lambda each: (each.text, each.headings),
        lambda each: each.text,
        lambda each: plain(each.text),
    ]
    found: Places = {}
    for key in keys:
        old, new = _left(before, found), _left(after, set(found.values()))
        found |= _by(before, after, old, new, key)
    return found


def _left(passages: Sequence[Passage], taken: Container[int]) -> list[int]:
    return [at for at in range(len(passages)) if at not in taken]


def _by(
    before: Sequence[Passage],
    after: Sequence[Passage],
    old: Iterable[int],
    new: Iterable[int],
    key: Callable[[Passage], Hashable],
) -> Places:
    """Pair those with equal keys, the first with the first."""
    waiting: dict[Hashable, list[int]] = {}
    for at in new:
        waiting.setdefault(key(after[at]), []).append(at)
    found = {}
    queues = {each: iter(places) for each, places in waiting.items()}
    for at in old:
        partner = next(queues.get(key(before[at]), iter(())), None)
        if partner is not None:
            found[at] = partner
    return found


def _outline(passage: Passage) -> Hashable:
    return outline(passage.text)


def _likest(before: Sequence[Passage], after: Sequence[Passage], equal: Places) -> Places:
    """Pair what is like enough. In long versions, first what hardly changed where it stands."""
    kept = _changed_in_place(before, after, equal)
    found = dict(kept)
    rest = _Rest(before, after, equal | kept)
    taken = set(kept.values())
    candidates = suspects(
        rest.likeness.old_words, rest.likeness.new_words, rest.old_spots, rest.new_spots
    )
    for one, other in rest.likeness.ranked(candidates):
        if rest.old[one] not in found and rest.new[other] not in taken:
            found[rest.old[one]] = rest.new[other]
            taken.add(rest.new[other])
    return found


def _changed_in_place(before: Sequence[Passage], after: Sequence[Passage], equal: Places) -> Places:
    rest = _Rest(before, after, equal)
    pairs = rest.likeness.nearly_same(in_place(rest.old_spots, rest.new_spots))
    return {rest.old[one]: rest.new[other] for one, other in pairs}


class _Rest:
    """The passages that have no partner yet, and where they stand among those that have one."""

    def __init__(self, before: Sequence[Passage], after: Sequence[Passage], paired: Places) -> None:
        self.old = _left(before, paired)
        self.new = _left(after, set(paired.values()))
        self.old_spots = spots(self.old, paired, len(before))
        self.new_spots = spots(self.new, {at: at for at in paired.values()}, len(after))
        self.likeness = Likeness([before[at] for at in self.old], [after[at] for at in self.new])
