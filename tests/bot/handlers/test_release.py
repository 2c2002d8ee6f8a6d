"""A draft of the agenda from the first look to the release: once, and never what nobody saw."""

import asyncio
from dataclasses import replace

import pytest

from meeting.agenda import Agenda
from rehearsal.phone import Phone
from tests.bot.handlers.changing import (
    ADA,
    EDDA,
    EVERYBODY,
    HELD,
    LUC,
    OLA,
    changed,
    send_file,
)
from tests.bot.handlers.writing import member, note, pressed
from tests.stage import Stage
from tests.two_days import LUNCHTIME, at, session

GONE = "This draft has been released or discarded. /history shows the versions."
MOVED = "It has changed since. Here is how it stands now; please look once more."
ONLY_ADA = changed("funding", starts=at(11, "16:00"), ends=at(11, "17:15"))


@pytest.fixture
def clock() -> str:
    return LUNCHTIME


@pytest.fixture
async def ola(closed: Stage) -> Phone:
    closed.set_agenda(HELD)
    closed.list_people(*EVERYBODY)
    return await member(closed, OLA)


def held(stage: Stage) -> Agenda:
    return stage.services.agenda.held().agenda


async def heard(phone: Phone) -> list[str]:
    """What somebody has read since they were greeted."""
    return [each.text for each in await phone.messages() if each.from_bot][1:]


async def test_those_concerned_are_told_and_nobody_else(closed: Stage, ola: Phone) -> None:
    ada, luc = await member(closed, ADA), await member(closed, LUC)
    draft = await send_file(ola, ONLY_ADA)
    done = await pressed(ola, draft, "Release")
    assert (done.text, done.labels) == (
        "Released as version 2 at 13:52: 1 person is being told.", ["How it goes"],
    )  # fmt: skip
    assert "Funding early recovery" in (await ada.next_message()).text
    assert held(closed).session("funding") == ONLY_ADA.session("funding")
    how = await pressed(ola, done, "How it goes")
    assert (how.text, how.labels) == (
        "Version 2 · 13:52 · holds now\n1 delivered", ["Version 2", "Refresh"],
    )  # fmt: skip
    assert await heard(luc) == []


async def test_quiet_release_tells_nobody(closed: Stage, ola: Phone) -> None:
    ada = await member(closed, ADA)
    done = await pressed(ola, await send_file(ola, ONLY_ADA), "Release quietly")
    assert done.text == (
        "Released quietly as version 2 at 13:52. Nobody is told; the agenda and all cards show it."
    )
    how = await pressed(ola, done, "How it goes")
    assert how.text == "Version 2 · 13:52 · holds now\nReleased quietly: nobody was told."
    assert await heard(ada) == []


async def test_who_and_what_they_would_read_can_be_seen_before(ola: Phone) -> None:
    draft = await send_file(ola, ONLY_ADA)
    who = await pressed(ola, draft, "Who")
    assert (who.text, who.labels) == (
        "Who would be told: 1 person\n• Ada Vik (never opened the bot)", ["◀ The draft"],
    )  # fmt: skip
    back = await pressed(ola, who, "◀ The draft")
    assert back.text == draft.text.removeprefix("I read 6 sessions. ")
    seen = await pressed(ola, back, "See the message")
    head, _, letter = seen.text.partition("\n\n")
    assert head == "This is what 1 person would read:"
    assert "16:00" in letter


async def test_five_taps_release_once(closed: Stage, ola: Phone) -> None:
    ada = await member(closed, ADA)
    draft = await send_file(ola, ONLY_ADA)
    release = next(each.callback_data for each in draft.buttons if each.label == "Release")
    answers = await asyncio.gather(*(ola.press(draft, callback_data=release) for _ in range(5)))
    assert sorted(each.text if each else "" for each in answers) == ["", *[GONE] * 4]
    assert closed.services.agenda.held().number == 2
    await ada.next_message()
    assert len(await heard(ada)) == 1


async def test_button_of_an_old_view_shows_the_draft_as_it_is_now(
    closed: Stage, ola: Phone
) -> None:
    old = await send_file(ola, ONLY_ADA)
    await send_file(ola, changed("closing", title="The end"))
    assert await note(ola, old, "Release") == MOVED
    fresh = await ola.next_edit()
    assert "2. The end (so far “Closing”)" in fresh.text
    assert held(closed) == HELD
    await pressed(ola, fresh, "Release")
    assert held(closed).session("closing") == changed("closing", title="The end").session("closing")


async def test_second_of_two_editors_sees_who_was_faster(closed: Stage, ola: Phone) -> None:
    edda = await member(closed, EDDA)
    mine = await send_file(edda, changed("closing", title="The end"))
    theirs = await send_file(ola, ONLY_ADA)
    await pressed(ola, theirs, "Release")
    assert await note(edda, mine, "Release") == MOVED
    rebased = await edda.next_edit()
    assert rebased.text.split("\n")[:4] == [
        "Ola was faster: version 2 was released at 13:52 (1 change). What you see here is built on "
        "it.",
        "",
        "Compared with version 2, 1 thing changes:",
        "1. The end (so far “Closing”)",
    ]
    done = await pressed(edda, rebased, "Release")
    assert done.text.startswith("Released as version 3 at 13:52")
    assert held(closed) == changed("closing", ONLY_ADA, title="The end")


async def test_file_that_drops_all_is_asked_about_twice(closed: Stage, ola: Phone) -> None:
    soup = session("soup", "Soup", 12, "20:00", "21:00", room="restaurant")
    draft = await send_file(ola, replace(HELD, sessions=(soup,)))
    assert "⚠ All 6 sessions that are still to come would be cancelled." in draft.text
    asked = await pressed(ola, draft, "Release")
    assert (asked.text, asked.labels) == (
        "This cancels all 6 sessions that are still to come. Is it the right file? Release it all "
        "the same?",
        ["Yes, cancel 6 sessions", "No, back"],
    )
    back = await pressed(ola, asked, "No, back")
    assert held(closed) == HELD
    asked = await pressed(ola, back, "Release quietly")
    done = await pressed(ola, asked, "Yes, cancel 6 sessions")
    assert done.text.startswith("Released quietly as version 2")
    assert [s.title for s in held(closed).sessions] == ["Soup"]


async def test_discarded_draft_leaves_what_holds(closed: Stage, ola: Phone) -> None:
    draft = await send_file(ola, ONLY_ADA)
    other = await send_file(ola, ONLY_ADA)
    gone = await pressed(ola, draft, "Discard")
    assert (gone.text, gone.labels) == ("Discarded. Version 1 holds as before.", [])
    assert await note(ola, other, "Release") == GONE
    assert held(closed) == HELD


async def test_name_and_note_are_taken_from_the_next_message(closed: Stage, ola: Phone) -> None:
    asked = await pressed(ola, await send_file(ola, ONLY_ADA), "Name and note…")
    assert (asked.text.split("\n")[0], asked.labels) == (
        "Write a name for this version. A second line becomes its note. For instance:", ["Cancel"],
    )  # fmt: skip
    await ola.say("Longer lunch\nThe kitchen asked for it.")
    named = await ola.next_message()
    assert named.text.endswith("\n\nName: Longer lunch\nNote: The kitchen asked for it.")
    await pressed(ola, named, "Release")
    line, *_ = closed.services.history.past()
    assert (line.name, line.note) == ("Longer lunch", "The kitchen asked for it.")


async def test_button_ends_the_waiting_for_a_name(closed: Stage, ola: Phone) -> None:
    asked = await pressed(ola, await send_file(ola, ONLY_ADA), "Name and note…")
    await pressed(ola, asked, "Cancel")
    await ola.say("Where is the hall?")
    await ola.next_message()
    assert closed.library.asked == ["Where is the hall?"]


async def test_command_ends_the_waiting_for_a_name(closed: Stage, ola: Phone) -> None:
    await pressed(ola, await send_file(ola, ONLY_ADA), "Name and note…")
    await ola.say("/now")
    await ola.next_message()
    await ola.say("Where is the hall?")
    await ola.next_message()
    assert closed.library.asked == ["Where is the hall?"]


async def test_who_was_not_reached_is_told_by_why(closed: Stage, ola: Phone) -> None:
    draft = await send_file(ola, ONLY_ADA)
    done = await pressed(ola, draft, "Release")
    assert done.text == (
        "Released as version 2 at 13:52. Not reached: 1 who has never opened the bot."
    )
    how = await pressed(ola, done, "How it goes")
    missed = await pressed(ola, how, "Who was not reached")
    assert (missed.text, missed.labels) == (
        "Version 2: who was not reached: 1\n\nHave never opened the bot\n• Ada Vik",
        ["◀ The report"],
    )
