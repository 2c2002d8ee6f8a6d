"""Calendars as other programs write them."""

import pytest

from meeting.formats.agenda_file import read_agenda
from meeting.formats.drafts import AgendaFile
from meeting.formats.problems import Problem, Severity


def read(*lines: str) -> AgendaFile:
    calendar = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:x", *lines, "END:VCALENDAR", ""]
    return read_agenda("\r\n".join(calendar).encode(), "agenda.ics", "Europe/Oslo")


def event(*lines: str) -> tuple[str, ...]:
    return ("BEGIN:VEVENT", "UID:a", "SUMMARY:Opening", *lines, "END:VEVENT")


@pytest.mark.parametrize(
    ("starts", "ends"),
    [
        ("DTSTART:20300506T070000Z", "DTEND:20300506T080000Z"),
        ("DTSTART:20300506T090000", "DTEND:20300506T100000"),
        ("DTSTART;TZID=Asia/Tokyo:20300506T160000", "DURATION:PT1H"),
    ],
)
def test_times_in_utc_floating_or_of_another_zone(starts: str, ends: str) -> None:
    file = read(*event(starts, ends, "LOCATION:Fram", "DESCRIPTION:One\\, two\\nthree"))
    found = [
        (s.session_id, s.starts.isoformat(), s.ends.isoformat(), s.room, s.description)
        for s in file.agenda.sessions
    ]
    assert (found, file.problems) == (
        [("a", "2030-05-06T09:00:00+02:00", "2030-05-06T10:00:00+02:00", "fram",
          "One, two\nthree")],
        (),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        (("DTSTART;VALUE=DATE:20300506",),
         "This event has a day but no time of day; give it a start and an end."),
        (("DTSTART:20300506T090000",), "The end of “Opening” is missing."),
        (("DTEND:20300506T090000",), "The start of “Opening” is missing."),
        (("DTSTART:20300506T090000", "DURATION:-PT1H"),
         "The duration of “Opening” is below zero."),
        (("DTSTART:soon", "DTEND:20300506T090000"),
         "DTSTART of this event is no moment that can be read."),
        (("DTSTART:20300331T023000", "DURATION:PT1H"),
         "02:30 does not exist on 31 March 2030: clocks go forward."),
    ],
)  # fmt: skip
def test_event_that_cannot_be_a_session_is_an_error(lines: tuple[str, ...], message: str) -> None:
    assert read(*event(*lines)).problems == (Problem(Severity.ERROR, "event a", message),)


def test_repeating_event_is_a_warning_and_a_cancelled_one_no_session() -> None:
    moments = ("DTSTART:20300506T090000", "DURATION:PT1H")
    file = read(*event(*moments, "RRULE:FREQ=DAILY"), *event(*moments, "STATUS:CANCELLED"))
    assert file.problems == (
        Problem(Severity.WARNING, "event a", "This event repeats; only its first time is taken."),
    )
    assert list(file.rows) == ["a"]


def test_calendar_without_events_is_refused() -> None:
    assert read().problems == (Problem(Severity.ERROR, "", "This calendar holds no event."),)


def test_broken_calendar_is_refused_not_raised() -> None:
    file = read_agenda(b"BEGIN:VCALENDAR\r\nnonsense\r\nEND:VEVENT\r\n", "a.ics", "Europe/Oslo")
    assert [(p.severity, p.row) for p in file.problems] == [(Severity.ERROR, "")]
