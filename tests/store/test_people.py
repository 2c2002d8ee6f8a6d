"""The list of people, and what a new list does to those who are known."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest
from sqlalchemy import Engine

from meeting.people import Community, Person, Role
from store.people import PeopleRows, Placement

ANNA = Person(
    "Anna@example.org", "Anna Lind", "Norad", Community.DEVELOPMENT, Role.EDITOR, "fr", ("s1",)
)
BO = Person("bo", "Bo Ek", role=Role.PARTICIPANT)


@pytest.fixture
def rows(engine: Engine) -> PeopleRows:
    rows = PeopleRows(engine)
    rows.replace_list([BO, ANNA])
    return rows


def test_people_come_back_as_listed_by_name(rows: PeopleRows) -> None:
    assert [(row.person, row.listed) for row in rows.everybody()] == [(ANNA, True), (BO, True)]


def test_key_is_the_same_whatever_its_case(rows: PeopleRows) -> None:
    found = rows.by_key("ANNA@EXAMPLE.ORG")
    assert found is not None
    assert found.person == ANNA
    assert rows.by_key("nobody") is None


def test_new_list_keeps_row_and_role_and_marks_who_is_gone(rows: PeopleRows) -> None:
    before = rows.by_key("anna@example.org")
    rows.replace_list([Person("ANNA@example.org", "Anna Lind-Berg")])
    after, gone = rows.by_key("anna@example.org"), rows.by_key("bo")
    assert before is not None
    assert after is not None
    assert gone is not None
    assert (after.person_id, after.person.name) == (before.person_id, "Anna Lind-Berg")
    assert (after.person.role, after.person.sessions) == (Role.EDITOR, ())
    assert (after.listed, gone.listed) == (True, False)


def test_new_list_can_leave_everybody_where_they_are(rows: PeopleRows) -> None:
    rows.replace_list([replace(ANNA, sessions=("s9",)), Person("eli", "Eli")], keep_sessions=True)
    found = {row.person.key: row.person.sessions for row in rows.everybody()}
    assert found == {"Anna@example.org": ("s1",), "bo": (), "eli": ()}


def test_assigned_and_followed_sessions_are_told_apart(rows: PeopleRows) -> None:
    anna = rows.by_key("anna@example.org")
    assert anna
    rows.follow(anna.person_id, "s2", True)
    rows.follow(anna.person_id, "s2", True)
    assert rows.placement(anna.person_id) == Placement(
        frozenset({"s1"}), frozenset({"s2"}), "anna@example.org"
    )
    rows.follow(anna.person_id, "s2", False)
    assert rows.placement(anna.person_id) == Placement(
        frozenset({"s1"}), frozenset(), "anna@example.org"
    )


def test_role_can_be_set(rows: PeopleRows) -> None:
    bo = rows.by_key("bo")
    assert bo
    rows.set_role(bo.person_id, Role.ORGANISER)
    assert rows.by_id(bo.person_id).person.role == Role.ORGANISER


def test_last_organiser_keeps_the_role(rows: PeopleRows) -> None:
    anna, bo = rows.by_key("anna@example.org"), rows.by_key("bo")
    assert anna
    assert bo
    assert rows.set_role(anna.person_id, Role.ORGANISER)
    assert not rows.set_role(anna.person_id, Role.EDITOR)
    assert rows.set_role(bo.person_id, Role.ORGANISER)
    assert rows.set_role(anna.person_id, Role.EDITOR)
    assert [row.person.role for row in rows.everybody()] == [Role.EDITOR, Role.ORGANISER]


def test_person_has_one_chat_and_a_chat_one_person(rows: PeopleRows) -> None:
    anna, bo = rows.by_key("anna@example.org"), rows.by_key("bo")
    assert anna
    assert bo
    left = [
        rows.link(anna.person_id, 7),
        rows.link(anna.person_id, 7),
        rows.link(anna.person_id, 8),
    ]
    assert left == [None, None, 7]
    assert rows.link(bo.person_id, 8) is None
    assert [row.chat_id for row in rows.everybody()] == [None, 8]
    rows.unlink(bo.person_id)
    assert rows.by_chat(8) is None


def test_linked_organisers_are_those_who_can_be_written_to(rows: PeopleRows) -> None:
    anna, bo = rows.by_key("anna@example.org"), rows.by_key("bo")
    assert anna
    assert bo
    rows.set_role(anna.person_id, Role.ORGANISER)
    rows.set_role(bo.person_id, Role.ORGANISER)
    rows.link(bo.person_id, 8)
    assert [row.person.key for row in rows.linked_organisers()] == ["bo"]
    rows.replace_list([replace(ANNA, role=Role.ORGANISER)])
    assert rows.linked_organisers() == ()


@pytest.mark.parametrize("listed", [[ANNA], [ANNA, replace(BO, role=Role.SENDER)]])
def test_list_without_an_organiser_is_refused_where_there_was_one(
    rows: PeopleRows, listed: list[Person]
) -> None:
    rows.replace_list([ANNA, replace(BO, role=Role.ORGANISER)])
    before = rows.everybody()
    assert rows.replace_list(listed) is None
    assert rows.everybody() == before
    assert rows.replace_list([Person("BO", "Bo Ek")]) == before


def test_list_and_demotion_at_once_leave_an_organiser(rows: PeopleRows) -> None:
    anna, bo = replace(ANNA, role=Role.ORGANISER), replace(BO, role=Role.ORGANISER)
    with ThreadPoolExecutor(2) as threads:
        for _ in range(10):
            rows.replace_list([anna, bo])
            row = rows.by_key("bo")
            assert row
            without_anna = threads.submit(rows.replace_list, [Person("bo", "Bo Ek")])
            demoted = threads.submit(rows.set_role, row.person_id, Role.EDITOR)
            assert (without_anna.result() is None) == demoted.result()
            left = [one for one in rows.everybody() if one.listed]
            assert Role.ORGANISER in [one.person.role for one in left]
