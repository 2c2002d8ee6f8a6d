"""What a host sees of their room, and that nobody else does."""

from dataclasses import replace
from pathlib import Path

import pytest

from meeting.edits import moved
from meeting.hosting import room_now
from meeting.people import Participant
from meeting.seats import FreeRoom
from services.errors import NotHost, RoomMovedOn
from tests.services.host_desk import (
    FRAM,
    FUNDING,
    HALL,
    IN_FRAM,
    IN_MUNCH,
    IN_NOBEL,
    MUNCH,
    NOBEL,
    PEACE,
    RESTAURANT,
    TALK,
    HostDesk,
)
from tests.two_days import at


@pytest.fixture
def desk(tmp_path: Path) -> HostDesk:
    return HostDesk(tmp_path)


def test_host_sees_what_is_on_and_how_many_are_expected(desk: HostDesk) -> None:
    desk.set_clock("16:00")
    view = desk.host.rooms.view(desk.cleo, IN_NOBEL)
    assert (view.room, view.at, view.now) == (NOBEL, at(11, "16:00"), _now("nobel", "16:00"))
    assert (view.coming["funding"], view.coming["films"]) == (2, 5)
    assert (view.was_full, view.was_ended) == ({}, {})


def _now(room: str, clock: str) -> object:
    return room_now(HALL, room, at(11, clock))


def test_rights_come_from_the_agenda_and_go_with_it(desk: HostDesk) -> None:
    nobody = Participant(99, "Zoe")
    for person, code in (
        (desk.ada, IN_NOBEL), (desk.cleo, IN_FRAM), (nobody, IN_NOBEL), (desk.cleo, IN_MUNCH),
        (desk.cleo, "nowhere"),
    ):  # fmt: skip
        with pytest.raises(NotHost):
            desk.host.rooms.view(person, code)
    desk.hold(replace(HALL, rooms=(FRAM, replace(NOBEL, host="ADA@example.org"))))
    assert desk.host.rooms.view(desk.ada, IN_NOBEL).room.name == "Nobel"
    with pytest.raises(NotHost):
        desk.host.rooms.view(desk.cleo, IN_NOBEL)


def test_choice_begins_with_what_runs_and_offers_what_is_next(desk: HostDesk) -> None:
    desk.set_clock("16:00")
    choice = desk.host.rooms.choice(desk.cleo, IN_NOBEL, "")
    assert (choice.session.session_id, [s.session_id for s in choice.others]) == (
        "funding",
        ["films"],
    )
    # Police is in Munch until 17:00.
    assert choice.rooms == (FreeRoom(FRAM, True), FreeRoom(RESTAURANT, None))
    choice = desk.host.rooms.choice(desk.cleo, IN_NOBEL, TALK)
    assert choice.session.session_id == "films"
    assert FreeRoom(MUNCH, True) in choice.rooms


def test_session_that_is_over_or_elsewhere_shows_the_room_instead(desk: HostDesk) -> None:
    desk.set_clock("17:00")
    for code in (FUNDING, PEACE, "none"):
        with pytest.raises(RoomMovedOn) as raised:
            desk.host.rooms.choice(desk.cleo, IN_NOBEL, code)
        assert [s.session_id for s in raised.value.view.now.running] == ["films"]
    desk.hold(moved(HALL, "films", "munch"))
    with pytest.raises(RoomMovedOn):
        desk.host.rooms.choice(desk.cleo, IN_NOBEL, "")


def test_room_shows_what_was_said_of_it(desk: HostDesk) -> None:
    desk.set_clock("16:50")
    desk.host.notices.full(desk.cleo, IN_NOBEL, FUNDING)
    desk.set_clock("16:58")
    desk.host.notices.ended(desk.cleo, IN_NOBEL, FUNDING)
    view = desk.host.rooms.view(desk.cleo, IN_NOBEL)
    assert view.was_full == {"funding": at(11, "16:50")}
    assert view.was_ended == {"films": at(11, "16:58")}
