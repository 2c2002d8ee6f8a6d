"""What somebody was told and does not hold any more."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from knowledge.outdated import Fates, Outdated, Recalled, Told, outdated
from knowledge.papers import Passage
from knowledge.versions import compare

NOON = datetime(2030, 5, 6, 12, 0, tzinfo=UTC)
LATER = NOON + timedelta(hours=1)
LENGTH = Passage(0, "The pier is 80 metres long.", 1, 1)
OWNER = Passage(1, "It belongs to the town of Bergen and its people.", 2, 1)
VERSIONS = {
    1: (LENGTH, OWNER),
    2: (replace(LENGTH, text="The pier is 90 metres long."), OWNER),
    3: (replace(LENGTH, text="The pier is 95 metres long."),),
    4: (replace(OWNER, position=0), replace(LENGTH, position=1)),
}


def between(before: int, after: int) -> Fates:
    old, new = VERSIONS[before], VERSIONS[after]
    return Fates(old, new, compare(old, new))


def told(version_id: int, position: int = 0, at: datetime = NOON) -> Told:
    return Told(version_id, position, (), at)


def changes(found: tuple[Outdated, ...]) -> list[tuple[str, str]]:
    return [(e.fate.before.text, e.fate.after.text if e.fate.after else "") for e in found]


@pytest.mark.parametrize(
    ("known", "recalled", "live", "changed"),
    [
        ([told(1)], [], 1, []),
        ([told(1)], [], 2, [("80", "90")]),
        ([told(1), told(1)], [], 2, [("80", "90")]),
        ([told(1)], [], 4, []),  # it only moved
        ([told(1, 1)], [], 3, [("Bergen", "")]),
        ([told(1), told(1, 1)], [], 3, [("80", "95"), ("Bergen", "")]),
        ([told(1), told(2, at=LATER)], [], 3, [("90", "95")]),
        ([told(1), told(2, at=LATER)], [], 2, []),
        ([told(1)], [Recalled(2, LATER)], 2, []),
        ([told(1)], [Recalled(2, LATER)], 3, [("90", "95")]),
        ([told(1)], [Recalled(2, LATER)], 1, [("90", "80")]),
        ([told(1, at=LATER)], [Recalled(2, NOON)], 1, []),
        ([told(1, 1)], [Recalled(3, LATER)], 1, []),  # they know that it was gone
        ([told(1, 7)], [], 2, []),
    ],
)
def test_what_was_told_last_is_compared_with_what_holds(
    known: list[Told], recalled: list[Recalled], live: int, changed: list[tuple[str, str]]
) -> None:
    found = changes(outdated(known, recalled, live, between))
    assert len(found) == len(changed)
    for texts, words in zip(found, changed, strict=True):
        assert [word in text for word, text in zip(words, texts, strict=True)] == [True, True]
