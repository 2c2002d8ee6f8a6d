"""Proposals: made by the bot, changed by hand, thrown away; two organisers at once."""

from dataclasses import replace
from pathlib import Path

import pytest

from meeting.groups.model import Short, Tally
from meeting.people import Community
from services.errors import GroupsMoved, NotThere, SeatsShort
from tests.services.groups_desk import (
    ADA,
    BO,
    CODE,
    FUNDING_CODE,
    ORGANISER,
    POLICE_CODE,
    ROOMY,
    WITH_CHAIR,
    GroupsDesk,
    make_groups_desk,
)
from tests.two_days import AGENDA, FUNDING, POLICE, ROOMS, at


@pytest.fixture
def desk(tmp_path: Path) -> GroupsDesk:
    return make_groups_desk(tmp_path)


def test_overview_has_the_blocks_ahead_and_the_sessions_that_need_one(desk: GroupsDesk) -> None:
    found = desk.grouping.groups.overview()
    assert [(view.block.name, view.block.ids) for view in found.blocks] == [
        ("A", ("funding", "police"))
    ]
    assert found.without_block == ()
    loose = tuple(replace(s, block=None) for s in (FUNDING, POLICE))
    desk.release(replace(AGENDA, sessions=loose))
    assert desk.grouping.groups.overview().without_block == (loose,)
    desk.hand.time = at(11, "17:00")
    over = desk.grouping.groups.overview()
    assert (over.blocks, over.without_block) == ((), ())


def test_view_counts_who_is_placed_and_who_has_chosen(desk: GroupsDesk) -> None:
    desk.rows.people.replace_list([replace(ADA, sessions=("police", "peace")), BO])
    desk.wish("ada", "funding", "police")
    view = desk.grouping.groups.view(CODE)
    ada, bo = view.members
    assert (ada.group, ada.member.now, ada.member.wishes) == (
        "police", "police", ("funding", "police"),
    )  # fmt: skip
    assert (view.placed, view.chosen, view.to_ask) == ((ada,), 1, (bo,))
    assert view.tally == Tally(second=1)
    assert (view.counts, view.seats) == ({"funding": 0, "police": 1}, {"funding": 3, "police": 3})


def test_proposal_places_everybody_and_chairs_in_their_own(tmp_path: Path) -> None:
    desk = make_groups_desk(tmp_path, WITH_CHAIR)
    desk.wish("ada", "police")
    desk.wish("cy", "police")
    desk.propose()
    view = desk.grouping.groups.view(CODE)
    assert desk.groups() == {"ada": "police", "bo": "funding", "cy": "police", "di": "funding"}
    assert view.tally == Tally(first=2, unasked=1, held=1)
    assert [one.key for one in view.choosers] == ["ada", "cy", "di"]
    assert view.mix("police") == {
        Community.DIPLOMACY: 0, Community.DEVELOPMENT: 1, Community.DEFENCE: 1, Community.OTHER: 0,
    }  # fmt: skip
    assert [(s.session_id, c) for s, c in view.lacking()] == [
        ("funding", Community.DEFENCE), ("police", Community.DIPLOMACY),
    ]  # fmt: skip
    assert desk.assigned() == dict.fromkeys(("ada", "bo", "cy", "di"), ())


def test_who_was_moved_by_hand_stays_there_in_the_next_proposal(desk: GroupsDesk) -> None:
    desk.wish("ada", "police")
    stamp = desk.propose()
    ada = desk.person("ada").person_id
    assert ada
    desk.grouping.groups.move(ORGANISER, CODE, stamp, ada, FUNDING_CODE)
    assert desk.groups()["ada"] == "funding"
    desk.propose()
    assert desk.groups()["ada"] == "funding"
    assert desk.placer.asked == [(False, {}), (False, {ada: "funding"})]


def test_room_over_its_capacity_by_hand_is_seen_before_a_release(desk: GroupsDesk) -> None:
    for key in ("ada", "bo", "cy", "di"):
        stamp = desk.grouping.groups.view(CODE).stamp
        person_id = desk.person(key).person_id
        assert person_id
        desk.grouping.groups.move(ORGANISER, CODE, stamp, person_id, POLICE_CODE)
    view = desk.grouping.groups.view(CODE)
    assert [session.session_id for session in view.over] == ["police"]
    assert view.tally == Tally(held=4)


def test_chair_who_is_moved_away_is_seen_before_a_release(tmp_path: Path) -> None:
    desk = make_groups_desk(tmp_path, WITH_CHAIR)
    stamp = desk.propose()
    bo = desk.person("bo").person_id
    assert bo
    view = desk.grouping.groups.move(ORGANISER, CODE, stamp, bo, POLICE_CODE)
    assert [one.key for one in view.misplaced] == ["bo"]


def test_seats_that_are_missing_are_said_and_nothing_changes(desk: GroupsDesk) -> None:
    small = replace(ROOMY, rooms=tuple(replace(room, capacity=1) for room in ROOMS))
    desk.release(small)
    with pytest.raises(SeatsShort) as caught:
        desk.propose()
    assert caught.value.short == Short("all", 2)
    assert desk.grouping.groups.view(CODE).proposal is None


def test_second_organiser_sees_that_the_first_was_faster(desk: GroupsDesk) -> None:
    seen = desk.propose()
    ada, groups = desk.person("ada").person_id, desk.grouping.groups
    assert ada
    now = groups.move(ORGANISER, CODE, seen, ada, POLICE_CODE)
    for deed in (
        lambda: groups.move(ORGANISER, CODE, seen, ada, FUNDING_CODE),
        lambda: groups.propose(ORGANISER, CODE, seen),
        lambda: groups.discard(CODE, seen),
        lambda: desk.grouping.releasing.release(ORGANISER, CODE, seen),
    ):
        with pytest.raises(GroupsMoved) as caught:
            deed()
        assert caught.value.view == now


def test_agenda_or_list_that_changed_since_is_looked_at_again(desk: GroupsDesk) -> None:
    first = desk.propose()
    desk.release(replace(ROOMY, sessions=ROOMY.sessions, rooms=ROOMS))
    second = desk.grouping.groups.view(CODE).stamp
    desk.rows.people.replace_list([ADA, BO])
    third = desk.grouping.groups.view(CODE).stamp
    assert len({first, second, third}) == 3


def test_place_in_a_session_that_is_gone_counts_no_more(desk: GroupsDesk) -> None:
    desk.wish("ada", "police")
    desk.propose()
    other = replace(POLICE, session_id="mines", title="Mine action")
    desk.release(replace(ROOMY, sessions=(FUNDING, other)))
    view = desk.grouping.groups.view(CODE)
    assert "ada" in [one.key for one in view.unplaced]
    assert [one.member.wishes for one in view.members if one.key == "ada"] == [()]


def test_discarded_proposal_leaves_what_holds(desk: GroupsDesk) -> None:
    desk.rows.people.replace_list([replace(ADA, sessions=("police",)), BO])
    desk.wish("ada", "funding")
    stamp = desk.propose()
    assert desk.groups() == {"ada": "funding", "bo": "police"}
    desk.grouping.groups.discard(CODE, stamp)
    assert desk.groups() == {"ada": "police", "bo": None}


def test_block_that_is_over_is_not_there(desk: GroupsDesk) -> None:
    desk.hand.time = at(11, "17:00")
    with pytest.raises(NotThere):
        desk.grouping.groups.view(CODE)
