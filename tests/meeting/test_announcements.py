"""Announcements: the text for a language, until when they are useful, when phones are silent."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from meeting.announcements import (
    Medium,
    MediumKind,
    Message,
    Text,
    is_night,
    useful_until,
)

OSLO = ZoneInfo("Europe/Oslo")
DAYS = (date(2008, 2, 11), date(2008, 2, 12))
ENGLISH, FRENCH = Text("Bus", "Bus"), Text("Car", "Car")


def test_text_is_in_the_persons_language_or_the_first_one() -> None:
    message = Message({"en": ENGLISH, "fr": FRENCH})
    assert [message.in_language(code) for code in ("fr", "en", "de")] == [FRENCH, ENGLISH, ENGLISH]


def test_caption_is_shorter_than_a_text() -> None:
    picture = Medium(MediumKind.PHOTO, "id")
    assert (Message({}).longest, Message({}, picture).longest) == (4096, 1024)


@pytest.mark.parametrize(
    ("began", "until"),
    [
        ("2008-02-01T12:00+00:00", "2008-02-13T00:00+01:00"),  # before it: until it is over
        ("2008-02-11T12:00+00:00", "2008-02-12T00:00+01:00"),  # in it: until midnight
        ("2008-02-11T23:30+00:00", "2008-02-13T00:00+01:00"),  # half past midnight in Oslo
        ("2008-02-20T12:00+00:00", "2008-02-27T13:00+01:00"),  # after it: a week
    ],
)
def test_useful_until(began: str, until: str) -> None:
    found = useful_until(datetime.fromisoformat(began), OSLO, DAYS)
    assert found == datetime.fromisoformat(until)


def test_useful_for_a_week_where_nobody_said_when_the_meeting_is() -> None:
    began = datetime(2008, 2, 11, 12, tzinfo=UTC)
    assert useful_until(began, OSLO, None) == datetime(2008, 2, 18, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("begins", "ends", "quiet"),
    [
        (time(22), time(7), {0, 6, 22, 23}),
        (time(1), time(6), {1, 2, 3, 4, 5}),
        (time(0), time(0), set()),
    ],
)
def test_night_by_the_meetings_clock(begins: time, ends: time, quiet: set[int]) -> None:
    hours = (0, 1, 2, 3, 4, 5, 6, 7, 12, 21, 22, 23)
    found = {
        hour
        for hour in hours
        if is_night(datetime(2008, 2, 11, hour, tzinfo=OSLO), OSLO, begins, ends)
    }
    expected = {hour for hour in hours if hour in quiet}
    if begins > ends:
        expected |= {1, 2, 3, 4, 5}
    assert found == expected
