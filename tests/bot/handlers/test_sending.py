"""The last steps of an announcement: a test, urgency, a time, and that it is sent once."""

import asyncio

import pytest

from meeting.announcements import Status
from meeting.delivery import Urgency
from rehearsal.phone import Phone
from rehearsal.screen import ScreenMessage
from tests.bot.handlers.writing import (
    EVA,
    EVERYBODY,
    GONE,
    OLA,
    member,
    note,
    pressed,
    to_control,
)
from tests.bot.quick import haste as haste
from tests.stage import Stage
from tests.two_days import AGENDA

SKIPPED = "That time never comes: the clocks are put forward over it. Choose one before or after."


@pytest.fixture
async def ola(closed: Stage) -> Phone:
    closed.set_agenda(AGENDA)
    closed.list_people(*EVERYBODY)
    return await member(closed, OLA)


async def sent(stage: Stage, phone: Phone) -> list[tuple[Status, Urgency]]:
    person = stage.services.people.in_chat(phone.user_id)
    assert person is not None
    past = stage.services.announcements.past(person)
    return [(each.announcement.status, each.announcement.urgency) for each in past]


async def test_test_goes_to_the_author_alone_marked_in_a_line_of_its_own(
    closed: Stage, ola: Phone
) -> None:
    eva = await member(closed, EVA)
    control = await to_control(ola)
    assert (await pressed(ola, control, "Send a test to me")).text == "The test is below."
    assert (await ola.next_message()).text == (
        "A test, sent only to you. Others will get this without this line:\n\nBuses at 18:30"
    )
    below = await ola.next_message()
    assert (below.text, below.labels, below.reply_to) == (
        control.text, control.labels, control.reply_to,
    )  # fmt: skip
    assert await sent(closed, ola) == []
    assert [each.from_bot for each in await eva.messages()] == [False, True]


async def test_test_comes_once_for_each_language(ola: Phone) -> None:
    await pressed(ola, await to_control(ola), "Text in French…")
    await ola.say("Les bus à 18:30")
    control = [await ola.next_message() for _ in range(3)][-1]
    await ola.press(control, "Send a test to me")
    assert [(await ola.next_message()).text.partition("\n\n")[2] for _ in range(2)] == [
        "Buses at 18:30", "Les bus à 18:30",
    ]  # fmt: skip


async def test_sent_at_once_and_the_progress_begins(closed: Stage, ola: Phone) -> None:
    eva = await member(closed, EVA)
    control = await pressed(ola, await to_control(ola), "Send now")
    assert (control.text, control.labels) == (
        "On its way to 2 people.\n"
        "2 more have never opened the bot, and get it if they open it in time.",
        [],
    )  # fmt: skip
    assert (await eva.next_message()).text == "Buses at 18:30"
    assert [urgency for _, urgency in await sent(closed, ola)] == [Urgency.ROUTINE]


async def test_same_button_five_times_has_one_effect(closed: Stage, ola: Phone) -> None:
    eva = await member(closed, EVA)
    control = await to_control(ola)
    (data,) = [each.callback_data for each in control.buttons if each.label == "Send now"]
    old = [await closed.send_button(ola, data) for _ in range(4)]
    await pressed(ola, control, "Send now")
    assert {await note(ola, each, "Old") for each in old} == {GONE}
    assert (await eva.next_message()).text == "Buses at 18:30"
    assert len(await sent(closed, ola)) == 1


async def test_impatient_taps_show_one_preview_and_one_test(closed: Stage, ola: Phone) -> None:
    control = await to_control(ola)
    await asyncio.gather(*(ola.press(control, "Send a test to me") for _ in range(5)))
    await ola.next_message()
    await ola.next_message()
    shown = [each.text for each in await ola.messages() if each.from_bot]
    assert len([text for text in shown if text.startswith("A test,")]) == 1


async def test_second_tap_does_not_take_the_first_one_back(ola: Phone) -> None:
    control = await to_control(ola)
    label = "☐ Urgent: asks for “Got it”"
    await asyncio.gather(*(ola.press(control, label) for _ in range(5)))
    preview, control = await ola.next_edit(), await ola.next_edit()
    assert preview.labels == ["Got it"]
    assert control.text.splitlines()[2] == (
        "Urgent: with a sound at any hour, and with a button “Got it”"
    )


async def test_nothing_is_sent_that_its_author_did_not_see(closed: Stage, ola: Phone) -> None:
    old = await to_control(ola)
    await ola.say("/announce")
    await ola.next_message()
    await ola.next_message()
    control = await ola.next_message()
    await pressed(ola, control, "Change the text")
    await ola.say("Buses at 19:00")
    await ola.next_message()
    await ola.next_message()
    told = await note(ola, old, "Send now")
    assert told == "It has changed since. Here is how it looks now; please look once more."
    assert (await ola.next_message()).text == "Buses at 19:00"
    assert await sent(closed, ola) == []
    await pressed(ola, await ola.next_message(), "Send now")
    assert len(await sent(closed, ola)) == 1


async def test_urgent_one_asks_for_got_it(closed: Stage, ola: Phone) -> None:
    eva = await member(closed, EVA)
    await ola.press(await to_control(ola), "☐ Urgent: asks for “Got it”")
    await ola.next_edit()
    await pressed(ola, await ola.next_edit(), "Send now")
    assert (await eva.next_message()).labels == ["Got it"]


async def test_time_is_read_confirmed_and_kept(closed: Stage, ola: Phone) -> None:
    await pressed(ola, await to_control(ola), "At a time…")
    await ola.say("tomorrow at 8:00")
    confirm = await ola.next_message()
    assert confirm.text == (
        "It goes out on Tuesday 12 February at 08:00 (Oslo time) to 4 people, "
        "3 of whom have never opened the bot."
    )
    assert confirm.labels == ["Send then", "Another time", "◀ Back", "Cancel"]
    done = await pressed(ola, confirm, "Send then")
    assert done.text == "All right. I’ll send it then, even if I am restarted in between."
    assert [status for status, _ in await sent(closed, ola)] == [Status.SCHEDULED]


async def test_moments_that_are_offered_are_confirmed_too(ola: Phone) -> None:
    asked = await pressed(ola, await to_control(ola), "At a time…")
    assert asked.labels == ["In 30 minutes", "Tonight 18:00", "Tomorrow 08:00", "◀ Back"]
    confirm = await pressed(ola, asked, "Tonight 18:00")
    assert confirm.text.startswith("It goes out on Monday 11 February at 18:00 (Oslo time)")
    asked = await pressed(ola, confirm, "Another time")
    assert (await pressed(ola, asked, "◀ Back")).text.startswith("↑ This is how it will look.")


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("soon", "I read no time in that. Write one such as 18:30, or tomorrow 8:00."),
        ("9:00", "That time is past. Choose a later one, such as tomorrow 8:00."),
        ("30 March 2:30", SKIPPED),
    ],
)
async def test_time_that_cannot_be_is_asked_for_again(ola: Phone, written: str, told: str) -> None:
    await pressed(ola, await to_control(ola), "At a time…")
    await ola.say(written)
    assert (await ola.next_message()).text == told
    await ola.say("18:30")
    assert (await ola.next_message()).text.startswith("It goes out on Monday 11 February at 18:30")


async def test_correction_is_written_shown_and_sent_to_the_same_people(
    closed: Stage, ola: Phone
) -> None:
    eva = await member(closed, EVA)
    await pressed(ola, await to_control(ola), "Send now")
    await eva.next_message()
    report = await ola.next_edit()
    while "Correct" not in report.labels:
        report = await ola.next_edit()
    await ola.press(report, "Correct")
    asked = await following(ola, "◀ Back")
    assert asked.text == (
        "Write the corrected text. In every chat it takes the place of the old one, marked as "
        "corrected."
    )
    await ola.say("Buses at 19:00")
    control = await following(ola, "Correct it for everybody")
    assert control.reply_to_text == ("Corrected on Monday 11 February at 13:52.\n\nBuses at 19:00")
    assert control.labels == [
        "Send a test to me", "Correct it for everybody", "Text in French…", "Change the text",
        "Cancel",
    ]  # fmt: skip
    await ola.press(control, "Correct it for everybody")
    assert (await eva.next_edit()).text.endswith("\n\nBuses at 19:00")


async def test_correction_of_what_is_gone_is_told(closed: Stage, ola: Phone) -> None:
    told = await note(ola, await closed.send_button(ola, "correct:99"), "Old")
    assert told == "That is no longer here. Ask again, and I’ll look."


async def following(phone: Phone, label: str) -> ScreenMessage:
    """The next message of the bot with a button of this label."""
    while True:
        message = await phone.next_message()
        if label in message.labels:
            return message
