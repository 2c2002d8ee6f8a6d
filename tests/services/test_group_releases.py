"""Releases of groups and questions for wishes: who is told what, once, and what changes with it."""

from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import select

from meeting.delivery import State
from meeting.notices import ChoiceNoun, GroupNoun, NoticeKind
from services.errors import GroupsMoved
from store.tables import deliveries, notices, people
from tests.services.groups_desk import (
    ADA,
    BO,
    CODE,
    CY,
    DI,
    FUNDING_CODE,
    ORGANISER,
    POLICE_CODE,
    WITH_CHAIR,
    GroupsDesk,
    make_groups_desk,
)
from tests.two_days import at


@pytest.fixture
def desk(tmp_path: Path) -> GroupsDesk:
    return make_groups_desk(tmp_path)


def release(desk: GroupsDesk) -> list[str]:
    """Release what is proposed; the keys of those who are told."""
    stamp = desk.grouping.groups.view(CODE).stamp
    return [one.key for one in desk.grouping.releasing.release(ORGANISER, CODE, stamp).told]


def heard(desk: GroupsDesk, proposal: int) -> dict[str, State]:
    found = desk.rows.notices.heard(NoticeKind.GROUP, proposal)
    return {each.name: each.state for each in found}


def test_first_release_places_and_tells_everybody(desk: GroupsDesk) -> None:
    desk.rows.people.link(desk.person("ada").person_id or 0, 101)
    desk.rows.people.replace_list([replace(ADA, sessions=("police", "peace")), BO, CY, DI])
    desk.wish("ada", "police")
    desk.propose()
    groups = desk.groups()
    assert release(desk) == ["ada", "bo", "cy", "di"]
    expected = {key: (group,) for key, group in groups.items()}
    assert desk.assigned() == expected | {"ada": ("peace", "police")}
    assert heard(desk, 1) == {"Ada Vik": State.PENDING} | dict.fromkeys(
        ("Bo Ek", "Cy Ora", "Di Lund"), State.NOT_LINKED
    )
    notice = desk.rows.notices.by_key("group:1:1:police")
    assert notice
    assert (notice.noun, notice.cause, notice.author) == (GroupNoun("police", "A"), 1, 7)
    assert desk.grouping.groups.view(CODE).proposal is None
    assert desk.plans == ["planned"]


def test_after_a_release_few_moves_come_first_and_only_the_moved_are_told(
    desk: GroupsDesk,
) -> None:
    desk.propose()
    release(desk)
    stamp, ada = desk.grouping.groups.view(CODE).stamp, desk.person("ada")
    place = POLICE_CODE if desk.groups()["ada"] == "funding" else FUNDING_CODE
    desk.grouping.groups.move(ORGANISER, CODE, stamp, ada.person_id or 0, place)
    assert release(desk) == ["ada"]
    assert list(heard(desk, 2)) == ["Ada Vik"]
    desk.propose()
    assert desk.placer.asked[-1] == (True, {})


def test_late_comer_is_told_alone(desk: GroupsDesk) -> None:
    desk.propose()
    release(desk)
    late = replace(DI, key="eli", name="Eli Ro")
    desk.rows.people.replace_list([ADA, BO, CY, DI, late], keep_sessions=True)
    eli = desk.person("eli").person_id
    assert eli
    stamp = desk.grouping.groups.view(CODE).stamp
    desk.grouping.groups.move(ORGANISER, CODE, stamp, eli, POLICE_CODE)
    assert release(desk) == ["eli"]


def test_release_pressed_twice_happens_once(desk: GroupsDesk) -> None:
    stamp = desk.propose()
    desk.grouping.releasing.release(ORGANISER, CODE, stamp)
    with pytest.raises(GroupsMoved):
        desk.grouping.releasing.release(ORGANISER, CODE, stamp)
    assert len(heard(desk, 1)) == 4


def test_those_who_are_to_choose_are_asked_once(tmp_path: Path) -> None:
    desk = make_groups_desk(tmp_path, WITH_CHAIR)
    desk.wish("ada", "police")
    asked = desk.grouping.releasing.ask(ORGANISER, CODE, 0)
    assert [one.key for one in asked.told] == ["cy", "di"]
    assert asked.view.row.asked == 1
    with pytest.raises(GroupsMoved):
        desk.grouping.releasing.ask(ORGANISER, CODE, 0)
    desk.wish("cy", "police")
    assert [one.key for one in desk.grouping.releasing.ask(ORGANISER, CODE, 1).told] == ["di"]
    notices = [desk.rows.notices.by_key(f"choice:{CODE}:{number}") for number in (1, 2, 3)]
    assert [notice and notice.noun for notice in notices] == [
        ChoiceNoun("A"), ChoiceNoun("A"), None,
    ]  # fmt: skip


def test_nobody_is_asked_once_groups_are_released_or_running(desk: GroupsDesk) -> None:
    desk.hand.time = at(11, "15:45")
    with pytest.raises(GroupsMoved):
        desk.grouping.releasing.ask(ORGANISER, CODE, 0)
    desk.hand.time = at(11, "13:52")
    desk.propose()
    release(desk)
    with pytest.raises(GroupsMoved):
        desk.grouping.releasing.ask(ORGANISER, CODE, 0)


def test_who_left_the_list_is_in_no_group(desk: GroupsDesk) -> None:
    gone = replace(CY, sessions=("funding", "peace"))
    desk.rows.people.replace_list([ADA, BO, gone, DI])
    desk.propose()
    desk.rows.people.replace_list([ADA, BO, DI], keep_sessions=True)
    release(desk)
    assert desk.assigned()["cy"] == ()


def unsent(desk: GroupsDesk, kind: NoticeKind, name: str) -> list[State]:
    """How the deliveries of this kind to somebody stand, oldest first."""
    query = (
        select(deliveries.c.state)
        .join_from(deliveries, notices, deliveries.c.subject_id == notices.c.id)
        .join(people, deliveries.c.person_id == people.c.id)
        .where(notices.c.kind == kind, people.c.name == name)
        .order_by(deliveries.c.id)
    )
    with desk.engine.connect() as connection:
        return [State(each) for each in connection.execute(query).scalars()]


def test_whoever_opens_the_bot_after_three_releases_is_told_their_group_once(
    desk: GroupsDesk,
) -> None:
    desk.propose()
    release(desk)
    ada, first = desk.person("ada").person_id or 0, desk.groups()["ada"]
    codes = [FUNDING_CODE, POLICE_CODE] if first == "police" else [POLICE_CODE, FUNDING_CODE]
    for code in codes:  # to the other group, and back
        stamp = desk.grouping.groups.view(CODE).stamp
        desk.grouping.groups.move(ORGANISER, CODE, stamp, ada, code)
        release(desk)
    assert desk.groups()["ada"] == first
    assert unsent(desk, NoticeKind.GROUP, "Ada Vik") == [
        State.CANCELLED, State.CANCELLED, State.NOT_LINKED,
    ]  # fmt: skip
    assert unsent(desk, NoticeKind.GROUP, "Bo Ek") == [State.NOT_LINKED]


def test_whoever_opens_the_bot_after_two_questions_is_asked_once(desk: GroupsDesk) -> None:
    desk.grouping.releasing.ask(ORGANISER, CODE, 0)
    desk.grouping.releasing.ask(ORGANISER, CODE, 1)
    assert unsent(desk, NoticeKind.CHOICE, "Di Lund") == [State.CANCELLED, State.NOT_LINKED]
