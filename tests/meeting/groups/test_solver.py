from collections import Counter
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import Phase, find, given, settings

from benchmarks.groups import Size, meeting
from meeting.groups.fcfs import in_turn
from meeting.groups.model import Group, Member, Placing, Proposal, Short
from meeting.groups.solver import place
from meeting.people import Community
from tests.meeting.groups.brute_force import Question, is_best, moved, possible
from tests.meeting.groups.questions import questions

SEARCHED = settings(derandomize=True, deadline=None, max_examples=100, database=None)
BRIEFLY = settings(SEARCHED, max_examples=30)
FOUND = settings(SEARCHED, phases=[Phase.generate], max_examples=300)
Solver = Callable[[Question], Proposal | Short]


def solve(question: Question) -> Proposal | Short:
    return place(question.members, question.groups, keep=question.keep, pinned=question.pinned)


def is_right(solver: Solver, question: Question) -> bool:
    """Whether the answer is a best placing, or Short where there is none at all."""
    answer = solver(question)
    if isinstance(answer, Short):
        return not possible(question)
    return is_best(answer.placing.of, question) and answer.gap < 1e-6


@SEARCHED
@given(questions())
def test_placing_is_a_best_one_of_all_there_are(question: Question) -> None:
    assert is_right(solve, question)


def first_come(question: Question) -> Proposal | Short:
    return in_turn(question.members, question.groups, question.pinned)


def without_communities(question: Question) -> Proposal | Short:
    alike = [replace(member, community=Community.OTHER) for member in question.members]
    return solve(replace(question, members=alike))


def without_organisations(question: Question) -> Proposal | Short:
    return solve(replace(question, members=[replace(m, organisation="") for m in question.members]))


def with_wishes_in_any_order(question: Question) -> Proposal | Short:
    turned = [replace(member, wishes=member.wishes[::-1]) for member in question.members]
    return solve(replace(question, members=turned))


def without_a_thought_of_who_is_where(question: Question) -> Proposal | Short:
    return solve(replace(question, keep=False))


@pytest.mark.parametrize(
    "wrong",
    [
        first_come,
        without_communities,
        without_organisations,
        with_wishes_in_any_order,
        without_a_thought_of_who_is_where,
    ],
)
def test_judge_finds_a_solver_out_that_is_wrong(wrong: Solver) -> None:
    found = find(questions(), lambda question: not is_right(wrong, question), settings=FOUND)
    assert is_right(solve, found)


@BRIEFLY
@given(questions())
def test_everybody_is_placed_once_within_seats_and_where_they_must_be(question: Question) -> None:
    answer = solve(question)
    if isinstance(answer, Short):
        return
    of = answer.placing.of
    sizes = Counter(of.values())
    assert sorted(of) == [member.person_id for member in question.members]
    assert {person: of[person] for person in question.must} == question.must
    assert answer.placing.held == set(question.must)
    assert [g for g in question.groups if sizes[g.session_id] > seats_of(g, question)] == []


def seats_of(group: Group, question: Question) -> int:
    return len(question.members) if group.capacity is None else group.capacity


@BRIEFLY
@given(questions())
def test_after_a_release_nobody_moves_who_need_not(question: Question) -> None:
    answer = solve(replace(question, keep=True))
    if isinstance(answer, Proposal):
        fewest = min(moved(of, question) for of in possible(question))
        assert (answer.moves, moved(answer.placing.of, question)) == (fewest, fewest)


def test_what_was_released_stays_as_it_is_whatever_wishes_have_changed() -> None:
    groups, members = meeting(Size(60, 3))
    first = place(members, groups)
    assert isinstance(first, Proposal)
    turned = [replace(m, now=first.placing.of[m.person_id], wishes=m.wishes[::-1]) for m in members]
    again = place(turned, groups, keep=True)
    assert isinstance(again, Proposal)
    assert (again.moves, again.placing) == (0, first.placing)


def test_pin_moves_one_person_and_nobody_else() -> None:
    members = [Member(n, wishes=("fram",), now="fram") for n in range(3)]
    groups = [Group("fram"), Group("nobel")]
    answer = place(members, groups, keep=True, pinned={1: "nobel"})
    assert isinstance(answer, Proposal)
    assert answer.placing == Placing({0: "fram", 1: "nobel", 2: "fram"}, frozenset({1}))
    assert answer.moves == 1


def test_pin_comes_before_a_part_in_a_session() -> None:
    answer = place([Member(1, fixed="fram")], TWO, pinned={1: "nobel"})
    assert isinstance(answer, Proposal)
    assert answer.placing.of == {1: "nobel"}


TWO = [Group("fram", 2), Group("nobel", 2)]


def test_room_with_more_people_who_must_be_there_than_seats_is_named() -> None:
    members = [Member(n, fixed="fram") for n in range(3)]
    assert place(members, TWO) == Short(("fram",), 1, {"fram": 1})


def test_seats_missing_in_all_rooms_together_are_counted() -> None:
    assert place([Member(n) for n in range(7)], TWO) == Short("all", 3)


def test_without_groups_everybody_lacks_a_seat() -> None:
    assert place([Member(1), Member(2)], []) == Short("all", 2)


def test_nobody_is_placed_nowhere() -> None:
    answer = place([], TWO)
    assert isinstance(answer, Proposal)
    assert (answer.placing.of, answer.gap, answer.spread) == ({}, 0, 0)


def test_session_that_is_no_group_is_refused_for_who_must_be_there() -> None:
    with pytest.raises(ValueError, match="no group: viking"):
        place([Member(1)], TWO, pinned={1: "viking"})


def test_person_who_is_there_twice_is_refused() -> None:
    with pytest.raises(ValueError, match="twice"):
        place([Member(1), Member(1)], TWO)


@pytest.mark.parametrize("size", [Size(60, 3), Size(203, 6)])
def test_same_input_in_any_order_gives_the_same_proposal(size: Size) -> None:
    groups, members = meeting(size)
    first, again = place(members, groups), place(members[::-1], groups)
    assert isinstance(first, Proposal)
    assert (first, first.gap) == (again, 0)


def test_without_time_to_search_everybody_is_placed_and_the_gap_says_so() -> None:
    groups, members = meeting(Size(60, 3))
    hasty, best = place(members, groups, seconds=0), place(members, groups)
    assert isinstance(hasty, Proposal)
    assert isinstance(best, Proposal)
    assert hasty.tally == best.tally
    assert sorted(hasty.placing.of) == [member.person_id for member in members]
    assert [g for g in groups if len(hasty.placing.people(g.session_id)) > (g.capacity or 0)] == []
    assert hasty.gap > 0.01
