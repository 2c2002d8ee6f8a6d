"""A reading survives the pipe unchanged."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.papers import Outcome, Passage, Reading
from knowledge.reading.wire import from_json, to_json

NUMBERS = st.none() | st.integers(1, 999)
PASSAGES = st.builds(
    Passage, st.integers(0), st.text(), NUMBERS, NUMBERS, st.lists(st.text()).map(tuple)
)
READINGS = st.builds(
    Reading,
    st.sampled_from(Outcome),
    st.text(),
    st.none() | st.text(),
    NUMBERS,
    st.lists(PASSAGES, max_size=3).map(tuple),
)


@given(READINGS)
def test_reading_comes_back_equal(reading: Reading) -> None:
    assert from_json(to_json(reading)) == reading


@pytest.mark.parametrize("text", ["", "[]", "{}", "null", '{"outcome": "fine"}'])
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        from_json(text)
