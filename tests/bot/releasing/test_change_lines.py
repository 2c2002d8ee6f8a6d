"""What changes, one line for each session and room."""

from datetime import date

import pytest

from bot.releasing.change_lines import numbered, session_line, when
from bot.wording import Words
from meeting.agenda import Agenda
from meeting.changes import RoomClosed, RoomsOrdered, by_session
from tests.bot.handlers.changing import changed, without
from tests.bot.releasing.views import ENGLISH, FRENCH, MONDAY
from tests.two_days import AGENDA, ROOMS, at

EVE = date(2008, 2, 10)


def line(words: Words, after: Agenda, today: date = MONDAY, before: Agenda = AGENDA) -> str:
    (change,) = by_session(before, after)
    return session_line(words, change, today)


def peace(**fields: object) -> Agenda:
    return changed("peace", AGENDA, **fields)


def until(clock: str, starts: str = "14:00", day: int = 11, **more: object) -> Agenda:
    return peace(starts=at(day, starts), ends=at(day, clock), **more)


PEACE = "<i>Peace processes: how inclusive?</i>"


@pytest.mark.parametrize(
    ("after", "said"),
    [
        (peace(room="nobel"), f"{PEACE} Fram → <b>Nobel</b>, 14:00 unchanged"),
        (peace(room=None), f"{PEACE} Fram → <b>no room</b>, 14:00 unchanged"),
        (peace(room="City Hall"), f"{PEACE} Fram → <b>City Hall</b>, 14:00 unchanged"),
        (until("15:45", "14:15"), f"{PEACE} 14:00 → <b>14:15</b>, Fram unchanged"),
        (until("16:00"), f"{PEACE} 14:00–15:30 → <b>14:00–16:00</b>, Fram unchanged"),
        (
            until("10:30", "09:00", 12),
            f"{PEACE} Mon 11 14:00 → <b>Tue 12 09:00</b>, Fram unchanged",
        ),
        (
            until("15:45", "14:15", room="munch"),
            f"{PEACE} Fram → <b>Munch</b>, 14:00 → <b>14:15</b>",
        ),
        (
            peace(title="Peace <now>"),
            "<i>Peace &lt;now&gt;</i> (so far “Peace processes: how inclusive?”)",
        ),
        (
            peace(title="Peace", room="nobel"),
            "<i>Peace</i> (so far “Peace processes: how inclusive?”) "
            "Fram → <b>Nobel</b>, 14:00 unchanged",
        ),
        (peace(speakers=(), papers=()), f"{PEACE} · other speakers, papers"),
        (peace(plenary=True, is_break=True), f"{PEACE} · other sort of session"),
        (
            peace(room="nobel", chairs=("ada",)),
            f"{PEACE} Fram → <b>Nobel</b>, 14:00 unchanged; other chairs",
        ),
        (without("peace", agenda=AGENDA), f"{PEACE} · cancelled (14:00–15:30, Fram)"),
    ],
)  # fmt: skip
def test_session_in_one_line(after: Agenda, said: str) -> None:
    assert line(ENGLISH, after) == said


def test_new_session_has_its_time_and_room() -> None:
    before = without("closing", agenda=AGENDA)
    assert line(ENGLISH, AGENDA, MONDAY, before) == "<i>Closing</i> · new, Tue 12 09:00–10:00, Fram"


def test_day_is_told_where_it_is_not_today() -> None:
    said = line(ENGLISH, peace(room="nobel"), EVE)
    assert said == f"{PEACE} Fram → <b>Nobel</b>, Mon 11 14:00 unchanged"
    assert line(ENGLISH, until("15:45", "14:15"), EVE) == (
        f"{PEACE} Mon 11 14:00 → <b>14:15</b>, Fram unchanged"
    )
    assert when(FRENCH, at(11, "14:00"), EVE) == "lun. 11 14:00"


def test_the_same_in_french() -> None:
    assert line(FRENCH, peace(room="nobel")) == f"{PEACE} Fram → <b>Nobel</b>, toujours à 14:00"
    assert line(FRENCH, without("peace", agenda=AGENDA)) == f"{PEACE} · annulée (14:00–15:30, Fram)"


def test_all_changes_are_numbered_sessions_before_rooms() -> None:
    lines = by_session(AGENDA, peace(room="nobel"))
    rooms = (RoomClosed(ROOMS[2]), RoomsOrdered(("a", "b"), ("b", "a")))
    assert numbered(ENGLISH, lines, rooms, MONDAY) == [
        f"1. {PEACE} Fram → <b>Nobel</b>, 14:00 unchanged",
        "2. <b>Munch</b> is no longer a room of the meeting",
    ]
