"""Which numbers a text gives otherwise, and which it does not."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.number_changes import number_changes

WORDS = st.sampled_from(
    "the ministry pledged reviews in of and quay. Then five six 7 8 % 2008 12,5 million".split()
)
TEXTS = st.lists(WORDS, min_size=1, max_size=25).map(" ".join)
PROSE = st.lists(
    st.sampled_from("the ministry pledged money for reviews of quays and ports".split()),
    min_size=1,
    max_size=10,
).map(" ".join)
NUMBERS = st.sampled_from(
    [
        *("4", "five", "twenty-nine", "1,250", "12 %", "three per cent", "€5 million", "5–10"),
        *("11 February 2008", "18:30", "between 2 and 6", "vingt et un", "12,5 %", "third"),
        *("1 200 000", "12 mars 2008", "cinq millions d’euros", "entre 3 et 4 pour cent"),
    ]
)


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("It covers four cases: Nepal.", "It covers five cases: Nepal.", [("four", "five")]),
        ("One case is new.", "Two cases are new.", [("One", "Two")]),
        ("Un cas est traité.", "Deux cas sont traités.", [("Un", "Deux")]),
        ("in 1999, 2004 and 2007", "in 2004 and 2007", []),
        ("It costs 5 million euros.", "It costs five million euros.", []),
        ("15 diplomats, 14 officials", "15 diplomats, 16 officials", [("14", "16")]),
        ("We met. Nine came.", "Eleven came. It rained; we met.", [("Nine", "Eleven")]),
        ("It lasted a long time.", "It lasted 14 months.", []),
    ],
)
def test_numbers_that_changed(before: str, after: str, expected: list[tuple[str, str]]) -> None:
    assert list(number_changes(before, after)) == expected


@settings(derandomize=True, deadline=None, max_examples=300)
@given(PROSE, NUMBERS, NUMBERS, PROSE, TEXTS, TEXTS)
def test_changed_number_in_an_otherwise_equal_sentence_is_always_found(
    front: str, old: str, new: str, rest: str, before: str, after: str
) -> None:
    was, now = f"{front} {old}, {rest}.", f"{front} {new}, {rest}."
    if old == new:
        return

    assert number_changes(was, now) == ((old, new),)
    assert (old, new) in number_changes(f"{was}\n{before}", f"{was[:0]}{now}\n{after}")


@settings(derandomize=True, deadline=None, max_examples=300)
@given(TEXTS, TEXTS)
def test_texts_turned_round_give_the_pairs_turned(before: str, after: str) -> None:
    there = number_changes(before, after)

    assert number_changes(after, before) == tuple((new, old) for old, new in there)


@settings(derandomize=True, deadline=None)
@given(TEXTS)
def test_text_changes_no_number_of_itself(text: str) -> None:
    assert number_changes(text, text) == ()
