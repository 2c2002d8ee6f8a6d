"""The buttons of a room's host: only those that make sense, with data that fits."""

from dataclasses import replace

import pytest
from telegram import InlineKeyboardMarkup

from bot.hosting import host_keyboards
from bot.wording import load_wording
from meeting.agenda import Agenda, Room, ordered
from meeting.codes import session_code, short_code
from meeting.hosting import room_now
from meeting.room_edits import RoomEdit
from meeting.seats import FreeRoom
from services.hosted_rooms import Choice, RoomView
from services.room_changes import Hearers, Plan
from tests.two_days import AGENDA, PEACE, at, session

(EN,) = load_wording(("en",)).languages
FRAM = Room("fram", "Fram", capacity=20)
TALKS = session("talks", "Talks", 11, "15:30", "16:30", room="fram")
HALL: Agenda = replace(AGENDA, sessions=ordered((*AGENDA.sessions, TALKS)), rooms=(FRAM,))
CODE, PEACE_CODE = short_code("fram"), session_code("peace")


def labels(keyboard: InlineKeyboardMarkup) -> list[list[str]]:
    return [[button.text for button in row] for row in keyboard.inline_keyboard]


def data(keyboard: InlineKeyboardMarkup) -> list[str]:
    return [str(b.callback_data) for row in keyboard.inline_keyboard for b in row]


def view(clock: str, day: int = 11, agenda: Agenda = HALL) -> RoomView:
    now = at(day, clock)
    return RoomView(FRAM, agenda, now, room_now(agenda, "fram", now), {}, {}, {})


CHANGE = ["Late…", "Moved…"]


@pytest.mark.parametrize(
    ("day", "clock", "rows"),
    [
        (11, "10:00", [CHANGE]),
        (11, "13:30", [CHANGE, ["Full"]]),
        (11, "14:00", [CHANGE, ["Full", "Ended"]]),
        (
            11,
            "15:00",
            [
                CHANGE,
                ["Full: 14:00 Peace processes: how inclusive?"],
                ["Full: 15:30 Talks"],
                ["Ended"],
            ],
        ),
        (11, "16:40", [["Ended"]]),
        (11, "17:00", []),
        (12, "11:00", []),
    ],
)
def test_room_has_the_buttons_that_make_sense(day: int, clock: str, rows: list[list[str]]) -> None:
    assert labels(host_keyboards.room(EN, view(clock, day))) == [*rows, ["My day"]]


@pytest.mark.parametrize(
    ("clock", "firsts"), [("13:00", ["Start"]), ("14:10", ["Start", "End"]), ("14:30", ["End"])]
)
def test_minutes_are_of_the_start_until_it_has_begun(clock: str, firsts: list[str]) -> None:
    keyboard = host_keyboards.late(EN, Choice(view(clock), PEACE, (TALKS,), ()))
    minutes = [[f"{first} +5", "+10", "+15", "+20", "+30"] for first in firsts]
    assert labels(keyboard) == [*minutes, ["Instead: 15:30 Talks"], ["◀ Back"]]


def test_free_rooms_are_on_pages_and_too_small_ones_marked() -> None:
    free = [FreeRoom(Room(f"r{n}", f"R{n}", capacity=n), n > 10) for n in range(20, 8, -1)]
    free.append(FreeRoom(Room("x", "X"), None))
    choice = Choice(view("13:00"), PEACE, (), tuple(free))
    first, second = (host_keyboards.rooms(EN, choice, position) for position in (0, 10))
    assert labels(first)[0] == ["R20 · 20 seats"]
    assert labels(first)[-2:] == [["More ▶"], ["◀ Back"]]
    assert labels(second)[:3] == [["⚠ R10 · 10 seats"], ["⚠ R9 · 9 seats"], ["X"]]
    assert data(first)[10] == f"host:rooms:{CODE}:{PEACE_CODE}:10"


@pytest.mark.parametrize(
    ("edit", "what", "back"),
    [
        (RoomEdit(CODE, PEACE_CODE, minutes=10, starts=True), "s10", "late"),
        (RoomEdit(CODE, PEACE_CODE, minutes=5), "e5", "late"),
        (RoomEdit(CODE, PEACE_CODE, to=short_code("munch")), f"r{short_code('munch')}", "rooms"),
    ],
)
def test_plan_is_told_as_it_was_looked_at(edit: RoomEdit, what: str, back: str) -> None:
    plan = Plan(FRAM, PEACE, edit, (), (), Hearers(3), "abcdefghij", at(11, "13:00"))
    keyboard = host_keyboards.plan(EN, plan)
    assert labels(keyboard) == [["Tell them"], ["◀ Back"]]
    assert data(keyboard) == [
        f"host:tell:{CODE}:{PEACE_CODE}:{what}:abcdefghij",
        f"host:{back}:{CODE}:{PEACE_CODE}",
    ]
    assert all(len(each.encode()) <= 64 for each in data(keyboard))
    assert host_keyboards.edit_of(CODE, PEACE_CODE, what) == edit
    nobody = replace(plan, hearers=Hearers(0, 2))
    assert labels(host_keyboards.plan(EN, nobody))[0] == ["Change it"]


def test_report_leads_back_to_the_room() -> None:
    keyboard = host_keyboards.done(EN, FRAM)
    assert labels(keyboard) == [["Room Fram", "My day"]]
    assert data(keyboard) == [f"host:room:{CODE}", "my:"]
