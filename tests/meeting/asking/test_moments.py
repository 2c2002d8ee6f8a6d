"""The time of a question: English and French, against the meeting's clock and agenda."""

from datetime import datetime, timedelta

import pytest

from meeting.asking.moments import read_time
from meeting.asking.spans import How, Span
from meeting.asking.words import plain
from tests.meeting.asking.river_meeting import AGENDA, ZONE

NOON_ONE = datetime(2025, 10, 21, 12, 40, tzinfo=ZONE)


def at(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2025, 10, day, tzinfo=ZONE) + timedelta(hours=hour, minutes=minute)


def read(text: str) -> Span | None:
    return read_time(plain(text), NOON_ONE, AGENDA).span


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("at 3", at(21, 15)),
        ("at 3pm", at(21, 15)),
        ("at 3:45pm", at(21, 15, 45)),
        ("at 10.45 tomorrow", at(22, 10, 45)),
        ("at nine", at(22, 9)),  # nine today is over
        ("at half past two", at(21, 14, 30)),
        ("at quarter to four", at(21, 15, 45)),
        ("à 15h", at(21, 15)),
        ("à 15h30", at(21, 15, 30)),
        ("à quinze heures trente", at(21, 15, 30)),
        ("à trois heures et quart", at(21, 15, 15)),
        ("at 9 on Wednesday", at(22, 9)),
        ("mercredi à 11h", at(22, 11)),
        ("in an hour", at(21, 13, 40)),
        ("in half an hour", at(21, 13, 10)),
        ("in twenty minutes", at(21, 13)),
        ("dans une heure", at(21, 13, 40)),
        ("dans un quart d’heure", at(21, 12, 55)),
        ("right now", NOON_ONE),
        ("maintenant", NOON_ONE),
        ("at dinner", at(21, 19)),
    ],
)
def test_moment_is_read(text: str, moment: datetime) -> None:
    assert read(text) == Span(How.AT, moment, moment)


@pytest.mark.parametrize(
    ("text", "starts", "ends"),
    [
        ("this afternoon", at(21, 12), at(21, 18)),
        ("in the morning", at(22, 0), at(22, 12)),
        ("this morning", at(21, 0), at(21, 12)),
        ("tonight", at(21, 18), at(21, 24)),
        ("ce soir", at(21, 18), at(21, 24)),
        ("demain matin", at(22, 0), at(22, 12)),
        ("mercredi après-midi", at(22, 12), at(22, 18)),
        ("later today", at(21, 12, 40), at(21, 24)),
        ("after 4pm", at(21, 16), at(21, 24)),
    ],
)
def test_part_of_a_day_is_read(text: str, starts: datetime, ends: datetime) -> None:
    assert read(text) == Span(How.DURING, starts, ends)


@pytest.mark.parametrize(
    ("text", "starts", "ends"),
    [
        ("between 2 and 4", at(21, 14), at(21, 16)),
        ("from 11 to 1pm tomorrow", at(22, 11), at(22, 13)),
        ("de 14h à 16h30", at(21, 14), at(21, 16, 30)),
        ("entre 9h et 11h mercredi", at(22, 9), at(22, 11)),
    ],
)
def test_stretch_between_two_times_is_read(text: str, starts: datetime, ends: datetime) -> None:
    assert read(text) == Span(How.BETWEEN, starts, ends)


def test_after_the_session_of_a_time_is_after_its_end() -> None:
    assert read("what comes after the 3:15pm session") == Span(How.FIRST, at(21, 16, 45), at(22, 0))


@pytest.mark.parametrize(
    "text",
    ["tomorrow", "demain", "on Wednesday", "mercredi", "the second day", "day 2", "le dernier jour",
     "on 22 October", "le 22 octobre", "October 22nd", "the 22nd", "22/10", "2025-10-22"],
)  # fmt: skip
def test_day_is_read(text: str) -> None:
    assert read(text) == Span(How.DURING, at(22, 0), at(22, 24), whole_day=True)


@pytest.mark.parametrize("text", ["after lunch", "après le déjeuner", "once lunch is over where"])
def test_after_lunch_begins_when_the_lunch_of_today_ends(text: str) -> None:
    assert read(text) == Span(How.FIRST, at(21, 13, 15), at(21, 24))


def test_after_lunch_is_tomorrows_once_todays_afternoon_is_under_way() -> None:
    late = read_time("after lunch", at(21, 15, 30), AGENDA).span
    assert late == Span(How.FIRST, at(22, 13, 30), at(22, 24))


def test_after_lunch_is_todays_while_the_session_after_it_runs() -> None:
    just = read_time("after lunch", at(21, 13, 20), AGENDA).span
    assert just == Span(How.FIRST, at(21, 13, 15), at(21, 24))


@pytest.mark.parametrize(
    "text", ["when is lunch", "how long until lunch", "the session on funding", "wifi", "session 3"]
)
def test_text_without_a_time_has_none(text: str) -> None:
    assert read(text) is None


def test_time_is_cut_out_of_the_words() -> None:
    timed = read_time("where am i tomorrow at 9 in the morning", NOON_ONE, AGENDA)
    assert (timed.span, timed.rest) == (Span(How.AT, at(22, 9), at(22, 9)), "where am i")
