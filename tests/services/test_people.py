"""Who is let in and as what: by the list, by open access, as the first organiser."""

from dataclasses import replace
from pathlib import Path

import pytest

from meeting.people import Participant, Role
from services.errors import NotThere, UnknownKey
from tests.services.doorway import ANNA, BO, EVA, ORGANISER_ID, Doorway


@pytest.fixture
def door(tmp_path: Path) -> Doorway:
    return Doorway(tmp_path)


def test_stranger_is_not_let_in(door: Doorway) -> None:
    assert door.people.meet(8, "Eve", "en") is None


def test_linked_chat_gets_its_person_with_role_and_languages(door: Doorway) -> None:
    door.rows.link(door.listed("anna").person_id, 8)
    assert door.people.meet(8, "Anna", "de") == Participant(
        8, "Anna", None, "de", door.listed("anna").person_id, Role.ORGANISER, "fr"
    )


def test_chosen_language_keeps_everything_else(door: Doorway) -> None:
    bo = door.enter("bo", 8)
    assert door.people.choose_language(bo, "fr") == replace(bo, chosen_language="fr")
    assert door.people.meet(8, "Bo", "en") == replace(bo, chosen_language="fr")


def test_somebody_off_the_list_is_a_stranger(door: Doorway) -> None:
    door.enter("bo", 8)
    door.rows.replace_list([ANNA, EVA])
    assert door.people.meet(8, "Bo", "en") is None
    assert [one.person.key for one in door.people.listed()] == ["anna", "eva"]
    with pytest.raises(UnknownKey):
        door.people.by_key("bo")


def test_open_access_lets_everybody_in_as_participant(tmp_path: Path) -> None:
    door = Doorway(tmp_path, everybody=True)
    assert door.people.meet(8, "Eve", "en") == Participant(8, "Eve", None, "en")
    assert door.enter("anna", 9).role == Role.ORGANISER


def test_first_organiser_is_let_in_until_an_organiser_has_opened_the_bot(door: Doorway) -> None:
    first = door.people.meet(ORGANISER_ID, "Ola", None)
    assert first == Participant(ORGANISER_ID, "Ola", role=Role.ORGANISER)
    door.enter("bo", 8)
    assert door.is_in(ORGANISER_ID)
    door.enter("anna", 9)
    assert not door.is_in(ORGANISER_ID)


def test_first_organiser_who_opens_a_link_is_organiser_on_the_list(door: Doorway) -> None:
    assert door.enter("bo", ORGANISER_ID).role == Role.ORGANISER
    assert door.listed("bo").role == Role.ORGANISER
    door.enter("anna", 9)
    assert door.is_in(ORGANISER_ID)


def test_keys_are_found_whatever_their_case(door: Doorway) -> None:
    assert door.people.by_key(" ANNA ").person == ANNA
    with pytest.raises(UnknownKey, match="Nobody on the list has the key nobody"):
        door.people.by_key("nobody")


def test_only_those_who_opened_the_bot_can_be_written_to(door: Doorway) -> None:
    bo = door.enter("bo", 8)
    assert door.people.reach(door.listed("bo").person_id) == bo
    assert door.people.reach(door.listed("eva").person_id) is None
    assert door.people.organisers() == ()
    door.enter("anna", 9)
    assert [each.chat_id for each in door.people.organisers()] == [9]


def test_registration_is_what_the_list_says(door: Doorway) -> None:
    assert door.people.registration(door.enter("bo", 8)) == BO
    assert door.people.registration(Participant(9, "Eve")) is None


def test_unknown_number_is_not_there(door: Doorway) -> None:
    with pytest.raises(NotThere):
        door.people.one(99)
