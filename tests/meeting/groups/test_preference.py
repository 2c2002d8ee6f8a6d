from meeting.groups.model import Group, Member
from meeting.groups.preference import best_wishes, even_sizes, fewest_moves
from meeting.groups.scope import Scope

GROUPS = [Group("fram", 2), Group("nobel"), Group("viking", 0)]


def test_all_of_the_best_placings_stay_open_and_no_others() -> None:
    members = [Member(n, wishes=("fram", "nobel")) for n in range(3)] + [Member(3)]
    everything = Scope.everything(members, GROUPS, {})
    best = best_wishes(everything, members, GROUPS, {})
    # Two of the three have their first choice, whichever; the room is full then.
    assert best.open == {0: (0, 1), 1: (0, 1), 2: (0, 1), 3: (1,)}
    assert best.sizes[0] == (2, 2)


def test_who_must_be_somewhere_has_no_say() -> None:
    members = [Member(1, wishes=("fram",)), Member(2, wishes=("fram",))]
    must = {1: "nobel"}
    best = best_wishes(Scope.everything(members, GROUPS, must), members, GROUPS, must)
    assert best.open == {1: (1,), 2: (0,)}


def test_as_many_as_possible_stay_where_they_are() -> None:
    members = [Member(n, now="fram") for n in range(3)] + [Member(3, now="nobel")]
    best = fewest_moves(Scope.everything(members, GROUPS, {}), members, GROUPS)
    assert best.open == {0: (0, 1), 1: (0, 1), 2: (0, 1), 3: (1,)}


def test_even_sizes_leave_one_or_two_sizes_of_each_group_open() -> None:
    members = [Member(n) for n in range(8)]
    groups = [Group("fram"), Group("nobel"), Group("viking", 1)]
    even = even_sizes(Scope.everything(members, groups, {}))
    assert even.sizes == ((3, 4), (3, 4), (1, 1))
