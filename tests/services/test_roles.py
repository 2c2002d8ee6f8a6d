"""Roles: given at once, but an organiser's only to those who accept in time."""

from pathlib import Path

import pytest

from meeting.people import Participant, Role
from services.errors import (
    LastOrganiser,
    NotOpened,
    NotThere,
    OfferVoid,
    OwnLinkFirst,
    UnknownKey,
)
from services.roles import Answered, Made
from tests.services.doorway import ORGANISER_ID, Doorway


@pytest.fixture
def door(tmp_path: Path) -> Doorway:
    return Doorway(tmp_path)


@pytest.fixture
def anna(door: Doorway) -> Participant:
    return door.enter("anna", 8)


@pytest.fixture
def bo(door: Doorway) -> Participant:
    return door.enter("bo", 9)


def number(door: Doorway, key: str) -> int:
    return door.listed(key).person_id


def test_terminal_gives_roles_at_once(door: Doorway) -> None:
    assert door.roles.set("BO", Role.ORGANISER).role == Role.ORGANISER
    assert door.roles.set("anna", Role.SENDER).role == Role.SENDER
    with pytest.raises(LastOrganiser):
        door.roles.set("bo", Role.EDITOR)
    with pytest.raises(UnknownKey):
        door.roles.set("nobody", Role.EDITOR)


def test_other_roles_take_effect_at_once(door: Doorway, anna: Participant) -> None:
    made = door.roles.make(anna, number(door, "eva"), Role.EDITOR)
    assert made == Made(door.listed("eva"), offered=False, changed=True)
    assert made.person.role == Role.EDITOR
    again = door.roles.make(anna, number(door, "eva"), Role.EDITOR)
    assert again == Made(door.listed("eva"), offered=False, changed=False)


def test_organisers_role_waits_for_a_yes(door: Doorway, anna: Participant, bo: Participant) -> None:
    made = door.roles.make(anna, number(door, "bo"), Role.ORGANISER)
    assert made == Made(door.listed("bo"), offered=True, changed=False)
    assert door.listed("bo").role == Role.PARTICIPANT
    assert door.roles.accept(bo) == Answered(door.listed("bo"), anna)
    assert door.listed("bo").role == Role.ORGANISER
    with pytest.raises(OfferVoid):
        door.roles.accept(bo)


def test_offer_can_be_declined(door: Doorway, anna: Participant, bo: Participant) -> None:
    door.roles.make(anna, number(door, "bo"), Role.ORGANISER)
    assert door.roles.decline(bo) == Answered(door.listed("bo"), anna)
    with pytest.raises(OfferVoid):
        door.roles.accept(bo)
    assert door.listed("bo").role == Role.PARTICIPANT


def test_offer_is_void_after_a_day(door: Doorway, anna: Participant, bo: Participant) -> None:
    door.roles.make(anna, number(door, "bo"), Role.ORGANISER)
    door.clock.move(hours=24, seconds=1)
    with pytest.raises(OfferVoid):
        door.roles.accept(bo)
    assert door.listed("bo").role == Role.PARTICIPANT


def test_offer_of_somebody_who_is_no_organiser_any_more_is_void(
    door: Doorway, anna: Participant, bo: Participant
) -> None:
    door.roles.make(anna, number(door, "bo"), Role.ORGANISER)
    door.roles.set("eva", Role.ORGANISER)
    door.roles.set("anna", Role.PARTICIPANT)
    with pytest.raises(OfferVoid):
        door.roles.accept(bo)


def test_role_given_after_an_offer_ends_it(
    door: Doorway, anna: Participant, bo: Participant
) -> None:
    door.roles.make(anna, number(door, "bo"), Role.ORGANISER)
    door.roles.make(anna, number(door, "bo"), Role.SENDER)
    with pytest.raises(OfferVoid):
        door.roles.accept(bo)
    assert door.listed("bo").role == Role.SENDER


def test_offer_needs_somebody_who_has_opened_the_bot(door: Doorway, anna: Participant) -> None:
    with pytest.raises(NotOpened):
        door.roles.make(anna, number(door, "eva"), Role.ORGANISER)


def test_last_organiser_cannot_step_back(door: Doorway, anna: Participant) -> None:
    with pytest.raises(LastOrganiser):
        door.roles.make(anna, number(door, "anna"), Role.PARTICIPANT)


def test_first_organiser_opens_their_own_link_before_they_offer(
    door: Doorway, bo: Participant
) -> None:
    first = door.people.meet(ORGANISER_ID, "Ola", None)
    assert first is not None
    with pytest.raises(OwnLinkFirst):
        door.roles.make(first, number(door, "bo"), Role.ORGANISER)


def test_person_off_the_list_is_not_there(door: Doorway, anna: Participant) -> None:
    with pytest.raises(NotThere):
        door.roles.make(anna, 99, Role.EDITOR)
