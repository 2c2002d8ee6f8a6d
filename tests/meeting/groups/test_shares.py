import math
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from meeting.groups.shares import gap, steps


@settings(derandomize=True)
@given(st.integers(1, 40), st.integers(0, 60), st.integers(60, 90))
def test_steps_rise_and_add_up_to_the_distance_for_every_number_of_people(
    size: int, count: int, total: int
) -> None:
    found = steps(size, count, total)
    assert sum(width for width, _ in found) == size
    assert all(before < after for (_, before), (_, after) in pairwise(found))
    costs = [cost for width, cost in found for _ in range(int(width))]
    for people in range(size + 1):
        distance = total * abs(people / size - count / total)
        assert count + sum(costs[:people]) == pytest.approx(distance, abs=1e-9)


def test_empty_group_has_no_steps() -> None:
    assert steps(0, 3, 9) == []


@pytest.mark.parametrize(
    ("reached", "bound", "expected"),
    [
        (1.0, 1.0, 0),
        (1.0, 1.0 - 1e-12, 0),
        (1.0, 1.0 + 1e-12, 0),
        (1.02, 1.0, 0.02),
        (0.01, 0.0, 0.2),  # in twentieths: less than what one person changes
        (1.0, -math.inf, math.inf),
    ],
)
def test_gap_is_a_share_of_the_best(reached: float, bound: float, expected: float) -> None:
    assert gap(reached, bound, total=20) == pytest.approx(expected)
