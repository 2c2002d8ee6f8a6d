"""What a card and a day show: equal where nothing that they name has changed."""

from dataclasses import replace
from datetime import date

import pytest

from meeting.agenda import Agenda, Session, ordered
from meeting.faces import day_face, session_face, whole_day
from tests.two_days import AGENDA, CLOSING, DINNER, FUNDING, LUNCH, PEACE, POLICE, ROOMS, at

MONDAY, TUESDAY = date(2008, 2, 11), date(2008, 2, 12)
LATE = replace(DINNER, starts=at(11, "23:00"), ends=at(12, "01:00"))


def with_sessions(*changed: Session, without: str = "") -> Agenda:
    by_id = {s.session_id: s for s in (*AGENDA.sessions, *changed)}
    by_id.pop(without, None)
    return replace(AGENDA, sessions=ordered(by_id.values()))


NO_HINT = replace(AGENDA, rooms=(replace(ROOMS[0], hint=""), *ROOMS[1:]))


@pytest.mark.parametrize(
    ("after", "changed"),
    [
        (AGENDA, set()),
        (with_sessions(replace(PEACE, room="nobel")), {"peace"}),
        (with_sessions(replace(CLOSING, chairs=())), {"closing"}),
        (with_sessions(replace(POLICE, description="New.")), {"police"}),
        (with_sessions(replace(POLICE, title="Policing")), {"police", "funding"}),  # beside it
        (with_sessions(without="lunch"), {"lunch"}),
        (NO_HINT, {"peace", "closing"}),
    ],
)
def test_card_changes_with_its_session_its_room_and_what_is_beside_it(
    after: Agenda, changed: set[str]
) -> None:
    ids = [session.session_id for session in AGENDA.sessions]
    assert {each for each in ids if session_face(AGENDA, each) != session_face(after, each)} == (
        changed
    )


def is_mine(session: Session) -> bool:
    return session.session_id != "police"


@pytest.mark.parametrize(
    ("after", "mine", "all_"),
    [
        (AGENDA, False, False),
        (with_sessions(replace(PEACE, room="nobel")), True, True),
        (with_sessions(replace(POLICE, room="nobel")), False, True),
        (with_sessions(replace(LUNCH, title="Late lunch")), True, True),
        (with_sessions(replace(CLOSING, room="nobel")), False, False),
        (with_sessions(without="closing"), True, True),  # no button for another day
        (NO_HINT, True, True),
    ],
)
def test_day_changes_with_what_is_in_it(after: Agenda, mine: bool, all_: bool) -> None:
    moment = at(11, "13:52")
    faces = [day_face(each, MONDAY, moment, is_mine, "") for each in (AGENDA, after)]
    wholes = [whole_day(each, MONDAY) for each in (AGENDA, after)]
    assert (faces[0] != faces[1], wholes[0] != wholes[1]) == (mine, all_)


def test_what_is_over_changes_no_day() -> None:
    after = with_sessions(replace(PEACE, room="nobel"))
    faces = [day_face(each, MONDAY, at(11, "18:00"), is_mine, "") for each in (AGENDA, after)]
    assert faces[0] == faces[1]


def test_what_runs_past_midnight_is_part_of_the_next_day() -> None:
    agendas = with_sessions(LATE), with_sessions(replace(LATE, room="fram"))
    faces = [day_face(each, TUESDAY, at(12, "00:30"), is_mine, "") for each in agendas]
    assert faces[0] != faces[1]
    assert whole_day(agendas[0], TUESDAY) != whole_day(agendas[1], TUESDAY)


def test_day_and_session_that_are_gone_have_no_face() -> None:
    after = with_sessions(without="closing")
    assert day_face(after, TUESDAY, at(11, "13:52"), is_mine, "") is None
    assert session_face(after, "closing") is None
    assert session_face(after, FUNDING.session_id) == session_face(AGENDA, FUNDING.session_id)
