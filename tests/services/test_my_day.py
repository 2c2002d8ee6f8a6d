"""What somebody sees of the agenda: it is always the one that holds, in the meeting's zone."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from icalendar import Calendar

from meeting.agenda import Agenda
from meeting.codes import session_code
from meeting.day import Slot
from meeting.people import Participant
from services.errors import NothingOfYours, NotThere
from services.my_day import calendar_host
from tests.services.meeting_desk import MeetingDesk, make_meeting_desk
from tests.two_days import (
    ADA,
    AGENDA,
    BO,
    CLOSING,
    DINNER,
    FUNDING,
    LUNCH,
    PEACE,
    POLICE,
    at,
)  # fmt: skip

MONDAY = date(2008, 2, 11)


@pytest.fixture
def desk(tmp_path: Path) -> MeetingDesk:
    return make_meeting_desk(tmp_path)


def test_times_are_the_meetings_whatever_the_machines_zone(desk: MeetingDesk) -> None:
    desk.release()
    desk.hand.time = datetime(2008, 2, 10, 23, 30, tzinfo=UTC)
    programme = desk.my_day.programme(desk.person())
    assert (programme.at, str(programme.at.tzinfo)) == (at(11, "00:30"), "Europe/Oslo")
    assert programme.today == MONDAY


def test_day_is_that_of_the_person(desk: MeetingDesk) -> None:
    desk.release()
    assigned = desk.my_day.programme(desk.person(ADA, BO)).day(MONDAY)
    stranger = desk.my_day.programme(desk.person()).day(MONDAY)
    common = [Slot((session,), True) for session in (LUNCH, PEACE, DINNER)]
    assert assigned.slots == (*common[:2], Slot((FUNDING,), True), common[2])
    assert stranger.slots == (*common[:2], Slot((FUNDING, POLICE), False), common[2])


def test_next_goes_on_to_the_next_day(desk: MeetingDesk) -> None:
    desk.release()
    person = desk.person(ADA)
    found = []
    for moment in (at(11, "13:52"), at(11, "14:00"), at(11, "19:00"), at(12, "09:00")):
        desk.hand.time = moment
        found.append([s for slot in desk.my_day.programme(person).next() for s in slot.sessions])
    assert found == [[PEACE], [FUNDING], [CLOSING], []]


def test_new_agenda_holds_at_once_and_an_old_code_finds_its_session(desk: MeetingDesk) -> None:
    person = desk.person()
    assert desk.my_day.programme(person).is_there is False
    desk.release()
    assert desk.my_day.programme(person).session(session_code("peace")) == PEACE
    desk.release(Agenda(AGENDA.zone, (LUNCH,)))
    with pytest.raises(NotThere):
        desk.my_day.programme(person).session(session_code("peace"))


def test_meeting_is_over_once_the_last_session_has_ended(desk: MeetingDesk) -> None:
    desk.release()
    over = []
    for moment in (at(12, "09:59"), at(12, "10:00")):
        desk.hand.time = moment
        over.append(desk.my_day.programme(desk.person()).is_over)
    assert over == [False, True]


@pytest.mark.parametrize("day", [None, date(2008, 2, 13)])
def test_day_that_is_not_there_is_refused(desk: MeetingDesk, day: date | None) -> None:
    desk.release()
    programme = desk.my_day.programme(desk.person())
    for look in (programme.day, programme.sessions):
        with pytest.raises(NotThere):
            look(day)


def test_day_opens_at_the_first_session_that_is_not_over(desk: MeetingDesk) -> None:
    desk.release()
    begun = []
    for moment in (at(10, "12:00"), at(11, "14:00"), at(11, "23:00")):
        desk.hand.time = moment
        begun.append(desk.my_day.programme(desk.person()).begun(AGENDA.on(MONDAY)))
    assert begun == [0, 1, 0]


def test_calendar_has_the_number_of_the_agenda(desk: MeetingDesk) -> None:
    desk.release()
    desk.release()
    data = desk.my_day.calendar(desk.person(ADA), "")
    events = Calendar.from_ical(data).events
    assert [(str(event["uid"]), event["sequence"]) for event in events] == [
        (f"{name}@oslo.attache", 2) for name in ("lunch", "peace", "funding", "dinner", "closing")
    ]


def entries(desk: MeetingDesk, person: Participant) -> list[tuple[object, ...]]:
    """Name, number and state of each entry of somebody's calendar file, and where it is."""
    calendar = Calendar.from_ical(desk.my_day.calendar(person, ""))
    assert str(calendar["method"]) == "PUBLISH"
    return [
        (str(event["uid"]), event["sequence"], str(event["status"]), str(event["location"]))
        for event in calendar.events
    ]


def test_later_file_moves_what_an_earlier_one_brought(desk: MeetingDesk) -> None:
    person, moved = desk.person(ADA), replace(FUNDING, room="munch")
    files = []
    for session in (FUNDING, moved):
        desk.release(Agenda(AGENDA.zone, (session, POLICE), AGENDA.rooms))
        files += entries(desk, person)
    assert files == [
        ("funding@oslo.attache", 1, "CONFIRMED", "Nobel, first floor"),
        ("funding@oslo.attache", 2, "CONFIRMED", "Munch"),
    ]


def test_cancelled_session_is_taken_out_of_the_calendars_that_had_it(desk: MeetingDesk) -> None:
    person, other = desk.person(ADA, BO), Participant(3, "Eve")
    desk.release(Agenda(AGENDA.zone, (PEACE, FUNDING, POLICE), AGENDA.rooms))
    desk.release(Agenda(AGENDA.zone, (PEACE, CLOSING), AGENDA.rooms))
    desk.release(Agenda(AGENDA.zone, (CLOSING,), AGENDA.rooms))
    assert entries(desk, person) == [
        ("closing@oslo.attache", 3, "CONFIRMED", "Fram, second floor"),
        ("peace@oslo.attache", 3, "CANCELLED", "Fram, second floor"),
        ("funding@oslo.attache", 3, "CANCELLED", "Nobel, first floor"),
    ]
    assert [name for name, *_ in entries(desk, other)] == [
        "closing@oslo.attache", "peace@oslo.attache",
    ]  # fmt: skip


def test_session_that_comes_back_is_confirmed_again(desk: MeetingDesk) -> None:
    person = desk.person(ADA)
    for sessions in ((PEACE, CLOSING), (CLOSING,), (PEACE, CLOSING)):
        desk.release(Agenda(AGENDA.zone, sessions, AGENDA.rooms))
    assert [(name, state) for name, _, state, _ in entries(desk, person)] == [
        ("peace@oslo.attache", "CONFIRMED"), ("closing@oslo.attache", "CONFIRMED"),
    ]  # fmt: skip


def test_empty_day_has_no_calendar(desk: MeetingDesk) -> None:
    desk.release(Agenda(AGENDA.zone, (FUNDING, POLICE)))
    with pytest.raises(NothingOfYours):
        desk.my_day.calendar(desk.person(), "")


def test_calendars_of_two_meetings_are_told_apart() -> None:
    names = [{"en": "the Oslo meeting of 11 February"}, {"fr": "Réunion n° 2"}, {"ja": "会議"}]
    assert [calendar_host(name) for name in names] == [
        "the-oslo-meeting-of-11-february.attache", "r-union-n-2.attache", "attache",
    ]  # fmt: skip
