"""Who is told of a change: held against the words, and against what one might get wrong."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import Phase, find, given, settings

from meeting.agenda import Agenda, Session, ordered
from meeting.changes import SessionChange, by_session
from meeting.concerned import Attendee, concerned
from tests.meeting.concerned_by_words import Case, Told, by_the_words, cases
from tests.meeting.concerned_mistakes import MISTAKES, told
from tests.meeting.two_agendas import same_cases
from tests.two_days import AGENDA, CLOSING, DINNER, FUNDING, PEACE, POLICE, ROOMS, at

FRAM, NOBEL, MUNCH, RESTAURANT = ROOMS
NONE: frozenset[str] = frozenset()
ADA = Attendee(1, "ada@example.org", frozenset({"funding"}), NONE)
BO = Attendee(2, "bo", NONE, NONE)
EVA = Attendee(3, "eva", NONE, frozenset({"funding"}))
LI = Attendee(4, "li", frozenset({"police"}), NONE)
PEOPLE = (ADA, BO, EVA, LI)
MORNING = at(11, "08:00")


def with_(*sessions: Session) -> Agenda:
    """The two days with these sessions in the place of those with their ids."""
    others = {s.session_id: s for s in (*AGENDA.sessions, *sessions)}
    return replace(AGENDA, sessions=ordered(others.values()))


def without(*sessions: Session) -> Agenda:
    return replace(AGENDA, sessions=tuple(s for s in AGENDA.sessions if s not in sessions))


@settings(same_cases, max_examples=1000)
@given(cases)
def test_told_are_those_whom_the_words_say(case: Case) -> None:
    assert told(case) == by_the_words(case)


@pytest.mark.parametrize("wrong", MISTAKES)
def test_mistake_is_found_by_the_cases(wrong: Callable[[Case], Told]) -> None:
    """`find` raises NoSuchExample where it finds none; a case need not be a small one."""
    quick = settings(same_cases, max_examples=2000, database=None, phases=[Phase.generate])
    case = find(cases, lambda case: wrong(case) != by_the_words(case), settings=quick)
    assert told(case) == by_the_words(case)


@same_cases
@given(cases)
def test_lines_are_those_of_the_whole_comparison(case: Case) -> None:
    lines = by_session(case.before, case.after)
    for mine in concerned(case.before, case.after, case.attendees, case.at, True).values():
        assert mine == tuple(line for line in lines if line in mine)


def test_one_person_has_both_lines_another_one_and_the_others_hear_nothing() -> None:
    """Scene 7: one session into another room, one at another time."""
    funding = replace(FUNDING, starts=at(11, "16:00"))
    police = replace(POLICE, room="fram", chairs=("ada@example.org",))
    assert concerned(AGENDA, with_(funding, police), PEOPLE, MORNING, everybody=True) == {
        1: (
            SessionChange("police", POLICE, police, MUNCH, FRAM),
            SessionChange("funding", FUNDING, funding, NOBEL, NOBEL),
        ),
        3: (SessionChange("funding", FUNDING, funding, NOBEL, NOBEL),),
        4: (SessionChange("police", POLICE, police, MUNCH, FRAM),),
    }


def test_session_for_everybody_is_told_to_everybody_or_to_those_with_a_part_in_it() -> None:
    line = SessionChange("peace", PEACE, replace(PEACE, room="nobel"), FRAM, NOBEL)
    after = with_(replace(PEACE, room="nobel"))
    assert concerned(AGENDA, after, PEOPLE, MORNING, everybody=True) == {
        1: (line,), 2: (line,), 3: (line,), 4: (line,)
    }  # fmt: skip
    assert concerned(AGENDA, after, PEOPLE, MORNING, everybody=False) == {1: (line,), 2: (line,)}


def test_hosts_of_the_old_and_of_the_new_room_are_told() -> None:
    rooms = (FRAM, replace(NOBEL, host="BO"), replace(MUNCH, host="Li"), RESTAURANT)
    before = replace(AGENDA, rooms=rooms)
    after = replace(with_(replace(FUNDING, room="munch")), rooms=rooms)
    people = (BO, replace(LI, assigned=NONE))
    assert list(concerned(before, after, people, MORNING, everybody=True)) == [2, 4]


def test_room_that_closes_is_told_to_everyone_in_it_whatever_the_organisers_set() -> None:
    rooms = (NOBEL, MUNCH, RESTAURANT)
    moved = with_(replace(PEACE, room="nobel"), replace(CLOSING, room="nobel"))
    after = replace(moved, rooms=rooms)
    found = concerned(AGENDA, after, PEOPLE, MORNING, everybody=False)
    assert {who: [line.session_id for line in lines] for who, lines in found.items()} == {
        who: ["peace", "closing"] for who in (1, 2, 3, 4)
    }
    away = replace(without(PEACE, CLOSING), rooms=rooms)
    assert list(concerned(AGENDA, away, PEOPLE, MORNING, everybody=False)) == [1, 2, 3, 4]


def test_other_speaker_is_told_to_the_old_and_the_new_one_only() -> None:
    after = with_(replace(PEACE, speakers=("Li",), rapporteurs=("Cato Berg",), papers=()))
    assert list(concerned(AGENDA, after, PEOPLE, MORNING, everybody=True)) == [1, 4]


def test_nobody_is_told_of_what_is_over_but_of_what_is_put_off_when_it_is() -> None:
    dinner = replace(DINNER, starts=at(12, "19:00"), ends=at(12, "21:00"))
    late, later = at(11, "21:30"), at(12, "21:00")
    assert concerned(AGENDA, without(DINNER), PEOPLE, late, everybody=True) == {}
    assert len(concerned(AGENDA, with_(dinner), PEOPLE, late, everybody=True)) == 4
    assert concerned(AGENDA, with_(dinner), PEOPLE, later, everybody=True) == {}
    assert concerned(without(DINNER), AGENDA, PEOPLE, late, everybody=True) == {}


def test_session_that_was_parallel_and_is_common_now_concerns_everybody() -> None:
    alone = replace(FUNDING, starts=at(11, "17:00"), ends=at(11, "18:00"))
    assert list(concerned(AGENDA, with_(alone), PEOPLE, MORNING, everybody=True)) == [1, 2, 3, 4]
    assert list(concerned(AGENDA, with_(alone), PEOPLE, MORNING, everybody=False)) == [1, 3]
