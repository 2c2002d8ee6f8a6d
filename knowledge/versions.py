"""Two versions of a paper -> the passages that were added, changed and removed, in order; pure."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from knowledge.moved_numbers import moved_numbers
from knowledge.number_changes import Difference, NumberChange, difference, numbers_in
from knowledge.pairing import Pairs, pair
from knowledge.papers import Passage


class ChangeKind(StrEnum):
    ADDED = "added"
    CHANGED = "changed"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class PassageChange:
    """What became of one passage; `before` is None where it was added, `after` where it
    was removed.

    `numbers` are those that the new version gives otherwise, old and new, as they are written:
    ("four", "five"). A sentence that went to another passage brings its number along, so that a
    passage which was added or removed can have some too.
    """

    kind: ChangeKind
    before: Passage | None
    after: Passage | None
    numbers: tuple[NumberChange, ...] = ()


@dataclass(frozen=True, slots=True)
class Compared:
    """Two versions side by side: `changes` in reading order, and how many there are of each kind.

    Every passage is counted once: unchanged, changed and removed ones are those of the old version,
    unchanged, changed and added ones those of the new.
    """

    added: int
    changed: int
    removed: int
    unchanged: int
    changes: tuple[PassageChange, ...]


def compare(before: Sequence[Passage], after: Sequence[Passage]) -> tuple[PassageChange, ...]:
    """What makes the one version the other, in reading order of the new one.

    A removed passage stands where it stood, after what came before it. A passage that only moved,
    to another page, paragraph or heading, is no change; nor are other quotation marks, dashes,
    spaces or numbers of footnotes. Turned round, the changes are the same, turned.
    """
    changes = tuple(_in_order(pair(before, after), before, after))
    differences = [_difference(each) for each in changes]
    moved = moved_numbers(differences)
    return tuple(
        replace(each, numbers=tuple(dict.fromkeys((*numbers_in(differing), *moved.get(at, ())))))
        for at, (each, differing) in enumerate(zip(changes, differences, strict=True))
    )


def compared(before: Sequence[Passage], after: Sequence[Passage]) -> Compared:
    """The same with its counts, for who is to decide on the new version."""
    changes = compare(before, after)
    added, changed, removed = (
        sum(each.kind is kind for each in changes)
        for kind in (ChangeKind.ADDED, ChangeKind.CHANGED, ChangeKind.REMOVED)
    )
    return Compared(added, changed, removed, len(after) - added - changed, changes)


def numbers_first(changes: Iterable[PassageChange]) -> tuple[PassageChange, ...]:
    """Those in which a number changed, then the others; each in the order they had."""
    return tuple(sorted(changes, key=lambda change: not change.numbers))


def _in_order(
    pairs: Pairs, before: Sequence[Passage], after: Sequence[Passage]
) -> Iterator[PassageChange]:
    partner = {new: old for old, new in pairs.changed.items()}
    equal = set(pairs.unchanged.values())
    removed = _removed_after(pairs, len(before))
    for at in range(-1, len(after)):
        if at in partner:
            yield PassageChange(ChangeKind.CHANGED, before[partner[at]], after[at])
        elif at >= 0 and at not in equal:
            yield PassageChange(ChangeKind.ADDED, None, after[at])
        for gone in removed.get(at, ()):
            yield PassageChange(ChangeKind.REMOVED, before[gone], None)


def _difference(change: PassageChange) -> Difference:
    before, after = change.before, change.after
    return difference(before.text if before else "", after.text if after else "")


def _removed_after(pairs: Pairs, count: int) -> dict[int, list[int]]:
    """For each place in the new version, the old passages that stood behind it; -1 is the front."""
    both = pairs.unchanged | pairs.changed
    removed: dict[int, list[int]] = {}
    place = -1
    for at in range(count):
        if at in both:
            place = both[at]
        else:
            removed.setdefault(place, []).append(at)
    return removed
