"""/history: the versions, what changed with each, and an older one that holds again."""

import pytest

from rehearsal.phone import Phone
from rehearsal.screen import ScreenMessage
from tests.bot.handlers.changing import EVERYBODY, HELD, OLA, changed, send_file
from tests.bot.handlers.writing import member, note, pressed
from tests.stage import Stage
from tests.two_days import LUNCHTIME

HEAD = "Versions of the agenda\nThe newest first. Tap a number to see what changed.\n"
NOBEL = changed("closing", room="nobel")


@pytest.fixture
def clock() -> str:
    return LUNCHTIME


@pytest.fixture
async def ola(closed: Stage) -> Phone:
    """Ola, who has released a second version."""
    closed.set_agenda(HELD)
    closed.list_people(*EVERYBODY)
    phone = await member(closed, OLA)
    await pressed(phone, await send_file(phone, NOBEL), "Release quietly")
    return phone


async def history(phone: Phone) -> ScreenMessage:
    await phone.say("/history")
    return await phone.next_message()


async def test_versions_newest_first_and_one_with_its_changes(ola: Phone) -> None:
    listed = await history(ola)
    assert (listed.text, listed.labels) == (
        f"{HEAD}"
        "2 · 13:52 · Ola · 1 change · quietly · agenda.xlsx\n"
        "1 · 13:00 · 10 changes · quietly",
        ["2", "1"],
    )  # fmt: skip
    newest = await pressed(ola, listed, "2")
    assert (newest.text, newest.labels) == (
        "Version 2 · 13:52 · holds now\nBy: Ola\nName: agenda.xlsx\n"
        "Released quietly: nobody was told.\n\n"
        "1. Closing Fram → Nobel, Tue 12 09:00 unchanged",
        ["◀ All versions"],
    )
    back = await pressed(ola, newest, "◀ All versions")
    assert (await pressed(ola, back, "1")).labels == ["Release again…", "◀ All versions"]


async def test_older_version_goes_through_a_draft_and_holds_again(
    closed: Stage, ola: Phone
) -> None:
    older = await pressed(ola, await history(ola), "1")
    draft = await pressed(ola, older, "Release again…")
    assert draft.text.split("\n")[:2] == [
        "Version 1 would hold again. Compared with version 2, 1 thing changes:",
        "1. Closing Nobel → Fram, Tue 12 09:00 unchanged",
    ]
    done = await pressed(ola, draft, "Release quietly")
    assert done.text.startswith("Released quietly as version 3")
    assert closed.services.agenda.held().agenda == HELD


async def test_draft_that_is_there_is_not_replaced_unasked(ola: Phone) -> None:
    await send_file(ola, changed("closing", NOBEL, title="The end"))
    older = await pressed(ola, await history(ola), "1")
    asked = await pressed(ola, older, "Release again…")
    assert (asked.text, asked.labels) == (
        "You have a draft that is not released (1 change). Version 1 would take its place.",
        ["Replace it", "Look at it first"],
    )
    draft = await pressed(ola, asked, "Look at it first")
    assert "1. The end (so far “Closing”)" in draft.text
    older = await pressed(ola, await history(ola), "1")
    replaced = await pressed(ola, await pressed(ola, older, "Release again…"), "Replace it")
    assert replaced.text.startswith("Version 1 would hold again.")


async def test_version_that_is_as_what_holds_is_not_released_again(
    closed: Stage, ola: Phone
) -> None:
    older = await pressed(ola, await history(ola), "1")
    closed.set_agenda(HELD)
    assert await note(ola, older, "Release again…") == (
        "That changes nothing, so there is nothing to release."
    )


async def test_without_an_agenda_the_next_step_is_told(closed: Stage) -> None:
    closed.list_people(OLA)
    phone = await member(closed, OLA)
    assert (await history(phone)).text == (
        "The agenda isn’t here yet. Send me its file, and it becomes version 1."
    )


async def test_many_versions_are_paged(closed: Stage, ola: Phone) -> None:
    for number in range(10):
        closed.set_agenda(changed("closing", title=f"The end {number}"))
    newest = await history(ola)
    assert newest.text.split("\n")[-1] == "1 to 8 of 12"
    assert newest.labels == ["12", "11", "10", "9", "8", "7", "6", "5", "Older ▶"]
    assert (await pressed(ola, newest, "Older ▶")).labels == ["4", "3", "2", "1", "◀ Newer"]
