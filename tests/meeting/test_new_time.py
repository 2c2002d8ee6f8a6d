"""The new time of a session, as its editor writes it."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from meeting.agenda import Agenda, Session
from meeting.changes import Span
from meeting.moments import Doubt
from meeting.new_time import new_time
from tests.two_days import AGENDA, CLOSING, FUNDING, OSLO, at

NOW = at(11, "13:52")
BEFORE = datetime(2008, 1, 20, 9, 0, tzinfo=OSLO)


@pytest.mark.parametrize(
    ("text", "starts", "ends"),
    [
        ("16:00", "16:00", "17:15"),
        ("at 16:00", "16:00", "17:15"),
        ("16h", "16:00", "17:15"),
        ("16", "16:00", "17:15"),
        ("4 pm", "16:00", "17:15"),
        ("half past four", "16:30", "17:45"),
        ("16:00–17:30", "16:00", "17:30"),
        ("16:00-17:30", "16:00", "17:30"),
        ("16 - 17", "16:00", "17:00"),
        ("16-17", "16:00", "17:00"),
        ("4:00-5:30 pm", "16:00", "17:30"),
        ("16:00 to 17:30", "16:00", "17:30"),
        ("de 16 h à 17 h 30", "16:00", "17:30"),
        ("+10", "15:55", "17:10"),
        ("+ 10 min", "15:55", "17:10"),
        ("+1:30", "17:15", "18:30"),
        ("-15", "15:30", "16:45"),
        ("−15", "15:30", "16:45"),
        ("today 16:00", "16:00", "17:15"),
        ("Monday 16:00", "16:00", "17:15"),
    ],
)
def test_time_without_another_day_is_on_the_day_of_the_session(
    text: str, starts: str, ends: str
) -> None:
    assert new_time(text, FUNDING, AGENDA, NOW) == Span(at(11, starts), at(11, ends))


@pytest.mark.parametrize("text", ["Tuesday 9:00", "Tue 9:00", "12 Feb 9:00", "2008-02-12 9:00"])
@pytest.mark.parametrize("now", [NOW, BEFORE])
def test_day_that_is_named_is_the_meetings_long_before_it_too(text: str, now: datetime) -> None:
    assert new_time(text, FUNDING, AGENDA, now) == Span(at(12, "09:00"), at(12, "10:15"))


def test_earlier_weekday_is_the_meetings_and_not_next_weeks() -> None:
    found = new_time("Monday 9:00–10:00", CLOSING, AGENDA, NOW)
    assert found == Span(at(11, "09:00"), at(11, "10:00"))


def test_tomorrow_is_counted_from_now() -> None:
    assert new_time("tomorrow 9:00", FUNDING, AGENDA, NOW) == Span(at(12, "09:00"), at(12, "10:15"))


def test_end_after_midnight_is_on_the_next_day() -> None:
    found = new_time("22:00–01:00", FUNDING, AGENDA, NOW)
    assert found == Span(at(11, "22:00"), at(12, "01:00"))


@pytest.mark.parametrize(
    "text",
    ["", "later", "25:00", "16:75", "16:00–", "16:00–soon", "15:00–14:00", "+", "+soon", "+30 h",
     "what is for lunch?", "16:00 " * 20],
)  # fmt: skip
def test_what_is_no_time_is_unclear(text: str) -> None:
    assert new_time(text, FUNDING, AGENDA, NOW) is Doubt.UNCLEAR


def test_ten_minutes_are_real_ones_where_the_clocks_go_forward() -> None:
    night, zone = [datetime(2008, 3, 30, hour, 55, tzinfo=OSLO) for hour in (0, 1)], "Europe/Oslo"
    session = Session("s", "Night", night[0], night[1])
    found = new_time("+10", session, Agenda(zone, (session,)), NOW)
    assert found == Span(
        datetime(2008, 3, 30, 1, 5, tzinfo=OSLO), datetime(2008, 3, 30, 3, 5, tzinfo=OSLO)
    )
    assert new_time("2:30", session, Agenda(zone, (session,)), NOW) is Doubt.SKIPPED


def test_times_are_in_the_zone_of_the_agenda() -> None:
    found = new_time("16:00", FUNDING, AGENDA, NOW)
    assert isinstance(found, Span)
    assert found.starts.tzinfo is ZoneInfo("Europe/Oslo")
