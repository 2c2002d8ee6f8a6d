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
        (("DTSTART:20300506T090000", "DURATION:1 hour"),
         "DURATION of this event is no duration that can be read, such as PT1H30M."),
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


@pytest.mark.parametrize(
    ("zone", "wall"),
    [
        ("W. Europe Standard Time", "090000"),
        ("Eastern Standard Time", "030000"),
        ("Tokyo Standard Time", "160000"),
        ("/mozilla.org/20070129_1/Europe/Oslo", "090000"),
    ],
)
def test_zones_by_the_names_of_windows_and_mozilla(zone: str, wall: str) -> None:
    file = read(*event(f"DTSTART;TZID={zone}:20300506T{wall}", "DURATION:PT1H"))
    assert (file.problems, [s.starts.isoformat() for s in file.agenda.sessions]) == (
        (), ["2030-05-06T09:00:00+02:00"],
    )  # fmt: skip


def test_zone_that_the_calendar_describes_itself() -> None:
    lines = (
        "BEGIN:VTIMEZONE", "TZID:Customized Time Zone", "BEGIN:STANDARD", "DTSTART:16010101T000000",
        "TZOFFSETFROM:+0500", "TZOFFSETTO:+0500", "END:STANDARD", "END:VTIMEZONE",
    )  # fmt: skip
    moment = "DTSTART;TZID=Customized Time Zone:20300506T120000"
    file = read(*lines, *event(moment, "DURATION:PT1H"))
    assert (file.problems, [s.starts.isoformat() for s in file.agenda.sessions]) == (
        (), ["2030-05-06T09:00:00+02:00"],
    )  # fmt: skip


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        (("DTSTART;TZID=My Zone:20300506T090000", "DTEND;TZID=My Zone:20300506T100000"),
         "The time zone “My Zone” is not known; the time is taken as the meeting's own."),
        (("DTSTART:20300506T090000", "DURATION:PT1H", "RDATE:20300507T090000"),
         "This event repeats; only its first time is taken."),
        (("DTSTART:20300506T090000", "DURATION:PT1H", "this is no line"),
         "A line of this event cannot be read; it is passed over."),
    ],
)  # fmt: skip
def test_what_is_passed_over_or_guessed_is_a_warning(lines: tuple[str, ...], message: str) -> None:
    file = read(*event(*lines))
    assert file.problems == (Problem(Severity.WARNING, "event a", message),)
    assert [s.starts.isoformat() for s in file.agenda.sessions] == ["2030-05-06T09:00:00+02:00"]


def test_cancelled_events_are_told_and_a_calendar_of_nothing_else_is_refused() -> None:
    moments = ("DTSTART:20300506T090000", "DURATION:PT1H")
    cancelled = event(*moments, "STATUS:Cancelled")
    file = read(*cancelled, *event(*moments))
    assert (file.notes, file.problems, len(file.agenda.sessions)) == (
        ("Cancelled events that were passed over: 1.",), (), 1,
    )  # fmt: skip
    refusal = Problem(Severity.ERROR, "", "Every event of this calendar is cancelled.")
    assert read(*cancelled).problems == (refusal,)


@pytest.mark.parametrize("lost", ["END:VCALENDAR\r\n", "END:VEVENT\r\nEND:VCALENDAR\r\n"])
def test_calendar_that_breaks_off_is_refused_whole(lost: str) -> None:
    moments = ("DTSTART:20300506T090000", "DURATION:PT1H")
    whole = "\r\n".join(["BEGIN:VCALENDAR", *event(*moments), "END:VCALENDAR", ""])
    file = read_agenda((whole + whole.removesuffix(lost)).encode(), "a.ics", "Europe/Oslo")
    message = "This calendar breaks off in the middle of an event; export it again."
    assert file.problems == (Problem(Severity.ERROR, "", message),)


def test_calendar_of_an_old_mac_with_properties_twice() -> None:
    lines = event("SUMMARY:Other", "LOCATION:Fram", "LOCATION:Nobel", "DTSTART:20300506T070000Z")
    text = "\r".join(["BEGIN:VCALENDAR", *lines[:-1], "DURATION:PT1H", lines[-1], "END:VCALENDAR"])
    file = read_agenda(text.encode(), "a.ics", "Europe/Oslo")
    found = [(s.title, s.room, s.starts.hour) for s in file.agenda.sessions]
    assert (found, file.problems) == ([("Opening", "fram", 9)], ())
