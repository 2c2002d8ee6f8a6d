"""/sent and what can be done with an announcement: once, however often a button is pressed."""

from datetime import timedelta

import pytest

from meeting.people import Person
from rehearsal.phone import Phone
from rehearsal.screen import ScreenMessage
from tests.bot.quick import haste as haste
from tests.bot.sending import BUSES, GUESTS, OLA, SIRI, enter, send
from tests.stage import Stage

GONE = "That is no longer here. Ask again, and I’ll look."
ABOUT = f"\n{BUSES}"
CHOICES = ["Correct", "Withdraw", "As a table (csv)", "Refresh"]

pytestmark = pytest.mark.parametrize("clock", ["2008-02-11T17:30:00+01:00"])


async def come(stage: Stage, person: Person) -> Phone:
    """Somebody on the list opens the bot, and is greeted."""
    phone = await enter(stage, person.key)
    await phone.next_message()
    return phone


@pytest.fixture
async def ola(closed: Stage) -> Phone:
    """An organiser who has opened the bot."""
    closed.list_people(OLA, SIRI, *GUESTS)
    return await come(closed, OLA)


async def until(phone: Phone, text: str, message_id: int | None = None) -> ScreenMessage:
    """The bot's message that begins so, as soon as there is one; or that one message, once it
    does."""
    position = 0
    while True:
        for message in await phone.messages():
            begins = message.from_bot and not message.deleted and message.text.startswith(text)
            if begins and message_id in (None, message.message_id):
                return message
        events = await phone.events(position, timeout=10)
        assert events, f"no message begins with {text}"
        position = events[-1].position


async def edited(phone: Phone, message: ScreenMessage) -> ScreenMessage:
    """The next edit of this message."""
    while True:
        changed = await phone.next_edit()
        if changed.message_id == message.message_id:
            return changed


async def answered(phone: Phone, message: ScreenMessage, label: str) -> str:
    answer = await phone.press(message, label)
    assert answer is not None
    return answer.text


async def test_nothing_sent_is_a_sentence(ola: Phone) -> None:
    await ola.say("/sent")
    assert (await ola.next_message()).text == (
        "Nothing has been sent yet. /announce begins an announcement."
    )


async def test_help_of_a_sender_names_it(closed: Stage, ola: Phone) -> None:
    phones = [await come(closed, SIRI), await come(closed, GUESTS[0])]
    for phone in phones:
        await phone.say("/help")
    helped = [(await phone.next_message()).text for phone in phones]
    line = "\n/sent – what was sent, and whom it reached"
    assert [line in text for text in helped] == [True, False]


async def test_progress_becomes_the_report(closed: Stage, ola: Phone) -> None:
    guests = [await come(closed, guest) for guest in GUESTS[:2]]
    send(closed, ola.user_id, ["g0", "g1", "g2"])
    assert [(await guest.next_message()).text for guest in guests] == [BUSES] * 2
    report = await until(ola, "Sent 17:30 · 2 delivered · 1 has never opened the bot")
    assert report.labels == ["Who was not reached", *CHOICES]


async def test_list_shows_reports_in_place(closed: Stage, ola: Phone) -> None:
    await come(closed, GUESTS[0])
    send(closed, ola.user_id, ["g0"])
    await until(ola, "Sent 17:30 · 1 delivered")
    await ola.say("/sent")
    listed = await until(ola, "Announcements\nThe newest first.")
    assert listed.labels == ["17:30 · 1 of 1 · Buses to the dinner leave at 1…"]
    await ola.press(listed, listed.labels[0])
    shown = await edited(ola, listed)
    assert (shown.text, shown.labels) == (
        "Sent 17:30 · 1 delivered" + ABOUT,
        ["Correct", "Withdraw", "As a table (csv)", "◀ Back", "Refresh"],
    )
    await ola.press(shown, "◀ Back")
    assert (await edited(ola, listed)).labels == listed.labels


async def test_senders_see_their_own_and_organisers_all(closed: Stage, ola: Phone) -> None:
    siri = await come(closed, SIRI)
    await come(closed, GUESTS[0])
    number = send(closed, ola.user_id, ["g0"])
    await until(ola, "Sent 17:30")
    await siri.say("/sent")
    assert (await siri.next_message()).text.startswith("Nothing has been sent yet.")
    for data in (f"report:{number}", f"takeback:{number}", f"names:{number}:unseen:0"):
        await siri.press(await closed.send_button(siri, data), "Old")
        assert (await siri.next_message()).text == GONE
    send(closed, siri.user_id, ["g0"], text="Lunch is late.")
    await until(siri, "Sent 17:30")
    await ola.say("/sent")
    listed = await until(ola, "Announcements")
    await ola.press(listed, "17:30 · 1 of 1 · Lunch is late.")
    assert (await until(ola, "Sent 17:30 · 1 delivered\nLunch")).text.endswith("· Siri")


async def test_telegrams_wish_to_wait_then_pause_resume_cancel(closed: Stage, ola: Phone) -> None:
    guest = await come(closed, GUESTS[0])
    await closed.rehearsal.fault("slow-down", chat_id=guest.user_id, seconds=60)
    closed.refusals.add("Too Many Requests: retry after 60")
    send(closed, ola.user_id, ["g0"])
    going = await until(ola, "Sending: ░░░░░░░░░░ 0 of 1 · Telegram asks us to wait, 60 s")
    assert going.labels == ["Pause", "Cancel"]
    await ola.press(going, "Pause")
    paused = await until(ola, "Paused: ░░░░░░░░░░ 0 of 1")
    assert (paused.labels, paused.message_id) == (["Resume", "Cancel"], going.message_id)
    await ola.press(paused, "Resume")
    going = await until(ola, "Sending: ░░░░░░░░░░ 0 of 1")
    await ola.press(going, "Cancel")
    over = await until(ola, "Cancelled · not sent to 1 person")
    assert (over.labels, over.message_id) == (
        ["Who was not reached", "As a table (csv)"],
        going.message_id,
    )


async def test_scheduled_one_is_sent_now(closed: Stage, ola: Phone) -> None:
    guest = await come(closed, GUESTS[0])
    at = closed.services.clock.now() + timedelta(hours=1)
    send(closed, ola.user_id, ["g0"], at=at)
    await ola.say("/sent")
    listed = await until(ola, "Announcements")
    await ola.press(listed, "18:30 · scheduled · Buses to the dinner leave a…")
    waits = await until(ola, "It goes out on Monday 11 February at 18:30 to: Everyone.")
    assert waits.labels == ["Send now", "Cancel", "◀ Back", "Refresh"]
    await ola.press(waits, "Send now")
    assert (await guest.next_message()).text == BUSES
    await until(ola, "Sent 17:30")


async def test_scheduled_one_is_cancelled_once(closed: Stage, ola: Phone) -> None:
    at = closed.services.clock.now() + timedelta(hours=1)
    number = send(closed, ola.user_id, ["g0"], at=at)
    pressed = await closed.send_button(ola, f"stop:{number}")
    await ola.press(pressed, "Old")
    assert (await edited(ola, pressed)).text == "Cancelled" + ABOUT
    for data in ("stop", "stop", "sendnow", "resume"):
        old = await closed.send_button(ola, f"{data}:{number}")
        await ola.press(old, "Old")
        assert (await edited(ola, old)).text == "Cancelled" + ABOUT


async def test_withdrawal_asks_and_takes_it_back_once(closed: Stage, ola: Phone) -> None:
    guests = [await come(closed, guest) for guest in GUESTS[:2]]
    send(closed, ola.user_id, ["g0", "g1", "g2"])
    report = await until(ola, "Sent 17:30 · 2 delivered")
    await ola.press(report, "Withdraw")
    asked = await until(ola, "Take it back from 2 people?")
    assert (asked.labels, asked.message_id) == (["Yes, withdraw", "No"], report.message_id)
    await ola.press(asked, "No")
    report = await until(ola, "Sent 17:30 · 2 delivered")
    await ola.press(report, "Withdraw")
    asked = await until(ola, "Take it back from 2 people?")
    data = asked.buttons[0].callback_data
    old = [await closed.send_button(ola, data) for _ in range(3)]
    for message in (asked, *old):
        await ola.press(message, callback_data=data)
    assert [(await guest.next_deletion()).text for guest in guests] == [BUSES] * 2
    # Where its author has just done something.
    over = await until(ola, "Withdrawn 17:30 · taken back from 2 people", old[-1].message_id)
    assert over.labels == ["As a table (csv)", "Refresh"]
    texts = {message.message_id: message.text for message in await ola.messages()}
    assert texts[report.message_id].startswith("How this announcement goes is shown further down")
    deleted = await closed.rehearsal.requests("deleteMessage")
    assert len(deleted) == 2


async def test_doubtful_one_is_sent_once_more_when_asked(closed: Stage, ola: Phone) -> None:
    guest = await come(closed, GUESTS[0])
    await closed.rehearsal.fault("lost", chat_id=guest.user_id, times=2)
    send(closed, ola.user_id, ["g0"])
    report = await until(ola, "Sent 17:30 · 1 doubtful (the network broke off")
    assert report.labels == ["Who was not reached", "Resend to the doubtful", *CHOICES]
    await ola.press(report, "Resend to the doubtful")
    asked = await until(ola, "Send it once more to the 1 person who may not have it?")
    assert asked.labels == ["Yes, send again", "No"]
    await ola.press(asked, "Yes, send again")
    await until(ola, "Sent 17:30 · 1 delivered · 1 of them perhaps twice" + ABOUT)
    copies = [m.text for m in await guest.messages() if m.text.endswith(BUSES)]
    assert copies[1:] == [BUSES, f"The organisers are sending this once more.\n\n{BUSES}"]
