"""A session's card: names for keys, papers for titles, and how the session stands to somebody."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from knowledge.papers import Passage
from meeting.agenda import Agenda, Room
from meeting.codes import session_code
from services.errors import NotThere
from services.session_cards import Standing
from store.papers import NewVersion, Papers
from store.people import Placement
from tests.services.meeting_desk import MeetingDesk, make_meeting_desk
from tests.two_days import ADA, AGENDA, BO, FUNDING, PEACE, POLICE

NOON = datetime(2008, 2, 11, 12, 0, tzinfo=UTC)
PEACE_CODE, POLICE_CODE = session_code("peace"), session_code("police")


@pytest.fixture
def desk(tmp_path: Path) -> MeetingDesk:
    desk = make_meeting_desk(tmp_path)
    desk.release()
    return desk


def test_people_are_names_and_an_unknown_address_is_not_told(desk: MeetingDesk) -> None:
    chaired = replace(PEACE, chairs=("BO", "gone@example.org", "Dag Moe"))
    desk.release(Agenda(AGENDA.zone, (chaired,)))
    card = desk.sessions.card(desk.person(ADA, BO), PEACE_CODE)
    assert (card.chairs, card.speakers, card.rapporteurs) == (
        ("Bo Ek", "Dag Moe"), ("Cato Berg",), ("Ada Vik",),
    )  # fmt: skip


def test_somebody_off_the_list_keeps_their_name(desk: MeetingDesk) -> None:
    desk.person(ADA, BO)
    card = desk.sessions.card(desk.person(BO), PEACE_CODE)
    assert card.rapporteurs == ("Ada Vik",)


def test_published_papers_are_found_by_title_whatever_its_case(desk: MeetingDesk) -> None:
    new = NewVersion(
        "HOUSE NOTE", "n.pdf", "application/pdf", b"x", "x", 1, (Passage(0, "A.", 1, 1),), NOON
    )
    Papers(desk.engine).add_version(None, new, publish=True)
    papers = desk.sessions.card(desk.person(), PEACE_CODE).papers
    assert [(title, line and line.title) for title, line in papers] == [
        ("House note", "HOUSE NOTE"), ("Lost note", None),
    ]  # fmt: skip


def test_session_stands_to_people_in_four_ways(desk: MeetingDesk) -> None:
    ada = desk.person(ADA, BO)
    desk.sessions.follow(ada, POLICE_CODE, follows=True)
    standings = [
        desk.sessions.card(ada, session_code(name)).standing
        for name in ("peace", "funding", "police")
    ]
    other = desk.sessions.card(desk.person(), POLICE_CODE).standing
    assert [*standings, other] == [
        Standing.COMMON, Standing.PLACED, Standing.FOLLOWED, Standing.OTHER,
    ]  # fmt: skip


def test_chair_of_a_parallel_session_is_in_it(desk: MeetingDesk) -> None:
    desk.release(Agenda(AGENDA.zone, (FUNDING, replace(POLICE, chairs=("BO",)))))
    card = desk.sessions.card(desk.person(BO), POLICE_CODE)
    assert (card.standing, card.beside, card.beside_mine) == (Standing.PLACED, (FUNDING,), ())


def test_following_twice_is_the_same_as_once_and_is_undone(desk: MeetingDesk) -> None:
    ada = desk.person(ADA)
    assert ada.person_id is not None
    for follows, following in ((True, {"police"}), (True, {"police"}), (False, set())):
        card = desk.sessions.follow(ada, POLICE_CODE, follows)
        assert (card.standing is Standing.FOLLOWED, card.beside_mine) == (follows, (FUNDING,))
        assert desk.rows.placement(ada.person_id) == Placement(
            frozenset({"funding"}), frozenset(following), "ada@example.org"
        )


def test_nothing_is_kept_for_people_on_no_list(desk: MeetingDesk) -> None:
    card = desk.sessions.follow(desk.person(), POLICE_CODE, follows=True)
    assert (card.standing, card.can_follow) == (Standing.OTHER, False)


def test_session_that_is_gone_is_refused(desk: MeetingDesk) -> None:
    desk.release(Agenda(AGENDA.zone, (FUNDING,), (Room("r", "R"),)))
    eve = desk.person(ADA)
    for use in (
        lambda: desk.sessions.card(eve, PEACE_CODE),
        lambda: desk.sessions.follow(eve, PEACE_CODE, follows=True),
        lambda: desk.sessions.subject(eve, PEACE_CODE),
    ):
        with pytest.raises(NotThere):
            use()
