"""Rooms that are free, and the parallel session with the most seats left."""

from dataclasses import replace

from meeting.agenda import Agenda, Room, ordered
from meeting.seats import FreeRoom, emptiest, free_rooms, seats_left
from tests.two_days import AGENDA, FUNDING, POLICE, at, session

SMALL, BIG, UNKNOWN, TAKEN = (
    Room("small", "Small", capacity=5),
    Room("big", "Big", capacity=50),
    Room("unknown", "Unknown"),
    Room("taken", "Taken", capacity=90),
)
NOBEL, MUNCH = Room("nobel", "Nobel", capacity=20), Room("munch", "Munch", capacity=20)
OTHER = session("other", "Other", 11, "15:45", "16:15", room="taken", block="A")
HALL = Agenda(
    AGENDA.zone,
    ordered((FUNDING, POLICE, OTHER)),
    (NOBEL, MUNCH, SMALL, BIG, UNKNOWN, TAKEN),
)
BEFORE = at(11, "15:00")


def test_rooms_with_seats_come_first_and_too_small_ones_last() -> None:
    rooms = free_rooms(HALL, FUNDING, 10, BEFORE)
    assert rooms == (FreeRoom(BIG, True), FreeRoom(UNKNOWN, None), FreeRoom(SMALL, False))
    assert free_rooms(HALL, FUNDING, 50, BEFORE)[0] == FreeRoom(BIG, True)
    assert free_rooms(HALL, FUNDING, 51, BEFORE)[0] == FreeRoom(UNKNOWN, None)


def test_room_is_free_for_a_running_session_once_what_was_there_is_over() -> None:
    rooms = [each.room for each in free_rooms(HALL, FUNDING, 10, at(11, "16:15"))]
    assert TAKEN in rooms


def nothing_is_full(_session: object) -> bool:
    return False


def test_emptiest_is_the_one_with_the_most_seats_left() -> None:
    expected = {"funding": 30, "police": 5, "other": 70}
    assert emptiest(HALL, FUNDING, expected, BEFORE, nothing_is_full) == OTHER
    assert emptiest(HALL, FUNDING, expected | {"other": 76}, BEFORE, nothing_is_full) == POLICE
    assert seats_left(HALL, OTHER, expected) == 20


def test_session_that_is_full_or_over_or_of_unknown_size_is_not_offered() -> None:
    def is_full(session: object) -> bool:
        return session == OTHER

    assert emptiest(HALL, FUNDING, {}, BEFORE, is_full) == POLICE
    assert emptiest(HALL, FUNDING, {"police": 20}, BEFORE, is_full) is None
    assert emptiest(HALL, FUNDING, {"police": 20}, at(11, "16:15"), nothing_is_full) is None
    unknown = replace(HALL, sessions=(FUNDING, replace(POLICE, room="unknown")))
    assert emptiest(unknown, FUNDING, {}, BEFORE, nothing_is_full) is None


def test_session_in_the_same_room_and_anything_beside_a_break_is_not_offered() -> None:
    same = replace(HALL, sessions=(FUNDING, replace(POLICE, room="nobel")))
    assert emptiest(same, FUNDING, {}, BEFORE, nothing_is_full) is None
    pause = replace(FUNDING, is_break=True)
    agenda = replace(HALL, sessions=ordered((pause, POLICE)))
    assert emptiest(agenda, pause, {}, BEFORE, nothing_is_full) is None
