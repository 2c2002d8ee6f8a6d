"""Two versions side by side: exact, mirrored, and no changed number is missed."""

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.papers import Passage
from knowledge.versions import (
    ChangeKind,
    PassageChange,
    compare,
    compared,
    numbers_first,
)
from tests.knowledge.paper_versions import (
    SAMPLE_NAMES,
    edited,
    numbers_raised,
    sample_papers,
    version,
)

FERRY = "The ferry leaves the northern quay at eight and carries forty people."
OFFICE = "The harbour office opens at nine and answers letters within two days."
PIER = "Nobody may fish from the pier while a ship is being unloaded there."
MARKET = "Fresh fish is sold on the market square every morning but Sunday."

WORDS = st.sampled_from(
    "harbour ferry quay opens closes four five 12 15 % 2008 ships a the".split()
)
TEXTS = st.lists(WORDS, min_size=1, max_size=12).map(" ".join)
HEADINGS = st.sampled_from([(), ("I. Ferries",), ("II. Prices",)])


@st.composite
def versions(draw: st.DrawFn) -> tuple[Passage, ...]:
    texts = draw(st.lists(TEXTS, max_size=9))
    return tuple(
        Passage(at, text, draw(st.integers(1, 4)), None, draw(HEADINGS))
        for at, text in enumerate(texts)
    )


def turned(change: PassageChange) -> PassageChange:
    kinds = {ChangeKind.ADDED: ChangeKind.REMOVED, ChangeKind.REMOVED: ChangeKind.ADDED}
    numbers = tuple(sorted((old, new) for new, old in change.numbers))
    return PassageChange(kinds.get(change.kind, change.kind), change.after, change.before, numbers)


def in_any_order(change: PassageChange) -> PassageChange:
    return PassageChange(change.kind, change.before, change.after, tuple(sorted(change.numbers)))


def told(*changes: PassageChange) -> list[tuple[str, str | None, str | None]]:
    return [
        (each.kind.value, each.before and each.before.text, each.after and each.after.text)
        for each in changes
    ]


@settings(derandomize=True, deadline=None)
@given(versions(), versions())
def test_every_passage_of_both_versions_is_counted_once(
    before: tuple[Passage, ...], after: tuple[Passage, ...]
) -> None:
    found = compared(before, after)
    old = [each.before.position for each in found.changes if each.before]
    new = [each.after.position for each in found.changes if each.after]

    assert found.unchanged + found.changed + found.removed == len(before)
    assert found.unchanged + found.changed + found.added == len(after)
    assert max(Counter(old).values(), default=1) == max(Counter(new).values(), default=1) == 1
    assert len(found.changes) == found.added + found.changed + found.removed


@settings(derandomize=True, deadline=None)
@given(versions(), versions())
def test_what_is_no_change_has_the_same_texts_in_both_versions(
    before: tuple[Passage, ...], after: tuple[Passage, ...]
) -> None:
    changes = compare(before, after)
    old, new = {c.before for c in changes}, {c.after for c in changes}

    assert Counter(each.text for each in before if each not in old) == Counter(
        each.text for each in after if each not in new
    )


@settings(derandomize=True, deadline=None)
@given(versions())
def test_version_compared_with_itself_changes_nothing(passages: tuple[Passage, ...]) -> None:
    assert compare(passages, passages) == ()


@settings(derandomize=True, deadline=None)
@given(versions(), versions())
def test_swapped_versions_give_the_mirror(
    before: tuple[Passage, ...], after: tuple[Passage, ...]
) -> None:
    there = {in_any_order(each) for each in compare(before, after)}
    back = {turned(each) for each in compare(after, before)}

    assert there == back


@settings(derandomize=True, deadline=None)
@given(versions(), versions())
def test_added_and_changed_passages_follow_the_new_version(
    before: tuple[Passage, ...], after: tuple[Passage, ...]
) -> None:
    places = [each.after.position for each in compare(before, after) if each.after]

    assert places == sorted(places)


@settings(derandomize=True, deadline=None)
@given(versions(), st.randoms(use_true_random=False))
def test_passages_that_only_moved_are_no_change(passages: tuple[Passage, ...], random) -> None:  # type: ignore[no-untyped-def]
    moved = list(passages)
    random.shuffle(moved)

    assert compare(passages, moved) == ()


@pytest.mark.parametrize("name", SAMPLE_NAMES)
def test_changed_number_of_a_sample_paper_is_found_and_listed_first(name: str) -> None:
    passages = sample_papers()[name].passages
    for at, text, old, new in numbers_raised(passages):
        after = edited(passages, at, text)
        if at:
            # Another passage, put otherwise before it, is listed behind it.
            after = edited(after, 0, f"Put otherwise: {passages[0].text}")

        first, *others = numbers_first(compare(passages, after))

        assert (first.before, first.after) == (passages[at], after[at])
        assert any(old in was and new in now for was, now in first.numbers), text
        assert len(others) == (1 if at else 0)


def test_fourth_case_becomes_a_fifth() -> None:
    passages = sample_papers()["country-cases.docx"].passages
    (at,) = (each.position for each in passages if "covers four cases" in each.text)
    after = edited(passages, at, passages[at].text.replace("four cases", "five cases"))

    assert compare(passages, after) == (
        PassageChange(ChangeKind.CHANGED, passages[at], after[at], (("four", "five"),)),
    )


def test_removed_passage_stands_where_it_stood() -> None:
    before, after = version(FERRY, OFFICE, PIER), version(f"{FERRY} Daily.", PIER, MARKET)

    assert told(*compare(before, after)) == [
        ("changed", FERRY, f"{FERRY} Daily."),
        ("removed", OFFICE, None),
        ("added", None, MARKET),
    ]


def test_unlike_text_in_the_same_place_is_gone_and_new() -> None:
    assert told(*compare(version(FERRY), version(MARKET))) == [
        ("removed", FERRY, None),
        ("added", None, MARKET),
    ]


def test_typography_and_numbers_of_footnotes_are_no_change() -> None:
    before = version("The bank’s “long” view², 5–10 years", "² See the annex of this note.")
    after = version('The bank\'s "long"  view³, 5-10 years', "³ See the annex of this note.")

    assert compare(before, after) == ()


def test_power_is_no_footnote() -> None:
    assert len(compare(version("An area of 12 km²"), version("An area of 12 km³"))) == 1


def test_row_of_nothing_but_a_number_is_changed() -> None:
    assert compare(version("4"), version("9"))[0].numbers == (("4", "9"),)


def test_sentence_that_moved_brings_its_number() -> None:
    cases = "This paper covers four cases in all."
    before = version(f"{FERRY} {PIER} {cases}", OFFICE)
    after = version(f"{FERRY} {PIER}", cases.replace("four", "five"), OFFICE)

    assert [(each.kind, each.numbers) for each in compare(before, after)] == [
        (ChangeKind.CHANGED, (("four", "five"),)),
        (ChangeKind.ADDED, (("four", "five"),)),
    ]


def test_long_versions_pair_their_edited_passages_wherever_they_went() -> None:
    texts = [
        f"{FERRY} Berth {at} is kept for ship number {at * 7} of line {at}." for at in range(300)
    ]
    edits = [text.replace("carries forty", "carries fifty") for text in reversed(texts)]

    found = compared(version(*texts), version(*edits))

    assert (found.added, found.changed, found.removed) == (0, 300, 0)
    assert {each.numbers for each in found.changes} == {(("forty", "fifty"),)}
