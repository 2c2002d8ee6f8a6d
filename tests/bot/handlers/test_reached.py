"""Who was reached: names by why, a table, and [Got it], which is noted once."""

import pytest

from meeting.delivery import Urgency
from rehearsal.phone import Phone
from tests.bot.handlers.test_sent import answered, come, until
from tests.bot.quick import haste as haste
from tests.bot.sending import BUSES, GUESTS, OLA, correct, send
from tests.stage import Stage

NOTED = "Thank you, noted."
OVER = (
    "This has been corrected or withdrawn since, so there is nothing to confirm here. Thank you "
    "all the same."
)

pytestmark = pytest.mark.parametrize("clock", ["2008-02-11T17:30:00+01:00"])


@pytest.fixture
async def ola(closed: Stage) -> Phone:
    """An organiser who has opened the bot."""
    closed.list_people(OLA, *GUESTS)
    return await come(closed, OLA)


async def test_names_say_why_and_lead_back(closed: Stage, ola: Phone) -> None:
    guest = await come(closed, GUESTS[0])
    await guest.block()
    closed.refusals.add("Forbidden: bot was blocked by the user")
    send(closed, ola.user_id, ["g0", "g1"])
    report = await until(ola, "Sent 17:30 · 1 has never opened the bot · 1 blocked the bot")
    await ola.press(report, "Who was not reached")
    names = await until(ola, "Who was not reached: 2")
    assert (names.text, names.labels) == (
        "Who was not reached: 2\n\nHave never opened the bot\n• Guest 1, Norad\n\n"
        "Blocked the bot\n• Guest 0, Norad",
        ["◀ The report"],
    )
    await ola.press(names, "◀ The report")
    assert (await until(ola, "Sent 17:30")).message_id == report.message_id


async def test_table_is_a_file_for_a_spreadsheet(closed: Stage, ola: Phone) -> None:
    await come(closed, GUESTS[0])
    number = send(closed, ola.user_id, ["g0", "g1"])
    report = await until(ola, "Sent 17:30 · 1 delivered")
    await ola.press(report, "As a table (csv)")
    file = await until(ola, "Everybody with what became of their copy")
    assert file.document is not None
    assert file.document.name == f"announcement-{number}.csv"
    content = await closed.rehearsal.file(file.document.file_id)
    assert content.decode().splitlines()[::2] == [
        "\ufeffname,organisation,state,doubtful,at,got_it_at,reason",
        "Guest 1,Norad,not-linked,,,,",
    ]


async def test_tap_is_noted_once_and_shows(closed: Stage, ola: Phone) -> None:
    guests = [await come(closed, guest) for guest in GUESTS[:2]]
    send(closed, ola.user_id, ["g0", "g1"], Urgency.URGENT)
    copy = await guests[0].next_message()
    assert (copy.text, copy.labels) == (BUSES, ["Got it"])
    assert await answered(guests[0], copy, "Got it") == NOTED
    tapped = await guests[0].next_edit()
    assert (tapped.text, tapped.labels) == (BUSES, ["✓ Got it"])
    for _ in range(4):
        assert await answered(guests[0], tapped, "✓ Got it") == NOTED
    report = await until(ola, "Sent 17:30 · 2 delivered · seen by 1")
    assert len(await closed.rehearsal.requests("editMessageReplyMarkup")) == 1
    await ola.press(report, "Who has not tapped “Got it”")
    names = await until(ola, "Who has not tapped “Got it”: 1")
    assert names.text.split("\n")[1:] == ["• Guest 1, Norad"]


async def test_resend_goes_to_the_unseen_and_not_twice_in_a_row(closed: Stage, ola: Phone) -> None:
    guests = [await come(closed, guest) for guest in GUESTS[:2]]
    send(closed, ola.user_id, ["g0", "g1"], Urgency.URGENT)
    await answered(guests[0], await guests[0].next_message(), "Got it")
    report = await until(ola, "Sent 17:30 · 2 delivered · seen by 1")
    await ola.press(report, "Resend to the unseen")
    asked = await until(ola, "Send it once more to the 1 person who has not tapped “Got it”?")
    await guests[1].next_message()
    await ola.press(asked, "Yes, send again")
    assert (await guests[1].next_message()).text == (
        f"The organisers are sending this once more.\n\n{BUSES}"
    )
    report = await until(ola, "Sent 17:30 · 2 delivered · seen by 1")
    await ola.press(report, "Resend to the unseen")
    asked = await until(ola, "Send it once more")
    assert await answered(ola, asked, "Yes, send again") == (
        "It was sent once more only minutes ago. Give people a little time to read it."
    )


async def test_tap_below_an_older_wording_is_answered_kindly(closed: Stage, ola: Phone) -> None:
    guest = await come(closed, GUESTS[0])
    number = send(closed, ola.user_id, ["g0"], Urgency.URGENT)
    copy = await guest.next_message()
    data = copy.buttons[0].callback_data
    await until(ola, "Sent 17:30 · 1 delivered")
    correct(closed, number, "The buses leave at 18:45.")
    corrected = await guest.next_edit()
    assert corrected.text.endswith("The buses leave at 18:45.")
    assert await answered(guest, await closed.send_button(guest, data), "Old") == OVER
    assert await answered(guest, corrected, "Got it") == NOTED
    await until(ola, "Corrected 17:30 · 1 delivered · seen by 1")


async def test_tap_of_somebody_it_was_not_sent_to_counts_for_nothing(
    closed: Stage, ola: Phone
) -> None:
    guests = [await come(closed, guest) for guest in GUESTS[:2]]
    send(closed, ola.user_id, ["g0"], Urgency.URGENT)
    data = (await guests[0].next_message()).buttons[0].callback_data
    assert await answered(guests[1], await closed.send_button(guests[1], data), "Old") == OVER
