"""The buttons of a draft: what can be done with it, moments, and the stamp of what was seen."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from telegram import InlineKeyboardMarkup

from bot.announcing import announce_keyboards as keyboards
from meeting.announcements import Medium, MediumKind, Message, Text
from meeting.audience import Audience, Kind
from meeting.delivery import Urgency
from tests.bot.drafts import BUSES, DRAFT, ENGLISH, OSLO

PHOTO = Medium(MediumKind.PHOTO, "file-7")


def labels(keyboard: InlineKeyboardMarkup) -> list[list[str]]:
    return [[each.text for each in row] for row in keyboard.inline_keyboard]


def test_control_has_everything_that_can_be_done() -> None:
    assert labels(keyboards.control(ENGLISH, DRAFT, ("en", "fr"))) == [
        ["Send a test to me"],
        ["Send now", "At a time…"],
        ["☐ Urgent: asks for “Got it”"],
        ["Text in French…"],
        ["Change the text", "To whom"],
        ["Cancel"],
    ]


def test_control_ticks_what_is_there() -> None:
    both = Message({**BUSES.texts, "fr": Text("Les bus", "Les bus")})
    draft = replace(DRAFT, message=both, urgency=Urgency.URGENT)
    shown = labels(keyboards.control(ENGLISH, draft, ("en", "fr")))
    assert shown[2:4] == [["☑ Urgent: asks for “Got it”"], ["✓ Text in French"]]


def test_correction_has_no_audience_no_urgency_and_no_time() -> None:
    assert labels(keyboards.control(ENGLISH, replace(DRAFT, corrects=3), ("en",))) == [
        ["Send a test to me"],
        ["Correct it for everybody"],
        ["Change the text"],
        ["Cancel"],
    ]


@pytest.mark.parametrize(
    ("clock", "shown"),
    [
        ("00:30", ["In 30 minutes", "Today 08:00", "Tonight 18:00", "Tomorrow 08:00"]),
        ("13:52", ["In 30 minutes", "Tonight 18:00", "Tomorrow 08:00"]),
        ("17:45", ["In 30 minutes", "Tomorrow 08:00"]),
    ],
)
def test_moments_are_not_past(clock: str, shown: list[str]) -> None:
    now = datetime.fromisoformat(f"2008-02-11T{clock}").replace(tzinfo=OSLO)
    keyboard = keyboards.moments(ENGLISH, DRAFT, now)
    assert [row[0] for row in labels(keyboard)] == [*shown, "◀ Back"]


def test_moments_are_those_of_the_meetings_clock_also_when_it_is_put_forward() -> None:
    now = datetime(2008, 3, 30, 1, 45, tzinfo=OSLO)  # at two it will be three
    data = [str(row[0].callback_data) for row in
            keyboards.moments(ENGLISH, DRAFT, now).inline_keyboard]  # fmt: skip
    soon, morning = (datetime.fromtimestamp(int(each.split(":")[3]), UTC) for each in data[:2])
    assert soon == datetime(2008, 3, 30, 1, 15, tzinfo=UTC)
    assert morning == datetime(2008, 3, 30, 8, 0, tzinfo=OSLO)


@pytest.mark.parametrize(
    "other",
    [
        replace(DRAFT, message=Message({"en": Text("Buses at <18:30>", "Buses")})),
        replace(DRAFT, message=Message({"fr": BUSES.texts["en"]})),
        replace(DRAFT, message=replace(BUSES, medium=PHOTO)),
        replace(DRAFT, audience=Audience(((Kind.ROLE, "editor"),))),
        replace(DRAFT, urgency=Urgency.URGENT),
    ],
)
def test_stamp_tells_drafts_apart(other: object) -> None:
    assert keyboards.stamp(other) != keyboards.stamp(DRAFT)  # type: ignore[arg-type]


def test_stamp_is_the_same_for_what_looks_the_same() -> None:
    assert keyboards.stamp(replace(DRAFT, draft_id=13)) == keyboards.stamp(DRAFT)


def test_data_fits_for_large_numbers() -> None:
    large = replace(DRAFT, draft_id=999_999_999_999)
    at = datetime(2200, 1, 1, tzinfo=OSLO)
    shown = [
        keyboards.control(ENGLISH, large, ("en", "fr")),
        keyboards.moments(ENGLISH, large, at),
        keyboards.confirm(ENGLISH, large, at),
    ]
    data = [str(each.callback_data) for keyboard in shown
            for row in keyboard.inline_keyboard for each in row]  # fmt: skip
    assert max(len(each.encode()) for each in data) <= 64
