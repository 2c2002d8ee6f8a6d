"""Sessions by words of their title; rooms by whether they are free."""

import pytest

from meeting.finding import Seat, by_title, rooms_for, to_swap_with
from tests.two_days import AGENDA, FUNDING, LUNCH, PEACE, POLICE, ROOMS


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("peace", ["peace"]),
        ("PEACE how", ["peace"]),
        ("fund recov", ["funding"]),
        ("police funding", ["funding", "police"]),
        ("and peace processes", ["peace"]),
        ("unknown", []),
        ("?", []),
    ],
)
def test_sessions_with_the_most_of_the_words(text: str, found: list[str]) -> None:
    assert [session.session_id for session in by_title(AGENDA, text)] == found


def test_free_rooms_come_before_those_that_are_taken() -> None:
    fram, _nobel, munch, restaurant = ROOMS
    assert rooms_for(AGENDA, FUNDING) == (
        Seat(fram, None), Seat(restaurant, None), Seat(munch, POLICE),
    )  # fmt: skip


def test_rooms_are_swapped_with_sessions_of_that_day_first_those_at_the_same_time() -> None:
    found = to_swap_with(AGENDA, FUNDING)
    assert [s.session_id for s in found] == ["police", "lunch", "peace", "dinner"]
    assert to_swap_with(AGENDA, PEACE)[0] == LUNCH
