"""The buttons of /edit."""

from dataclasses import replace

from telegram import InlineKeyboardMarkup

from bot.releasing import edit_keyboards, edit_text
from meeting.codes import session_code
from meeting.finding import rooms_for, to_swap_with
from tests.bot.handlers.changing import HELD, SEATED
from tests.bot.releasing.views import ENGLISH, MONDAY
from tests.two_days import AGENDA, FUNDING, PEACE, session

SEEN = "abcdefghij"


def data(keyboard: InlineKeyboardMarkup) -> list[list[tuple[str, object]]]:
    return [[(each.text, each.callback_data) for each in row] for row in keyboard.inline_keyboard]


def test_everything_that_can_be_changed_of_a_session() -> None:
    code = session_code("peace")
    assert data(edit_keyboards.session(ENGLISH, PEACE, SEEN, 1)) == [
        [("Time…", f"edit:time:{code}"), ("Room…", f"edit:rooms:{code}:0")],
        [
            ("Late +5", f"edit:late:{code}:5:{SEEN}"),
            *((f"+{n}", f"edit:late:{code}:{n}:{SEEN}") for n in (10, 15, 20, 30)),
        ],
        [("Rename…", f"edit:title:{code}"), ("Swap rooms with…", f"edit:swaps:{code}:0")],
        [("Cancel the session", f"edit:off:{code}:{SEEN}")],
        [("◀ Monday 11 February", "edit:day:20080211:1")],
    ]


def test_rooms_have_their_seats_and_what_is_there() -> None:
    seats = rooms_for(SEATED, FUNDING)
    found = edit_keyboards.rooms(ENGLISH, FUNDING, seats, SEEN, 0)
    assert [row[0].text for row in found.inline_keyboard] == [
        "Fram · 70 seats", "Restaurant · 80 seats", "Munch · 20 seats · ✗ Police and justice",
        "◀ Back",
    ]  # fmt: skip


def test_room_without_a_number_of_seats_has_only_its_name() -> None:
    found = edit_keyboards.rooms(ENGLISH, FUNDING, rooms_for(AGENDA, FUNDING), SEEN, 0)
    assert found.inline_keyboard[0][0].text == "Fram"


def test_sessions_to_swap_with_have_their_rooms() -> None:
    others = to_swap_with(HELD, FUNDING)
    found = edit_keyboards.swaps(ENGLISH, HELD, FUNDING, others, SEEN, 0)
    assert [row[0].text for row in found.inline_keyboard] == [
        "Munch · 15:45 Police and justice", "Restaurant · 12:30 Lunch",
        "Fram · 14:00 Peace processes: how inclusive?", "Restaurant · 19:00 Dinner", "◀ Back",
    ]  # fmt: skip


def test_no_button_is_longer_than_telegram_takes() -> None:
    long = replace(session("🕊" * 90, "Talk", 11, "08:00", "09:00"), room="🕊" * 90)
    keyboards = (
        edit_keyboards.session(ENGLISH, long, SEEN, 999),
        edit_keyboards.rooms(ENGLISH, long, rooms_for(AGENDA, long), SEEN, 0),
        edit_keyboards.swaps(ENGLISH, AGENDA, long, AGENDA.sessions, SEEN, 0),
    )
    sizes = [
        len(str(each.callback_data).encode())
        for keyboard in keyboards
        for row in keyboard.inline_keyboard
        for each in row
    ]
    assert max(sizes) <= 64


def test_session_and_what_is_asked_about_it() -> None:
    assert edit_text.session(ENGLISH, AGENDA, PEACE, MONDAY) == (
        "<b>Peace processes: how inclusive?</b>\n14:00–15:30 · Fram\nWhat changes?"
    )
    assert edit_text.ask_time(ENGLISH, PEACE, MONDAY) == (
        "When is <i>Peace processes: how inclusive?</i> to be? Now it is 14:00–15:30. Write the "
        "new time, such as <i>14:00</i>, <i>14:00–15:30</i> or <i>+10</i> (minutes later)."
    )
