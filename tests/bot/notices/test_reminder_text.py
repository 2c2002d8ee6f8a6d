"""A reminder says what, how soon and where, and one's part in it; in both languages."""

from dataclasses import replace
from datetime import datetime

import pytest

from bot.notices import reminder_text
from bot.render import LONGEST, units
from bot.wording import load_wording
from meeting.agenda import Room
from meeting.notices import MissedLine, MissedNoun
from services.letters import MissedLetter, ReminderLetter
from tests.two_days import DINNER, PEACE, ROOMS, at

ENGLISH, FRENCH = load_wording(("en", "fr")).languages
NOW = at(11, "13:50")
FRAM = ROOMS[0]
LETTER = ReminderLetter(1, PEACE, FRAM, NOW, is_host=False, is_chair=False)
MISSED = MissedNoun(
    NOW,
    (
        MissedLine("peace", PEACE.title, PEACE.starts, 12),
        MissedLine("closing", "Closing", at(12, "09:00"), 1),
    ),
)


def html(letter: ReminderLetter, words: object = ENGLISH) -> str:
    return reminder_text.reminder(words, letter)[0]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("words", "text"),
    [
        (
            ENGLISH,
            "<b>In 10 minutes</b>, at 14:00: <i>Peace processes: how inclusive?</i>\n"
            "<b>Fram</b>: second floor",
        ),
        (
            FRENCH,
            "<b>Dans 10 minutes</b>, à 14:00\u202f: <i>Peace processes: how inclusive?</i>\n"
            "<b>Fram</b>\u202f: second floor",
        ),
    ],
)
def test_reminder_says_what_how_soon_and_where(words: object, text: str) -> None:
    assert html(LETTER, words) == text


@pytest.mark.parametrize(
    ("moment", "begins"),
    [
        (at(11, "13:52"), "<b>In 8 minutes</b>, at 14:00: <i>"),
        (at(11, "13:59"), "<b>In 1 minute</b>, at 14:00: <i>"),
        (at(11, "14:00"), "<b>Now</b>: <i>"),
    ],
)
def test_late_one_says_how_soon_it_is_by_then(moment: datetime, begins: str) -> None:
    assert html(replace(LETTER, at=moment)).startswith(begins)


def test_ones_own_part_is_said() -> None:
    parts = html(replace(LETTER, is_chair=True, is_host=True)).split("\n")[2:]
    assert parts == ["You chair it.", "You host this room."]


def test_room_without_a_hint_and_place_that_is_no_room() -> None:
    assert html(replace(LETTER, room=Room("fram", "Fram"))).split("\n")[1:] == ["<b>Fram</b>"]
    dinner = replace(LETTER, session=DINNER, room=None)
    assert html(dinner).split("\n")[1:] == ["<b>City Hall</b>"]


def test_session_without_a_place_says_none() -> None:
    nowhere = replace(PEACE, room=None)
    assert html(replace(LETTER, session=nowhere, room=None)).count("\n") == 0


def test_title_is_escaped_and_cut() -> None:
    long = replace(PEACE, title="<b>&" + "long " * 2000)
    text = html(replace(LETTER, session=long))
    assert units(text) < LONGEST
    assert "<i>&lt;b&gt;&amp;long" in text


def test_buttons_open_the_session_and_ones_day() -> None:
    _, keyboard = reminder_text.reminder(ENGLISH, LETTER)
    [row] = keyboard.inline_keyboard
    assert [button.text for button in row] == ["Session", "My day"]


@pytest.mark.parametrize(
    ("words", "count", "text"),
    [
        (
            ENGLISH,
            12,
            "I was away or cut off when 12 reminders were due. They would have come too late, so I "
            "didn’t send them.",
        ),
        (
            ENGLISH,
            1,
            "I was away or cut off when one reminder was due. It would have come too late, so I "
            "didn’t send it.",
        ),
        (
            FRENCH,
            12,
            "Pendant mon absence ou une coupure, l’heure de 12 rappels est passée. Ils seraient "
            "arrivés trop tard\u202f; je ne les ai pas envoyés.",
        ),
    ],
)
def test_organisers_read_how_many_came_too_late(words: object, count: int, text: str) -> None:
    said, keyboard = reminder_text.missed(words, MissedLetter(5, count))  # type: ignore[arg-type]
    assert (said, keyboard.inline_keyboard[0][0].callback_data) == (text, "missed:5")


def test_list_names_sessions_and_counts_people() -> None:
    assert reminder_text.missed_list(ENGLISH, MISSED) == (
        "<b>Reminders that came too late</b>\n"
        "Monday 11 February, <b>14:00</b> Peace processes: how inclusive? – 12 people\n"
        "Tuesday 12 February, <b>09:00</b> Closing – 1 person"
    )


def test_long_list_fits_into_a_message() -> None:
    lines = tuple(MissedLine(f"s{n}", "Talk " * 20, PEACE.starts, n) for n in range(200))
    text = reminder_text.missed_list(FRENCH, MissedNoun(NOW, lines))
    assert units(text) <= LONGEST
