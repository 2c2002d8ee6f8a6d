"""A reading survives the pipe unchanged."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.papers import Box, Outcome, Passage, Reading, ReadingWarning, WarningKind
from knowledge.reading.wire import from_json, to_json

NUMBERS = st.none() | st.integers(1, 999)
POINTS = st.floats(0, 2000)
BOXES = st.builds(Box, st.integers(1, 999), POINTS, POINTS, POINTS, POINTS)
PASSAGES = st.builds(
    Passage,
    st.integers(0),
    st.text(),
    NUMBERS,
    NUMBERS,
    st.lists(st.text()).map(tuple),
    st.none() | st.text(),
    st.lists(BOXES, max_size=2).map(tuple),
)
WARNINGS = st.builds(ReadingWarning, st.sampled_from(WarningKind), NUMBERS, st.text())
READINGS = st.builds(
    Reading,
    st.sampled_from(Outcome),
    st.text(),
    st.none() | st.text(),
    NUMBERS,
    st.lists(PASSAGES, max_size=3).map(tuple),
    st.lists(WARNINGS, max_size=3).map(tuple),
)


@given(READINGS)
def test_reading_comes_back_equal(reading: Reading) -> None:
    assert from_json(to_json(reading)) == reading


@pytest.mark.parametrize("text", ["", "[]", "{}", "null", '{"outcome": "fine"}'])
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        from_json(text)
