"""What is on in a room, what its host can say of it, and whom that concerns."""

from dataclasses import replace
from datetime import timedelta

import pytest

from meeting.agenda import Agenda, Room, Session, ordered
from meeting.concerned import Attendee
from meeting.hosting import (
    can_end_later,
    can_start_later,
    hosted_on,
    is_host,
    room_now,
    to_call_in,
    to_turn_away,
)
from tests.two_days import AGENDA, CLOSING, FUNDING, LUNCH, PEACE, POLICE, ROOMS, at, session

NONE: frozenset[str] = frozenset()
TALKS = session("talks", "Short talks", 11, "15:30", "16:30", room="fram")
FULL_ROOM = replace(AGENDA, sessions=ordered((*AGENDA.sessions, TALKS)))
HOSTED = replace(AGENDA, rooms=(replace(ROOMS[0], host="Ola@Example.org"), *ROOMS[1:]))


def attendee(number: int, key: str, *following: str) -> Attendee:
    return Attendee(number, key, NONE, frozenset(following))


def test_host_is_who_the_agenda_names_whatever_the_case() -> None:
    room = Room("fram", "Fram", host="Ola@Example.org")
    assert [is_host(room, key) for key in ("ola@example.org", "ada", "")] == [True, False, False]
    assert not is_host(replace(room, host=None), "ola@example.org")
    assert not is_host(replace(room, host=""), "")
    assert not is_host(None, "ola@example.org")


@pytest.mark.parametrize(
    ("day", "clock", "rooms"),
    [(11, "08:00", 1), (11, "15:29", 1), (11, "15:30", 0), (12, "09:59", 1), (12, "10:00", 0)],
)
def test_room_is_its_hosts_while_something_of_the_day_is_not_over(
    day: int, clock: str, rooms: int
) -> None:
    now = at(day, clock)
    assert len(hosted_on(HOSTED, "ola@example.org", now.date(), now)) == rooms
    assert hosted_on(HOSTED, "ada", now.date(), now) == ()


def test_another_day_has_the_rooms_of_its_own_sessions() -> None:
    now = at(11, "20:00")
    assert hosted_on(HOSTED, "ola@example.org", at(12, "09:00").date(), now) == (HOSTED.rooms[0],)
    assert hosted_on(HOSTED, "ola@example.org", now.date(), now) == ()


def test_what_runs_since_before_midnight_counts_for_the_new_day() -> None:
    night = replace(PEACE, starts=at(11, "23:00"), ends=at(12, "01:00"))
    agenda = replace(HOSTED, sessions=(night,))
    now = at(12, "00:30")
    assert hosted_on(agenda, "ola@example.org", now.date(), now) == (HOSTED.rooms[0],)


def ids(sessions: tuple[Session, ...]) -> list[str]:
    return [each.session_id for each in sessions]


@pytest.mark.parametrize(
    ("clock", "running", "upcoming", "filling"),
    [
        ("13:29", [], ["peace"], []),
        ("13:30", [], ["peace"], ["peace"]),
        ("14:00", ["peace"], ["talks"], ["peace"]),
        ("15:00", ["peace"], ["talks"], ["peace", "talks"]),
        ("15:30", ["talks"], ["closing"], ["talks"]),
        ("16:30", [], ["closing"], []),
    ],
)
def test_room_has_what_runs_what_is_next_and_what_can_be_full(
    clock: str, running: list[str], upcoming: list[str], filling: list[str]
) -> None:
    now = room_now(FULL_ROOM, "fram", at(11, clock))
    found = ids(now.running), ids(now.upcoming), ids(now.filling)
    assert found == (running, upcoming, filling)


def test_only_what_runs_or_is_next_on_this_day_can_be_changed() -> None:
    changeable = [
        ids(room_now(FULL_ROOM, "fram", at(11, clock)).changeable) for clock in ("14:00", "15:30")
    ]
    assert changeable == [["peace", "talks"], ["talks"]]
    assert ids(room_now(FULL_ROOM, "fram", at(12, "00:30")).changeable) == ["closing"]


@pytest.mark.parametrize(
    ("clock", "ending", "follows"),
    [
        ("13:59", None, None),
        ("14:00", "peace", "talks"),
        ("15:30", "peace", "talks"),  # it runs over
        ("15:45", "peace", "talks"),
        ("15:46", "talks", None),
        ("16:45", "talks", None),
        ("16:46", None, None),
    ],
)
def test_what_has_ended_is_what_was_to_end_about_now(
    clock: str, ending: str | None, follows: str | None
) -> None:
    now = room_now(FULL_ROOM, "fram", at(11, clock))
    found = now.ending and now.ending.session_id, now.follows and now.follows.session_id
    assert found == (ending, follows)


def test_short_session_that_ends_early_is_not_taken_for_the_one_before() -> None:
    first = session("a", "A", 11, "14:00", "14:10", room="fram")
    second = session("b", "B", 11, "14:10", "14:20", room="fram")
    third = session("c", "C", 11, "14:20", "14:30", room="fram")
    agenda = Agenda(AGENDA.zone, (first, second, third), ROOMS)
    assert [room_now(agenda, "fram", at(11, clock)).ending for clock in ("14:14", "14:16")] == [
        first,
        second,
    ]


def test_start_can_be_put_off_until_a_quarter_of_an_hour_after_it() -> None:
    moments = [at(11, clock) for clock in ("13:00", "14:00", "14:15", "14:16")]
    assert [can_start_later(PEACE, each) for each in moments] == [True, True, True, False]
    assert [can_end_later(PEACE, each) for each in moments] == [False, True, True, True]


def test_two_sessions_in_one_room_at_once_are_both_there() -> None:
    agenda = replace(AGENDA, sessions=ordered((*AGENDA.sessions, replace(POLICE, room="nobel"))))
    now = room_now(agenda, "nobel", at(11, "15:45") - timedelta(minutes=5))
    assert ids(now.upcoming) == ids(now.changeable) == ids(now.filling) == ["funding", "police"]


ADA = attendee(1, "ada@example.org", "funding")
BO = attendee(2, "bo", "funding")
OLA = attendee(3, "ola@example.org", "funding")
CLEO = attendee(4, "cleo", "police")
PEOPLE = (ADA, BO, OLA, CLEO)
CHAIRED = replace(FUNDING, chairs=("Bo",))
NOBEL = replace(ROOMS[1], host="Ola@example.org")
PARALLEL = Agenda(AGENDA.zone, ordered((CHAIRED, POLICE)), (NOBEL, ROOMS[2]))


def test_full_room_concerns_those_who_come_but_neither_host_nor_chair() -> None:
    assert to_turn_away(PARALLEL, CHAIRED, PEOPLE) == [1]


def test_room_that_is_free_again_concerns_the_chair_too_but_not_the_host() -> None:
    assert to_call_in(PARALLEL, CHAIRED, PEOPLE) == [1, 2]
    assert to_call_in(PARALLEL, CHAIRED, (replace(BO, following=NONE), OLA)) == [2]


def test_common_session_concerns_everybody() -> None:
    assert to_turn_away(AGENDA, LUNCH, PEOPLE) == [1, 2, 3, 4]
    assert to_call_in(AGENDA, CLOSING, PEOPLE) == [1, 2, 3, 4]
    assert to_turn_away(AGENDA, CLOSING, PEOPLE) == [1, 3, 4]
