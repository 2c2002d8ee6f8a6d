"""Contacts: the organisers and today's chairs; the day moves on with the clock."""

from dataclasses import replace
from pathlib import Path

import pytest

from meeting.people import Role
from tests.services.meeting_desk import MeetingDesk, make_meeting_desk
from tests.two_days import ADA, BO, CLOSING, CONTACT, PEACE, VENUE, at


@pytest.fixture
def desk(tmp_path: Path) -> MeetingDesk:
    desk = make_meeting_desk(tmp_path)
    desk.release()
    return desk


def test_contacts_are_organisers_and_the_organisers_words(desk: MeetingDesk) -> None:
    ada = desk.person(ADA, BO)
    desk.write_logistics(VENUE, replace(CONTACT, topic="Contact"))
    found = desk.contacts.contacts(ada)
    assert [person.key for person in found.organisers] == ["bo"]
    assert (found.entry, found.has_venue) == (replace(CONTACT, topic="Contact"), True)


def test_somebody_off_the_list_is_no_organiser_any_more(desk: MeetingDesk) -> None:
    desk.person(ADA, BO)
    ada = desk.person(replace(ADA, role=Role.ORGANISER))
    assert [person.key for person in desk.contacts.contacts(ada).organisers] == [ADA.key]


def test_chairs_are_those_of_today_or_of_the_next_day(desk: MeetingDesk) -> None:
    ada = desk.person(ADA, BO)
    found = []
    for moment in (at(9, "12:00"), at(11, "22:00"), at(12, "08:00"), at(12, "10:00")):
        desk.hand.time = moment
        found.append(desk.contacts.contacts(ada).chairing)
    monday, tuesday = (PEACE, ("Bo Ek",)), (CLOSING, ("Bo Ek",))
    assert found == [(monday,), (monday,), (tuesday,), ()]
