"""Days, times and how long until, as people say them."""

from datetime import date

import pytest

from bot import times
from bot.wording import FOLDER, Words, load_wording
from tests.two_days import at

LANGUAGES = tuple(sorted(path.stem for path in FOLDER.glob("*.toml")))
ENGLISH, FRENCH = load_wording(("en", "fr")).languages


@pytest.mark.parametrize("words", load_wording(LANGUAGES).languages, ids=lambda w: w.language)
def test_weekdays_are_seven(words: Words) -> None:
    counts = [len(words.texts[key].split()) for key in ("agenda.weekdays", "agenda.short_weekdays")]
    assert counts == [7, 7]


def test_days_are_named() -> None:
    day = date(2008, 2, 11)
    assert [times.day(words, day) for words in (ENGLISH, FRENCH)] == [
        "Monday 11 February", "lundi 11 février",
    ]  # fmt: skip
    assert times.title_day(FRENCH, day) == "Lundi 11 février"


def test_label_of_a_day_is_as_short_as_it_can_be() -> None:
    day = date(2008, 2, 11)
    assert [times.short_day(ENGLISH, nights, day) for nights in (-1, 0, 1, 2)] == [
        "Mon", "Today", "Tomorrow", "Mon",
    ]  # fmt: skip
    assert times.short_day(FRENCH, 0, day) == "Aujourd’hui"


@pytest.mark.parametrize(
    ("clock", "english", "french"),
    [
        ("13:59", "in 1 minute", "dans 1 minute"),
        ("13:52", "in 8 minutes", "dans 8 minutes"),
        ("13:00", "in 1 h", "dans 1 h"),
        ("11:30", "in 2 h 30 min", "dans 2 h 30 min"),
    ],
)
def test_wait_is_in_hours_and_minutes(clock: str, english: str, french: str) -> None:
    waits = [times.wait(words, at(11, clock), at(11, "14:00")) for words in (ENGLISH, FRENCH)]
    assert waits == [english, french]


def test_nights_are_counted_and_past_days_say_nothing() -> None:
    assert [times.nights(ENGLISH, count) for count in (-1, 0, 1, 3)] == [
        "", "today", "tomorrow", "in 3 days",
    ]  # fmt: skip


def test_end_on_another_day_says_which() -> None:
    assert times.span(ENGLISH, at(11, "23:00"), at(12, "01:00")) == "23:00–Tue 01:00"
    assert times.span(ENGLISH, at(11, "14:00"), at(11, "15:30")) == "14:00–15:30"
