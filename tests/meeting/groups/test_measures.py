import pytest

from meeting.groups.measures import community, measured, moves, organisation, spread, tally
from meeting.groups.model import Group, Member, Placing, Tally
from meeting.people import Community

GROUPS = [Group("fram"), Group("nobel"), Group("viking"), Group("gjoa")]


def test_everybody_is_counted_once() -> None:
    members = [
        Member(1, wishes=("fram",)),
        Member(2, wishes=("nobel", "fram")),
        Member(3, wishes=("nobel", "viking", "fram")),
        Member(4, wishes=("nobel",)),
        Member(5),
        Member(6, fixed="fram"),
    ]
    placing = Placing({member.person_id: "fram" for member in members}, frozenset({6}))
    expected = Tally(first=1, second=1, later=1, none=1, unasked=1, held=1)
    assert tally(members, GROUPS, placing) == expected


def test_who_must_be_elsewhere_is_not_counted_as_unhappy_and_counts_where_they_wished_it() -> None:
    members = [Member(1, wishes=("nobel",)), Member(2, wishes=("fram",))]
    placing = Placing({1: "fram", 2: "fram"}, frozenset({1, 2}))
    assert tally(members, GROUPS, placing) == Tally(first=1, held=1)


def test_wishes_for_what_is_gone_do_not_push_the_others_back() -> None:
    members = [Member(1, wishes=("gone", "fram")), Member(2, wishes=("gone",))]
    placing = Placing({1: "fram", 2: "fram"})
    assert tally(members, GROUPS, placing) == Tally(first=1, unasked=1)


def test_moves_are_of_those_who_are_in_a_group_that_is_there() -> None:
    members = [Member(1, now="fram"), Member(2, now="nobel"), Member(3, now="gone"), Member(4)]
    assert moves(members, GROUPS, {1: "fram", 2: "fram", 3: "fram", 4: "fram"}) == 1


def test_spread_is_the_sum_of_distances_from_the_share_over_all() -> None:
    members = [
        Member(1, Community.DIPLOMACY),
        Member(2, Community.DIPLOMACY),
        Member(3, Community.DEVELOPMENT),
        Member(4, Community.DIPLOMACY),
    ]
    of = {1: "fram", 2: "fram", 3: "fram", 4: "nobel"}
    # Diplomacy: 2/3 and 1 against 3/4; development: 1/3 and 0 against 1/4; nobody elsewhere.
    expected = (3 / 4 - 2 / 3) + 1 / 4 + (1 / 3 - 1 / 4) + 1 / 4
    assert spread(members, GROUPS, of, community) == pytest.approx(expected)


def test_people_without_an_organisation_fill_the_room_and_are_none() -> None:
    members = [Member(1, organisation="UNDP"), Member(2), Member(3), Member(4)]
    of = {1: "fram", 2: "fram", 3: "nobel", 4: "nobel"}
    assert spread(members, GROUPS, of, organisation) == pytest.approx(1 / 4 + 1 / 4)


def test_proposal_says_all_of_it() -> None:
    member = Member(1, organisation="UNDP", wishes=("fram",), now="nobel")
    proposal = measured([member], GROUPS, Placing({1: "fram"}), gap=0.5, seconds=2)
    assert (proposal.first, proposal.second, proposal.later, proposal.unasked) == (1, 0, 0, 0)
    assert (proposal.spread, proposal.organisations, proposal.moves) == (0, 0, 1)
    assert (proposal.gap, proposal.seconds) == (0.5, 2)


def test_people_of_a_group_are_listed_in_order() -> None:
    assert Placing({3: "fram", 1: "fram", 2: "nobel"}).people("fram") == (1, 3)
