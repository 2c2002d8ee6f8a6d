from meeting.groups.fcfs import in_turn
from meeting.groups.model import Group, Member, Proposal, Short

GROUPS = [Group("fram", 2), Group("nobel", 2), Group("viking", 3)]


def placed(members: list[Member], pinned: dict[int, str] | None = None) -> dict[int, str]:
    answer = in_turn(members, GROUPS, pinned)
    assert isinstance(answer, Proposal)
    return dict(answer.placing.of)


def test_who_comes_late_finds_the_first_choice_taken() -> None:
    members = [Member(n, wishes=("fram", "nobel")) for n in (3, 1, 2)]
    assert placed(members) == {3: "fram", 1: "fram", 2: "nobel"}


def test_who_finds_no_wish_open_goes_where_most_seats_are_free() -> None:
    members = [Member(n, wishes=("fram",)) for n in range(4)]
    assert placed(members) == {0: "fram", 1: "fram", 2: "viking", 3: "nobel"}


def test_seats_are_kept_for_who_must_be_there() -> None:
    members = [Member(1, wishes=("fram",)), Member(2, wishes=("fram",)), Member(3, fixed="fram")]
    assert placed(members, {4: "fram"}) == {3: "fram", 1: "fram", 2: "viking"}
    assert placed(members, {1: "nobel"}) == {3: "fram", 1: "nobel", 2: "fram"}


def test_who_has_said_no_wish_comes_last() -> None:
    members = [Member(1), *(Member(n, wishes=("viking",)) for n in (2, 3, 4))]
    assert placed(members) == {2: "viking", 3: "viking", 4: "viking", 1: "fram"}


def test_seats_that_are_missing_are_named() -> None:
    assert in_turn([Member(n) for n in range(9)], GROUPS) == Short("all", 2)
