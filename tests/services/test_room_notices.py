"""A room is full, or free again: those whom it concerns are told, once."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from meeting.agenda import ordered
from meeting.codes import session_code, short_code
from meeting.edits import moved
from meeting.notices import RoomNoun, RoomWord
from services.errors import NobodyNext, NotHost, RoomMovedOn
from services.room_changes import Hearers
from tests.services.host_desk import (
    FRAM,
    FUNDING,
    HALL,
    IN_FRAM,
    IN_NOBEL,
    MUNCH,
    NOBEL,
    PEACE,
    RESTAURANT,
    TALK,
    HostDesk,
    Told,
)
from tests.two_days import POLICE, at, session

IS_FULL = RoomNoun(RoomWord.FULL, "funding", "nobel", "police")
IS_FREE = RoomNoun(RoomWord.ENDED, "films", "nobel")


@pytest.fixture
def desk(tmp_path: Path) -> HostDesk:
    made = HostDesk(tmp_path)
    made.set_clock("15:40")
    return made


def test_full_tells_who_comes_and_offers_the_emptiest(desk: HostDesk) -> None:
    said = desk.host.notices.full(desk.cleo, IN_NOBEL, FUNDING)
    assert (said.other, said.other_room, said.seats) == (POLICE, MUNCH, 19)
    assert (said.hearers, said.at) == (Hearers(told=1, not_linked=1), at(11, "15:40"))
    people = {"Ada Vik": "pending", "Eva Lie": "not-linked"}
    assert desk.said() == [Told(IS_FULL, at(11, "17:00"), 22, "urgent", people)]


def test_second_tap_tells_nobody_and_says_when_it_was_told(desk: HostDesk) -> None:
    desk.host.notices.full(desk.cleo, IN_NOBEL, FUNDING)
    told = desk.said()
    desk.people.follow(desk.member("dan").person_id or 0, "funding", True)
    desk.set_clock("15:50")
    said = desk.host.notices.full(desk.cleo, IN_NOBEL, FUNDING)
    assert (said.hearers, said.at) == (None, at(11, "15:40"))
    assert desk.said() == told


def test_taps_at_once_tell_everybody_once(desk: HostDesk) -> None:
    with ThreadPoolExecutor(4) as pool:
        taps = [pool.submit(desk.host.notices.full, desk.cleo, IN_NOBEL, FUNDING) for _ in range(4)]
        assert {tap.result().at for tap in taps} == {at(11, "15:40")}
    assert [told.people for told in desk.said()] == [
        {"Ada Vik": "pending", "Eva Lie": "not-linked"}
    ]


def test_session_that_is_full_itself_is_not_offered(desk: HostDesk) -> None:
    rooms = (FRAM, NOBEL, replace(MUNCH, host="cleo"), RESTAURANT)
    other = session("other", "Other", 11, "15:45", "17:00", room="fram", block="A")
    desk.hold(replace(HALL, sessions=ordered((*HALL.sessions, other)), rooms=rooms))
    assert desk.host.notices.full(desk.bo, IN_FRAM, session_code("other")).other == POLICE
    # In Nobel two are expected for two seats.
    full = desk.host.notices.full(desk.cleo, short_code("munch"), session_code("police"))
    assert full.other is None
    assert desk.host.notices.full(desk.cleo, IN_NOBEL, FUNDING).other is None


def test_full_is_said_of_what_runs_or_starts_within_half_an_hour(desk: HostDesk) -> None:
    for clock in ("15:14", "17:00"):
        desk.set_clock(clock)
        with pytest.raises(RoomMovedOn):
            desk.host.notices.full(desk.cleo, IN_NOBEL, FUNDING)
    assert desk.said() == []
    desk.set_clock("16:30")
    desk.host.notices.full(desk.cleo, IN_NOBEL, TALK)
    assert [told.noun.session_id for told in desk.said()] == ["films"]


def test_common_session_that_is_full_tells_everybody_but_those_with_a_seat(desk: HostDesk) -> None:
    desk.set_clock("13:50")
    said = desk.host.notices.full(desk.bo, IN_FRAM, PEACE)
    # Bo is host and chair, Ada writes it up.
    assert set(desk.said()[0].people) == {"Cléo Roy", "Dan Moe", "Eva Lie"}
    assert (said.other, said.hearers) == (None, Hearers(told=1, not_linked=2))


def test_ended_calls_in_the_people_of_the_next_session(desk: HostDesk) -> None:
    desk.set_clock("16:55")
    said = desk.host.notices.ended(desk.cleo, IN_NOBEL, FUNDING)
    assert (said.session.session_id, said.hearers) == ("films", Hearers(told=2, not_linked=2))
    people = {"Ada Vik": "pending", "Bo Ek": "pending", "Dan Moe": "not-linked"}
    people |= {"Eva Lie": "not-linked"}
    assert desk.said() == [Told(IS_FREE, at(11, "17:15"), 22, "urgent", people)]
    desk.set_clock("17:05")
    again = desk.host.notices.ended(desk.cleo, IN_NOBEL, FUNDING)
    assert (again.hearers, again.at) == (None, at(11, "16:55"))


def test_session_that_runs_over_can_end_until_a_quarter_past(desk: HostDesk) -> None:
    desk.set_clock("17:15")
    assert desk.host.notices.ended(desk.cleo, IN_NOBEL, FUNDING).hearers is not None
    desk.set_clock("17:16")
    with pytest.raises(RoomMovedOn):
        desk.host.notices.ended(desk.cleo, IN_NOBEL, FUNDING)


def test_last_session_of_the_day_has_nobody_waiting(desk: HostDesk) -> None:
    desk.set_clock("17:50")
    with pytest.raises(NobodyNext):
        desk.host.notices.ended(desk.cleo, IN_NOBEL, TALK)
    desk.set_clock("15:20")
    with pytest.raises(NobodyNext):  # Closing is tomorrow
        desk.host.notices.ended(desk.bo, IN_FRAM, PEACE)
    assert desk.said() == []


def test_nobody_else_says_anything(desk: HostDesk) -> None:
    for person in (desk.ada, desk.bo):
        with pytest.raises(NotHost):
            desk.host.notices.full(person, IN_NOBEL, FUNDING)
        with pytest.raises(NotHost):
            desk.host.notices.ended(person, IN_NOBEL, FUNDING)
    desk.hold(moved(HALL, "funding", "fram"))
    with pytest.raises(RoomMovedOn):
        desk.host.notices.full(desk.cleo, IN_NOBEL, FUNDING)
    assert desk.said() == []
