"""The calendar file: stable names, rising numbers, its zone, and the right moments."""

from datetime import UTC, datetime

from hypothesis import given
from icalendar import Calendar

from meeting.agenda import Agenda, Session
from meeting.personal_calendar import Entry, personal_calendar
from tests.meeting.clock_changes import around_a_change
from tests.two_days import AGENDA, CLOSING, PEACE, at

MADE = datetime(2008, 2, 1, 12, 0, tzinfo=UTC)


def made(*sessions: Session, cancelled: bool = False) -> bytes:
    entries = [Entry(session, AGENDA, cancelled) for session in sessions]
    return personal_calendar(entries, 3, "oslo.attache", MADE)


def test_event_says_what_when_and_where_under_a_stable_name() -> None:
    calendar = Calendar.from_ical(made(PEACE))
    (event,) = calendar.events
    said = [str(event[name]) for name in ("uid", "summary", "location", "description")]
    assert said == [
        "peace@oslo.attache", PEACE.title, "Fram, second floor", PEACE.description,
    ]  # fmt: skip
    assert (event["sequence"], event["dtstamp"].dt) == (3, MADE)
    assert (event["dtstart"].dt, event["dtend"].dt) == (at(11, "14:00"), at(11, "15:30"))


def test_times_are_local_and_the_zone_is_in_the_file() -> None:
    text = made(PEACE, CLOSING).decode()
    assert "DTSTART;TZID=Europe/Oslo:20080211T140000\r\n" in text
    calendar = Calendar.from_ical(text)
    assert [str(zone["tzid"]) for zone in calendar.timezones] == ["Europe/Oslo"]
    assert calendar.get_missing_tzids() == set()


def test_cancelled_session_takes_its_entry_out_of_the_calendar() -> None:
    events = [Calendar.from_ical(made(PEACE, cancelled=each)).events[0] for each in (False, True)]
    assert [str(event["status"]) for event in events] == ["CONFIRMED", "CANCELLED"]
    same = [(event["uid"], event["dtstart"].dt, event["location"]) for event in events]
    assert same[0] == same[1]


def test_no_session_is_an_empty_calendar() -> None:
    assert Calendar.from_ical(made()).events == []


@given(around_a_change())
def test_every_moment_survives_also_around_a_change_of_the_clock(
    case: tuple[str, datetime, tuple[Session, ...]],
) -> None:
    zone, moment, sessions = case
    entries = [Entry(session, Agenda(zone, sessions)) for session in sessions]
    data = personal_calendar(entries, 1, "h", moment)
    read = [
        (str(e["uid"]), e["dtstart"].dt.astimezone(UTC), e["dtend"].dt.astimezone(UTC))
        for e in Calendar.from_ical(data).events
    ]
    assert read == [
        (f"{s.session_id}@h", s.starts.astimezone(UTC), s.ends.astimezone(UTC)) for s in sessions
    ]
