"""Wishes: tapped in order, taken back, and fixed for whoever has a part in a session."""

from pathlib import Path

import pytest

from meeting.people import Participant
from services.errors import NotThere
from services.wishes import GroupChoice
from tests.services.groups_desk import (
    CODE,
    FUNDING_CODE,
    ORGANISER,
    POLICE_CODE,
    WITH_CHAIR,
    GroupsDesk,
    make_groups_desk,
)
from tests.two_days import FUNDING, PEACE, POLICE, at


@pytest.fixture
def desk(tmp_path: Path) -> GroupsDesk:
    return make_groups_desk(tmp_path, WITH_CHAIR)


def ids(choice: GroupChoice) -> list[str]:
    return [session.session_id for session in choice.chosen]


def test_taps_are_ranked_and_taken_back(desk: GroupsDesk) -> None:
    wishes, ada = desk.grouping.wishes, desk.person("ada")
    taps = [(POLICE_CODE, True), (FUNDING_CODE, True), (POLICE_CODE, False), (POLICE_CODE, True)]
    found = [ids(wishes.tap(ada, CODE, *tap)) for tap in taps]
    assert found == [["police"], ["police", "funding"], ["funding"], ["funding", "police"]]
    choice = wishes.choice(ada, CODE)
    assert [choice.rank(session) for session in choice.block.sessions] == [1, 2]


def test_tap_that_comes_twice_changes_nothing(desk: GroupsDesk) -> None:
    wishes, ada = desk.grouping.wishes, desk.person("ada")
    for _ in range(2):
        assert ids(wishes.tap(ada, CODE, POLICE_CODE, True)) == ["police"]
    wishes.tap(ada, CODE, FUNDING_CODE, True)
    assert ids(wishes.tap(ada, CODE, POLICE_CODE, True)) == ["police", "funding"]
    for _ in range(2):
        assert ids(wishes.tap(ada, CODE, POLICE_CODE, False)) == ["funding"]


def test_chair_has_nothing_to_choose(desk: GroupsDesk) -> None:
    wishes, bo = desk.grouping.wishes, desk.person("bo")
    choice = wishes.tap(bo, CODE, POLICE_CODE, True)
    assert (ids(choice), choice.part and choice.part.session_id) == ([], "funding")
    assert wishes.of(bo.person_id or 0, "A") is None


def test_wishes_close_with_the_release_and_then_say_the_group(desk: GroupsDesk) -> None:
    wishes, ada = desk.grouping.wishes, desk.person("ada")
    wishes.tap(ada, CODE, POLICE_CODE, True)
    assert wishes.of(ada.person_id or 0, "A") == ("police",)
    desk.grouping.releasing.release(ORGANISER, CODE, desk.propose())
    choice = wishes.tap(ada, CODE, FUNDING_CODE, True)
    assert (ids(choice), choice.is_open, choice.place) == (["police"], False, POLICE)
    assert wishes.of(ada.person_id or 0, "A") is None


def test_wishes_close_when_the_block_begins(desk: GroupsDesk) -> None:
    desk.hand.time = at(11, "15:45")
    choice = desk.grouping.wishes.tap(desk.person("ada"), CODE, POLICE_CODE, True)
    assert (ids(choice), choice.is_open) == ([], False)


def test_choice_is_offered_once_people_were_asked(desk: GroupsDesk) -> None:
    wishes, ada, bo = desk.grouping.wishes, desk.person("ada"), desk.person("bo")
    assert wishes.offered(ada, POLICE) is None
    desk.grouping.releasing.ask(ORGANISER, CODE, 0)
    stranger = Participant(1, "Eve")
    offered = [wishes.offered(p, s) for p in (ada, bo, stranger) for s in (POLICE, PEACE)]
    assert offered == [CODE, None, None, None, None, None]
    assert wishes.offered(ada, FUNDING) is None  # as it is no more: it has a chair now
    desk.grouping.releasing.release(ORGANISER, CODE, desk.propose())
    assert wishes.offered(ada, POLICE) is None


def test_what_is_not_there_is_said(desk: GroupsDesk) -> None:
    wishes, ada = desk.grouping.wishes, desk.person("ada")
    for person, code, session in (
        (ada, "none", POLICE_CODE), (ada, CODE, "none"), (Participant(1, "Eve"), CODE, POLICE_CODE),
    ):  # fmt: skip
        with pytest.raises(NotThere):
            wishes.tap(person, code, session, True)
