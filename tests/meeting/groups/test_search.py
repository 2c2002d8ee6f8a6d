import math

from meeting.groups.programme import Programme, Way
from meeting.groups.search import whole


def triangle() -> Programme:
    """At most one of each two of three things: in halves one and a half, in wholes one."""
    programme = Programme()
    rows = [programme.row(-math.inf, 1) for _ in range(3)]
    for left_out in rows:
        entries = [(row, 1.0) for row in rows if row != left_out]
        programme.column(-1, 0, 1, entries, whole=True)
    return programme


def test_fractions_are_a_bound_and_whole_values_the_answer() -> None:
    corner = triangle().corner(Way.EDGES)
    assert corner is not None
    assert round(corner.cost, 6) == -1.5
    found = whole(triangle(), seconds=60)
    assert (round(found.cost), round(found.bound, 6)) == (-1, -1)


def test_corner_that_is_whole_is_the_answer() -> None:
    programme = Programme()
    row = programme.row(2)
    programme.column(3, 0, math.inf, [(row, 1.0)], whole=True)
    found = whole(programme, seconds=60)
    assert found.values is not None
    assert (found.values.tolist(), found.cost, found.bound) == ([2], 6, 6)


def test_without_a_solution_nothing_is_found() -> None:
    programme = Programme()
    row = programme.row(2)
    programme.column(3, 0, 1, [(row, 1.0)], whole=True)
    assert programme.corner(Way.EDGES) is None
    assert whole(programme, seconds=60).values is None
