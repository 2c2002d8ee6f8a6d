"""Whom an announcement is for: ticks in one message, counts from the list, names by page."""

import pytest

from meeting.people import Person
from rehearsal.phone import Phone
from tests.bot.handlers.writing import EVERYBODY, OLA, member, note, pressed, to_whom
from tests.stage import Stage
from tests.two_days import AGENDA


@pytest.fixture
async def ola(closed: Stage) -> Phone:
    closed.set_agenda(AGENDA)
    closed.list_people(*EVERYBODY)
    return await member(closed, OLA)


async def test_ticks_are_or_within_a_kind_and_and_across(ola: Phone) -> None:
    shown = await pressed(ola, await to_whom(ola), "Diplomacy 2")
    assert shown.text == "Diplomacy: 2 people, none of whom has ever opened the bot"
    shown = await pressed(ola, shown, "Development 1")
    assert shown.text == ("Diplomacy or development: 3 people, 2 of whom have never opened the bot")
    shown = await pressed(ola, await pressed(ola, shown, "More…"), "Languages")
    assert shown.labels == ["English 3", "French 1", "Names", "Next ▶", "◀ Back"]
    shown = await pressed(ola, shown, "French 1")
    assert shown.text == (
        "Diplomacy or development, and readers of French: 1 person, who has never opened the bot"
    )
    assert shown.labels[1] == "✓ French 1"


async def test_last_tick_taken_away_asks_again(ola: Phone) -> None:
    shown = await pressed(ola, await to_whom(ola), "Diplomacy 2")
    shown = await pressed(ola, shown, "✓ Diplomacy 2")
    assert shown.text == "To whom? Tick one or more."
    assert "Next ▶" not in shown.labels


async def test_more_has_the_kinds_that_have_values(ola: Phone) -> None:
    shown = await pressed(ola, await to_whom(ola), "More…")
    assert shown.labels == ["Organisations", "Roles", "Languages", "Parallel groups", "◀ Back"]
    shown = await pressed(ola, shown, "Parallel groups")
    assert shown.labels == ["Funding early recovery 1", "◀ Back"]


async def test_people_of_a_session_by_its_day(ola: Phone) -> None:
    shown = await pressed(ola, await to_whom(ola), "A session…")
    assert shown.labels == ["Monday 11 February", "Tuesday 12 February", "◀ Back"]
    shown = await pressed(ola, shown, "Monday 11 February")
    assert shown.labels == [
        "14:00 Peace processes: how inclusive? 4", "15:45 Funding early recovery 1", "◀ Back",
    ]  # fmt: skip
    shown = await pressed(ola, shown, "15:45 Funding early recovery 1")
    assert shown.text.startswith("Session “Funding early recovery”: 1 person")


async def test_names_are_shown_by_page_and_lead_on(closed: Stage, ola: Phone) -> None:
    closed.list_people(OLA, *(Person(f"p{n}", f"Person {n:02}") for n in range(24)))
    shown = await pressed(ola, await to_whom(ola), "Other communities 24")
    shown = await pressed(ola, shown, "Names")
    assert shown.text.endswith("\n• Person 19 (never opened the bot)\n\n1 to 20 of 24")
    shown = await pressed(ola, shown, "More ▶")
    assert shown.text.endswith("\n• Person 23 (never opened the bot)\n\n21 to 24 of 24")
    await ola.press(shown, "Next ▶")
    assert (await ola.next_message()).text == "Buses at 18:30"


async def test_nobody_is_refused_with_a_next_step(ola: Phone) -> None:
    shown = await pressed(ola, await to_whom(ola), "Development 1")
    shown = await pressed(ola, await pressed(ola, shown, "More…"), "Languages")
    shown = await pressed(ola, shown, "French 1")
    assert shown.text == "Development, and readers of French: nobody"
    sentence = "That is nobody. Choose others, or take a tick away."
    assert await note(ola, shown, "Next ▶") == sentence
    assert await note(ola, shown, "Names") == sentence


async def test_another_audience_is_chosen_below_the_same_preview(ola: Phone) -> None:
    await ola.press(await to_whom(ola), "Everyone 4")
    await ola.next_edit()
    preview, control = await ola.next_message(), await ola.next_message()
    shown = await pressed(ola, control, "To whom")
    assert shown.labels[0] == "✓ Everyone 4"
    shown = await pressed(ola, await pressed(ola, shown, "Diplomacy 2"), "Next ▶")
    assert shown.message_id == control.message_id
    assert shown.reply_to == preview.message_id
    assert shown.text.splitlines()[1] == (
        "To: Diplomacy · 2 people, none of whom has ever opened the bot"
    )


async def test_value_that_is_gone_from_the_list_is_told(closed: Stage, ola: Phone) -> None:
    shown = await pressed(ola, await pressed(ola, await to_whom(ola), "More…"), "Organisations")
    closed.list_people(OLA)
    told = await note(ola, shown, "NATO 1")
    assert told == "That is no longer here. Ask again, and I’ll look."


async def test_without_an_agenda_there_is_no_session_to_choose(closed: Stage) -> None:
    closed.list_people(*EVERYBODY)
    ola = await member(closed, OLA)
    told = await note(ola, await to_whom(ola), "A session…")
    assert told.startswith("The agenda isn’t here yet.")
