"""The moment to send something at, read from words; what cannot be meant is told apart."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from meeting.moments import Doubt, read_moment
from tests.meeting.clock_changes import CHANGES
from tests.two_days import OSLO, at

NOW = at(11, "18:02") + timedelta(seconds=30)  # a Monday


@pytest.mark.parametrize(
    "text",
    [
        "18:30", "18h30", "18 h 30", "18.30", "1830", "6.30 pm", "6:30 p.m.", "6.30pm", "6:30PM",
        "à 18:30", "at 18:30", "18:30 today", "aujourd’hui à 18 h 30", "tonight 18:30",
        "half past six", "ce soir à 6 h 30", "2008-02-11T18:30", "2008-02-11 18:30",
        "2008-02-11T17:30Z", "11/02 18:30", "Monday 18:30", "lundi 11 février à 18h30", "18:30 !",
    ],
)  # fmt: skip
def test_one_moment_is_read_however_it_is_written(text: str) -> None:
    assert read_moment(text, NOW, OSLO) == at(11, "18:30")


@pytest.mark.parametrize(
    "text",
    [
        "tomorrow 8:30", "demain 8 h 30", "demain, 8:30.", "tomorrow morning at 8:30",
        "12 Feb 08:30", "12/02 8:30", "12.02.2008 8:30", "Feb 12, 8:30 am", "le 12 février, 8h30",
        "Tuesday 8:30", "mardi à 8 h 30", "8:30 tomorrow", "2008-02-12 8h30",
    ],
)  # fmt: skip
def test_day_is_read_beside_the_time(text: str) -> None:
    assert read_moment(text, NOW, OSLO) == at(12, "08:30")


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("in 20 minutes", 20), ("dans 20 minutes", 20), ("in twenty min", 20), ("in 20", 20),
        ("in half an hour", 30), ("dans une demi-heure", 30), ("in an hour and a half", 90),
        ("dans 1 h 30", 90), ("in 1 hour and 15 minutes", 75), ("dans deux heures", 120),
    ],
)  # fmt: skip
def test_duration_from_now_is_read_to_the_minute(text: str, minutes: int) -> None:
    assert read_moment(text, NOW, OSLO) == at(11, "18:02") + timedelta(minutes=minutes)


@pytest.mark.parametrize(
    "text",
    ["18:00", "noon", "yesterday 9:00", "10 Jan 8:00", "12 Feb 2007 8:00", "in 0 minutes"],
)
def test_what_is_over_is_past_and_never_moved_to_the_next_day(text: str) -> None:
    assert read_moment(text, NOW, OSLO) is Doubt.PAST


@pytest.mark.parametrize(
    "text",
    [
        "", "hello", "soon", "tomorrow", "12 Feb", "25:00", "18:75", "31/02 9:00", "32/01 9:00",
        "12/2/08 8:00", "18:30-19:00", "before 19:00", "18:30 or 19:00", "18:30 sharp", "in 5 days",
        "Monday 12 Feb 8:00", "next Monday 9:00", "lundi prochain 9h", "12/02/9999 8:00",
        "9999-12-31T23:59-12:00", "0001-01-01T00:00Z", "18:30 " + "x" * 5000,
    ],
)  # fmt: skip
def test_what_may_mean_something_else_is_unclear(text: str) -> None:
    assert read_moment(text, NOW, OSLO) is Doubt.UNCLEAR


@pytest.mark.parametrize(
    ("text", "clock"),
    [("at 8", "20:00"), ("quarter to nine", "20:45"), ("at half past 7", "19:30")],
)
def test_hour_of_twelve_is_the_one_ahead(text: str, clock: str) -> None:
    assert read_moment(text, NOW, OSLO) == at(11, clock)


def test_hour_of_twelve_is_in_daytime_on_another_day() -> None:
    read = [read_moment(f"tomorrow at {hour}", NOW, OSLO) for hour in (3, 8)]
    assert read == [at(12, "15:00"), at(12, "08:00")]


def test_date_without_a_year_is_the_one_within_half_a_year() -> None:
    december = datetime(2007, 12, 20, 9, tzinfo=OSLO)
    read = [read_moment(text, december, OSLO) for text in ("12 Feb 8:00", "12 Nov 8:00")]
    assert read == [at(12, "08:00"), Doubt.PAST]


def test_time_that_the_clocks_skip_is_told_from_one_that_is_over() -> None:
    read = [read_moment(f"30 March {clock}", NOW, OSLO) for clock in ("01:59", "02:30", "03:00")]
    before, after = (datetime(2008, 3, 30, *clock, tzinfo=OSLO) for clock in ((1, 59), (3, 0)))
    assert read == [before, Doubt.SKIPPED, after]


def test_time_that_comes_twice_is_the_first() -> None:
    found = read_moment("26 October 02:30", NOW, OSLO)
    assert isinstance(found, datetime)
    assert found.astimezone(UTC) == datetime(2008, 10, 26, 0, 30, tzinfo=UTC)


def test_duration_goes_by_a_real_watch_when_clocks_change() -> None:
    night = datetime(2008, 3, 30, 1, 50, tzinfo=OSLO)
    assert read_moment("in 20 minutes", night, OSLO) == datetime(2008, 3, 30, 3, 10, tzinfo=OSLO)


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(CHANGES), st.integers(0, 23), st.integers(0, 59))
def test_moment_is_ahead_and_shows_the_time_that_was_written(
    change: tuple[str, datetime], hour: int, minute: int
) -> None:
    zone, now = ZoneInfo(change[0]), change[1] - timedelta(hours=12)
    found = read_moment(f"{hour}:{minute:02}", now, zone)
    if isinstance(found, datetime):
        assert f"{found:%H:%M}" == f"{hour:02}:{minute:02}"
        assert timedelta(0) < found - now < timedelta(hours=26)
    else:
        assert found in (Doubt.PAST, Doubt.SKIPPED)
