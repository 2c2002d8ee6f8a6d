"""/changes: what is new in the papers, for who may read them."""

import pytest

from rehearsal.phone import Phone
from tests.bot.handlers.changing import ADA
from tests.bot.handlers.papers_sent import ONE, TWO, card, published
from tests.bot.handlers.writing import member, pressed
from tests.stage import Stage

NEWS = (
    "Country cases: what v2 of 11 February 2008 changes\n\n"
    "• ¶ 1: four → five (“The overview covers five cases from three regions, each of them on two "
    "pages.”)\n"
    "• Gone, ¶ 3: “Coats go to the cloakroom on the left of the entrance hall, which is never "
    "locked.”\n"
    "• New, ¶ 3: “Printed copies lie on the table beside the door, in English and French.”"
)
NOT_HERE = "That is no longer here. Ask again, and I’ll look."
NONE = "No paper has a newer version so far. /papers has them all."


@pytest.fixture
async def ada(meeting: Stage) -> Phone:
    return await member(meeting, ADA)


async def test_nothing_is_new_while_every_paper_has_one_version(ola: Phone, ada: Phone) -> None:
    await published(ola, ONE)
    await ada.say("/changes")
    assert (await ada.next_message()).text == NONE


async def test_paper_with_a_newer_version_is_listed_and_opened(ola: Phone, ada: Phone) -> None:
    await published(ola, ONE)
    await published(ola, TWO)
    await ada.say("/changes")
    listed = await ada.next_message()
    assert (listed.text, listed.labels) == (
        "What is new in the papers\nTap one to see what its new version changes.\n\n"
        "1. Country cases · v2 · 11 February 2008",
        ["1. Country cases"],
    )
    shown = await pressed(ada, listed, "1. Country cases")
    assert (shown.text, shown.labels) == (NEWS, ["The paper", "◀ All that is new"])
    await ada.press(shown, "The paper")
    assert (await ada.next_message()).text == "Country cases, v2"
    assert (await pressed(ada, shown, "◀ All that is new")).text == listed.text


async def test_paper_is_found_by_words_of_its_title(ola: Phone, ada: Phone) -> None:
    await published(ola, ONE)
    await published(ola, TWO)
    await ada.say("/changes COUNTRY")
    assert (await ada.next_message()).text == NEWS
    await ada.say("/changes hotels")
    assert (await ada.next_message()).text.split("\n")[0] == (
        "I found none with these words in its title that has a newer version. These have one:"
    )


async def test_button_below_a_message_that_stays_sends_what_is_new(
    meeting: Stage, ola: Phone, ada: Phone
) -> None:
    await published(ola, ONE)
    await published(ola, TWO)
    old = await meeting.send_button(ada, "changes:1")
    await ada.press(old, "Old")
    assert (await ada.next_message()).text == NEWS


async def test_paper_for_others_and_paper_that_never_was_read_the_same(
    meeting: Stage, ola: Phone, ada: Phone
) -> None:
    await published(ola, ONE)
    await published(ola, TWO)
    asked = await pressed(ola, await card(ola), "For everyone ▾")
    await pressed(ola, asked, "Organisers only")
    for data in ("changes:one:1:0", "changes:1", "changes:one:99:0"):
        old = await meeting.send_button(ada, data)
        answer = await ada.press(old, "Old")
        assert answer is not None
        assert answer.text == NOT_HERE
    await ada.say("/changes country")
    assert (await ada.next_message()).text == NONE
