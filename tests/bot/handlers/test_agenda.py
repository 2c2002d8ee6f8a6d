"""/agenda: from days to sessions to a card and back, in one message."""

from datetime import timedelta

import pytest

from meeting.agenda import Agenda, ordered
from rehearsal.phone import Phone
from tests.stage import Stage
from tests.two_days import AGENDA, at, session

GONE = "That is no longer here. Ask again, and I’ll look."


async def test_walk_from_day_to_card_and_back_sends_one_message(ada: Phone) -> None:
    await ada.say("/agenda")
    days = await ada.next_message()
    assert (days.text, days.labels) == (
        "The agenda\nPick a day.", ["Monday 11 February", "Tuesday 12 February", "My day"],
    )  # fmt: skip
    await ada.press(days, "Monday 11 February")
    day = await ada.next_edit()
    assert day.text == (
        "Monday 11 February, 13:52\n"
        "12:30–14:00 ✓ Lunch · Restaurant\n"
        "14:00–15:30 ✓ Peace processes: how inclusive? · Fram\n"
        "15:45–17:00 ✓ Funding early recovery · Nobel\n"
        "15:45–17:00 Police and justice · Munch\n"
        "19:00–21:30 ✓ Dinner · City Hall\n"
        "\n✓ is in your day"
    )
    await ada.press(day, "15:45 Police and justice")
    card = await ada.next_edit()
    assert card.text.startswith("Police and justice\n")
    await ada.press(card, "◀ Monday 11 February")
    back = await ada.next_edit()
    assert (back.text, back.labels) == (day.text, day.labels)
    await ada.press(back, "◀ All days")
    assert (await ada.next_edit()).labels == days.labels
    sent = [m.message_id for m in await ada.messages() if m.from_bot]
    assert (len(sent), sent[-1]) == (2, days.message_id)  # the other one is the greeting


def long_day(count: int) -> Agenda:
    start = at(11, "08:00")
    sessions = [session(f"s{n}", f"Talk {n}", 11, "08:00", "08:30") for n in range(count)]
    return Agenda(
        "Europe/Oslo",
        ordered(
            type(one)(one.session_id, one.title, start + n * timedelta(minutes=3),
                      start + (n + 1) * timedelta(minutes=3))
            for n, one in enumerate(sessions)
        ),
    )  # fmt: skip


async def test_long_day_is_paged_and_opens_where_the_day_is(stage: Stage) -> None:
    stage.set_agenda(long_day(300))
    phone = await stage.person()
    await phone.say("/agenda")
    await phone.press(await phone.next_message(), "Monday 11 February")
    page = await phone.next_edit()
    assert page.text.splitlines()[-1] == "Sessions 113 to 120 of 300"
    assert page.labels[-4:] == ["◀ Back", "More ▶", "◀ All days", "My day"]
    await phone.press(page, "More ▶")
    after = await phone.next_edit()
    assert after.text.splitlines()[-1] == "Sessions 121 to 128 of 300"
    await phone.press(after, after.labels[0])
    card = await phone.next_edit()
    await phone.press(card, "◀ Monday 11 February")
    assert (await phone.next_edit()).text == after.text


async def test_agenda_of_many_days_is_paged(stage: Stage) -> None:
    days = [session(f"s{n}", "Talk", 1 + n, "09:00", "10:00") for n in range(20)]
    stage.set_agenda(Agenda("Europe/Oslo", tuple(days)))
    phone = await stage.person()
    await phone.say("/agenda")
    first = await phone.next_message()
    assert (len(first.labels), first.labels[-2:]) == (16, ["More ▶", "My day"])
    await phone.press(first, "More ▶")
    assert (await phone.next_edit()).labels == [
        "Friday 15 February", "Saturday 16 February", "Sunday 17 February", "Monday 18 February",
        "Tuesday 19 February", "Wednesday 20 February", "◀ Back", "My day",
    ]  # fmt: skip


async def test_no_agenda_yet_is_a_sentence(stage: Stage) -> None:
    phone = await stage.person()
    await phone.say("/agenda")
    assert (await phone.next_message()).text.startswith("The agenda isn’t here yet.")


@pytest.mark.parametrize("data", ["day:20080213:0", "day:20080231:", "choice:aaaaaaaaaa"])
async def test_what_is_no_longer_there_is_said_so(stage: Stage, ada: Phone, data: str) -> None:
    assert await ada.press(await stage.send_button(ada, data), "Old") is not None
    assert (await ada.next_message()).text == GONE


@pytest.mark.parametrize("data", ["day:20080211:999999", "days:999999"])
async def test_page_that_is_no_longer_there_is_the_last_one(
    stage: Stage, ada: Phone, data: str
) -> None:
    assert await ada.press(await stage.send_button(ada, data), "Old") is not None
    assert (await ada.next_edit()).labels[-1] == "My day"


@pytest.mark.parametrize("data", ["day:", "day:x:1", "days:", "choice:", "my:1", "card:a:b"])
async def test_button_of_another_shape_is_an_old_one(stage: Stage, ada: Phone, data: str) -> None:
    answer = await ada.press(await stage.send_button(ada, data), "Old")
    assert answer is not None
    assert answer.text == "This button is from an older message. Ask again, and I’ll look."


async def test_choice_after_the_block_was_dissolved_shows_what_is_left(
    stage: Stage, ada: Phone
) -> None:
    eve = await stage.person("Eve")
    await eve.say("/my")
    message = await eve.next_message()
    left = tuple(s for s in AGENDA.sessions if s.session_id != "police")
    stage.set_agenda(Agenda("Europe/Oslo", left, AGENDA.rooms))
    await eve.press(message, "15:45: choose from 2")
    assert (await eve.next_edit()).labels == ["15:45 Funding early recovery", "My day"]
