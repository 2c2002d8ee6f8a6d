"""A host puts a session off or moves it: looked at first, told once, by whoever hosts the room."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from meeting.agenda import ordered
from meeting.edits import late, moved
from meeting.release_warnings import OverCapacity, PersonClash
from meeting.room_edits import RoomEdit
from services.errors import NotHost, RoomMovedOn
from services.room_changes import Hearers, Plan
from tests.services.host_desk import (
    FILMS,
    FUNDING,
    HALL,
    IN_FRAM,
    IN_MUNCH,
    IN_NOBEL,
    NOBEL,
    HostDesk,
)

LATER = RoomEdit(IN_NOBEL, FUNDING, minutes=10, starts=True)
LONGER = replace(LATER, minutes=15, starts=False)
TO_FRAM = RoomEdit(IN_NOBEL, FUNDING, to=IN_FRAM)


@pytest.fixture
def desk(tmp_path: Path) -> HostDesk:
    made = HostDesk(tmp_path)
    made.set_clock("15:40")
    return made


def moves(plan: Plan) -> Mapping[str, tuple[str, str]]:
    """The starts before and after, by session."""
    return {
        change.session_id: (f"{change.before.starts:%H:%M}", f"{change.after.starts:%H:%M}")
        for change in plan.changes
        if change.before and change.after
    }


def test_plan_says_the_new_times_and_how_many_are_told_and_changes_nothing(desk: HostDesk) -> None:
    plan = desk.host.changes.plan(desk.cleo, LATER)
    # Films are pushed along, and are for everybody: Ada, Bo and Cléo can be told.
    assert moves(plan) == {"funding": ("15:45", "15:55"), "films": ("17:00", "17:10")}
    assert plan.hearers == Hearers(told=3, not_linked=2)
    assert plan.session.session_id == "funding"
    assert desk.agenda() == HALL


def test_told_are_those_of_the_plan_and_the_version_has_a_name(desk: HostDesk) -> None:
    plan = desk.host.changes.plan(desk.cleo, LATER)
    done = desk.host.changes.tell(desk.cleo, LATER, plan.seen, "Funding: 10 minutes later")
    assert (done.number, done.told, done.not_linked) == (2, 3, 2)
    assert done.name == "Funding: 10 minutes later"
    assert desk.agenda() == late(HALL, "funding", 10)
    assert desk.states(2) == {
        "Ada Vik": "pending", "Bo Ek": "pending", "Cléo Roy": "pending",
        "Dan Moe": "not-linked", "Eva Lie": "not-linked",
    }  # fmt: skip


def test_parallel_session_that_pushes_nothing_is_told_to_its_people_alone(desk: HostDesk) -> None:
    plan = desk.host.changes.plan(desk.cleo, TO_FRAM)
    desk.host.changes.tell(desk.cleo, TO_FRAM, plan.seen, "")
    assert desk.agenda() == moved(HALL, "funding", "fram")
    # Both hosts are told, the old one's and the new one's.
    assert desk.states(2) == {
        "Ada Vik": "pending", "Eva Lie": "not-linked", "Cléo Roy": "pending", "Bo Ek": "pending",
    }  # fmt: skip


def test_second_press_changes_nothing_and_tells_nobody(desk: HostDesk) -> None:
    plan = desk.host.changes.plan(desk.cleo, LATER)
    desk.host.changes.tell(desk.cleo, LATER, plan.seen, "")
    with pytest.raises(RoomMovedOn):
        desk.host.changes.tell(desk.cleo, LATER, plan.seen, "")
    assert desk.agenda() == late(HALL, "funding", 10)


def test_what_changed_since_it_was_looked_at_is_not_done(desk: HostDesk) -> None:
    plan = desk.host.changes.plan(desk.cleo, LATER)
    desk.hold(late(HALL, "funding", 5))
    with pytest.raises(RoomMovedOn):
        desk.host.changes.tell(desk.cleo, LATER, plan.seen, "")
    assert desk.agenda() == late(HALL, "funding", 5)


def test_what_was_looked_at_holds_though_the_session_has_begun_since(desk: HostDesk) -> None:
    plan = desk.host.changes.plan(desk.cleo, LATER)
    desk.set_clock("15:46")
    desk.hold(replace(HALL, rooms=(*HALL.rooms[:3], replace(HALL.rooms[3], hint="upstairs"))))
    desk.host.changes.tell(desk.cleo, LATER, plan.seen, "")
    assert desk.agenda().sessions == late(HALL, "funding", 10).sessions


def test_running_session_ends_later(desk: HostDesk) -> None:
    desk.set_clock("16:55")
    plan = desk.host.changes.plan(desk.cleo, LONGER)
    assert moves(plan) == {"funding": ("15:45", "15:45"), "films": ("17:00", "17:15")}


@pytest.mark.parametrize("edit", [LATER, LONGER, TO_FRAM])
def test_session_that_is_over_stays_as_it_was(desk: HostDesk, edit: RoomEdit) -> None:
    desk.set_clock("17:00")
    with pytest.raises(RoomMovedOn):
        desk.host.changes.plan(desk.cleo, edit)
    with pytest.raises(RoomMovedOn):
        desk.host.changes.tell(desk.cleo, edit, "any", "")
    assert desk.agenda() == HALL


def test_nobody_else_changes_anything(desk: HostDesk) -> None:
    seen = desk.host.changes.plan(desk.cleo, LATER).seen
    with pytest.raises(NotHost):
        desk.host.changes.plan(desk.ada, LATER)
    with pytest.raises(NotHost):
        desk.host.changes.tell(desk.bo, LATER, seen, "")
    desk.hold(replace(HALL, rooms=(HALL.rooms[0], replace(NOBEL, host=None), *HALL.rooms[2:])))
    with pytest.raises(NotHost):
        desk.host.changes.tell(desk.cleo, LATER, seen, "")


def test_room_that_was_taken_meanwhile_is_no_longer_moved_to(desk: HostDesk) -> None:
    plan = desk.host.changes.plan(desk.cleo, TO_FRAM)
    desk.hold(moved(HALL, "police", "fram"))
    with pytest.raises(RoomMovedOn):
        desk.host.changes.tell(desk.cleo, TO_FRAM, plan.seen, "")


def test_host_reads_what_is_odd_but_not_that_the_session_runs(desk: HostDesk) -> None:
    clashing = replace(FILMS, starts=FILMS.starts.replace(hour=17, minute=5), chairs=("bo",))
    in_nobel = [replace(s, speakers=("bo",)) for s in HALL.sessions if s.session_id == "funding"]
    others = [s for s in HALL.sessions if s.session_id not in ("funding", "films")]
    sessions = ordered((*others, *in_nobel, replace(clashing, room="munch")))
    small = replace(HALL.rooms[0], capacity=1)
    desk.hold(replace(HALL, sessions=sessions, rooms=(small, *HALL.rooms[1:])))
    desk.set_clock("16:50")
    odd = desk.host.changes.plan(desk.cleo, LONGER).warnings
    assert [type(each) for each in odd] == [PersonClash]
    odd = desk.host.changes.plan(desk.cleo, TO_FRAM).warnings
    assert [type(each) for each in odd] == [OverCapacity]
    with pytest.raises(RoomMovedOn):
        desk.host.changes.plan(desk.cleo, replace(TO_FRAM, to=IN_MUNCH))  # Police is there


def test_where_not_everybody_is_told_of_common_sessions_the_count_says_so(tmp_path: Path) -> None:
    desk = HostDesk(tmp_path, everybody=False)
    desk.set_clock("15:40")
    assert desk.host.changes.plan(desk.cleo, LATER).hearers == Hearers(told=2, not_linked=1)
