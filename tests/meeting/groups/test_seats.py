import pytest

from meeting.groups.model import Group, Member, Short
from meeting.groups.seats import held, on_offer, seats, shortage

GROUPS = [Group("fram", 1), Group("nobel", 2)]


def test_part_in_a_session_and_a_pin_hold_and_the_pin_comes_first() -> None:
    members = [Member(1, fixed="fram"), Member(2, fixed="fram"), Member(3), Member(4)]
    assert held(members, GROUPS, {2: "nobel", 3: "nobel"}) == {1: "fram", 2: "nobel", 3: "nobel"}


def test_pin_of_somebody_who_is_no_member_any_more_is_passed_over() -> None:
    assert held([Member(1)], GROUPS, {7: "fram"}) == {}


def test_part_in_a_session_that_is_no_group_is_refused() -> None:
    with pytest.raises(ValueError, match="no group: viking"):
        held([Member(1, fixed="viking")], GROUPS, {})


@pytest.mark.parametrize(
    ("count", "must", "expected"),
    [
        (3, {}, None),
        (5, {}, Short("all", 2)),
        (3, {0: "fram", 1: "fram"}, Short(("fram",), 1, {"fram": 1})),
        # The rooms that are too small are named first: moving these people is the first thing.
        (6, dict.fromkeys(range(3), "fram"), Short(("fram",), 2, {"fram": 2})),
        (
            6,
            {0: "fram", 1: "fram"} | dict.fromkeys(range(2, 6), "nobel"),
            Short(("fram", "nobel"), 3, {"fram": 1, "nobel": 2}),
        ),
    ],
)
def test_shortage_says_which_seats_are_missing(
    count: int, must: dict[int, str], expected: Short | None
) -> None:
    assert shortage([Member(number) for number in range(count)], GROUPS, must) == expected


def test_room_whose_seats_nobody_has_counted_is_never_short() -> None:
    assert shortage([Member(n) for n in range(9)], [*GROUPS, Group("hall")], {}) is None


def test_seats_are_never_more_than_people() -> None:
    members = [Member(1), Member(2)]
    assert [seats(Group("hall", n), members) for n in (None, 300, 1)] == [2, 2, 1]


def test_wishes_on_offer_are_groups_each_once_in_order() -> None:
    member = Member(1, wishes=("nobel", "viking", "fram", "nobel"))
    assert on_offer(member, ["fram", "nobel"]) == ("nobel", "fram")
