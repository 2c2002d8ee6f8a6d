"""/library: versions, roll back, readers and forwarding of the papers."""

import pytest

from rehearsal.phone import Phone
from tests.bot.handlers.changing import ADA, EDDA, OLA
from tests.bot.handlers.papers_sent import ONE, TWO, card, listed, published, send_paper
from tests.bot.handlers.writing import member, note, pressed
from tests.stage import Stage

CARD = (
    "Country cases\nFor everyone · can be forwarded\n\n"
    "v2 · 11 February 2008 · by Ola · read now\n"
    "v1 · 11 February 2008 · by Ola\n\n"
    "To erase the paper with all that is kept of it, organisers type this where the bot runs:\n"
    "python ingest.py erase country-cases"
)


@pytest.fixture
async def ola(meeting: Stage) -> Phone:
    """Ola, who has published two versions of one paper."""
    phone = await member(meeting, OLA)
    await published(phone, ONE)
    await published(phone, TWO)
    return phone


async def test_empty_library_says_how_to_begin(meeting: Stage) -> None:
    edda = await member(meeting, EDDA)
    await edda.say("/library")
    assert (await edda.next_message()).text == (
        "No papers are here yet. Send me one as a file: PDF, Word (.docx), PowerPoint (.pptx), "
        "HTML, Markdown or plain text."
    )


async def test_paper_is_shown_with_its_versions(ola: Phone) -> None:
    await ola.say("/library")
    listed = await ola.next_message()
    assert (listed.text.split("\n")[3], listed.labels) == (
        "1. Country cases · v2 of 11 February 2008", ["1. Country cases"],
    )  # fmt: skip
    shown = await pressed(ola, listed, "1. Country cases")
    assert (shown.text, shown.labels) == (
        CARD,
        ["Roll back to v1", "For everyone ▾", "Forbid forwarding", "◀ All papers"],
    )
    assert (await pressed(ola, shown, "◀ All papers")).text == listed.text


async def test_rolling_back_is_asked_and_done_once(ola: Phone) -> None:
    asked = await pressed(ola, await card(ola), "Roll back to v1")
    assert (asked.text, asked.labels) == (
        "Shall people read v1 of Country cases again? From that moment I answer from it and no "
        "longer from v2.",
        ["Yes, back to v1", "Yes, and tell those who asked about it", "No"],
    )
    assert (
        await note(ola, asked, "Yes, back to v1") == "Done: from this moment people read it again."
    )
    shown = await ola.next_edit()
    assert (shown.text.split("\n")[3:5], shown.labels[0]) == (
        [
            "v2 · 11 February 2008 · by Ola",
            "v1 · 11 February 2008 · by Ola · brought back on 11 February 2008 by Ola · read now",
        ],
        "Roll back to v2",
    )
    await ola.say("/papers")
    assert "Country cases · v1" in (await ola.next_message()).text


async def test_whoever_knows_what_is_taken_back_is_told_where_that_is_wanted(
    meeting: Stage, ola: Phone
) -> None:
    ada = await member(meeting, ADA)
    await published(ola, TWO.replace("in March", "in April"))
    await ada.say("Tell me about the hall")  # the answer rests on the paragraph about March
    await ada.next_message()
    asked = await pressed(ola, await card(ola), "Roll back to v2")
    assert asked.labels == ["Yes, back to v2", "Yes, and tell the one who asked about it", "No"]
    assert await note(ola, asked, asked.labels[1]) == (
        "Done: from this moment people read it again. Those whose answers change are being told."
    )
    recall = await ada.next_message()
    assert [recall.text.count(f"in {month}") for month in ("April", "March")] == [1, 1]


async def test_editor_does_not_see_short_names(meeting: Stage, ola: Phone) -> None:
    edda = await member(meeting, EDDA)
    assert "country-cases" in (await card(ola)).text
    assert "country-cases" not in (await card(edda)).text


async def test_draft_is_looked_at_from_the_library(ola: Phone) -> None:
    draft = await send_paper(ola, ONE.replace("four", "six"))
    shown = await card(ola)
    assert shown.labels[0] == "Look at v3"
    assert (await pressed(ola, shown, "Look at v3")).text == draft.text


async def test_file_that_is_not_to_be_forwarded_is_sent_so(meeting: Stage, ola: Phone) -> None:
    ada, shown = await member(meeting, ADA), await card(ola)
    assert await note(ola, shown, "Forbid forwarding") == (
        "Done. What was sent before can still be forwarded."
    )
    shown = await ola.next_edit()
    assert shown.text.split("\n")[1] == "For everyone · cannot be forwarded or saved"
    await ada.say("/papers")
    papers = await ada.next_message()
    await ada.press(papers, "1. Country cases")
    assert (await ada.next_message()).protected
    await pressed(ola, shown, "Allow forwarding")
    await ada.press(papers, "1. Country cases")
    assert not (await ada.next_message()).protected


async def test_organiser_is_not_asked_for_whom_it_stays(ola: Phone) -> None:
    offered = await pressed(ola, await card(ola), "For everyone ▾")
    shown = await pressed(ola, offered, "Organisers only")
    assert shown.text.split("\n")[1] == "For organisers only · can be forwarded"


async def test_people_of_a_session_are_chosen_as_readers(meeting: Stage, ola: Phone) -> None:
    ada, edda = await member(meeting, ADA), await member(meeting, EDDA)
    asked = await pressed(ola, await card(ola), "For everyone ▾")
    assert asked.text.split("\n")[1] == "It holds at once, also for v2, which is published."
    sessions = await pressed(ola, asked, "A session’s people…")
    shown = await pressed(ola, sessions, "Funding early recovery")
    assert shown.text.split("\n")[1] == (
        "For the people of “Funding early recovery” · can be forwarded"
    )
    assert (await listed(ada), await listed(edda)) == (["1. Country cases"], [])


async def test_editor_who_gives_a_paper_to_others_is_asked_and_told_that_it_is_gone(
    meeting: Stage, ola: Phone
) -> None:
    edda = await member(meeting, EDDA)
    offered = await pressed(edda, await card(edda), "For everyone ▾")
    asked = await pressed(edda, offered, "Organisers only")
    assert (asked.text, asked.labels) == (
        "For organisers only? You are not one of them: you would not find Country cases here any "
        "more, and only organisers could take that back.",
        ["Yes, without me", "No"],
    )
    offered = await pressed(edda, asked, "No")
    assert offered.labels[0] == "✓ Everyone"
    asked = await pressed(edda, offered, "Organisers only")
    assert (await pressed(edda, asked, "Yes, without me")).text == (
        "Done. The paper is no longer for you, so it is not here any more. Organisers see it."
    )
    await edda.say("/library")
    assert (await edda.next_message()).text.startswith("No papers are here yet.")
    assert await listed(ola) == ["1. Country cases"]
