"""A paper that is sent in the chat: read, looked at, published once or discarded."""

import pytest

from rehearsal.phone import Phone
from tests.bot.handlers.changing import ADA
from tests.bot.handlers.papers_sent import (
    AUTHORS,
    COATS,
    COPIES,
    NAME,
    ONE,
    OVERVIEW,
    THREE,
    TWO,
    ended,
    listed,
    published,
    send_paper,
)
from tests.bot.handlers.writing import member, note
from tests.stage import Stage

V2 = (
    "This looks like a new version of Country cases (now v1, 3 passages). v2 has 3 passages. "
    "Passages: 1 new, 1 changed, 1 gone, 1 as before.\n\n"
    "Changed, for instance:\n"
    "• ¶ 1: four → five (“The overview covers five cases from three regions, each of them on two "
    "pages.”)\n\n"
    "New, for instance:\n"
    "• ¶ 3: “Printed copies lie on the table beside the door, in English and French.”\n\n"
    "Gone, for instance:\n"
    "• ¶ 3: “Coats go to the cloakroom on the left of the entrance hall, which is never locked.”"
    "\n\nNothing odd in the file."
)
GONE = "This is no longer waiting: it was published or discarded. /library has the papers."


# The title of another paper, and not a word of it.
UNLIKE = (
    "# Country cases\n\nThe dinner begins at seven in the city hall.\n\nBuses leave at half past "
    "six from the main entrance.\n"
)


async def test_new_paper_is_read_in_one_message_and_published(ola: Phone, edda: Phone) -> None:
    draft = await send_paper(edda, ONE)
    assert (draft.text, draft.labels) == (
        "This looks like a new paper: Country cases, 3 passages.\n\nNothing odd in the file.",
        ["For everyone ▾", "Another paper…", "Publish", "Discard"],
    )
    assert draft.earlier[0] == f"I have {NAME}. It is read next …"
    assert await listed(ola) == []
    await edda.press(draft, "Publish")
    done = await edda.next_edit()
    assert (done.message_id, done.text, done.labels) == (
        draft.message_id,
        "Published. From this moment I answer from Country cases, v1.",
        ["Country cases"],
    )
    assert await listed(ola) == ["1. Country cases"]


async def test_new_version_is_shown_with_what_changes_and_replaces_the_old(
    ola: Phone, edda: Phone
) -> None:
    await published(ola, ONE)
    draft = await send_paper(edda, TWO, "country-cases-v2.md")
    tell = "Publish and tell those who asked about it"
    assert (draft.text, draft.labels) == (
        V2, ["For everyone ▾", "Another paper…", "Publish", tell, "Discard"],
    )  # fmt: skip
    await edda.press(draft, "Publish")
    assert (await edda.next_edit()).text == (
        "Published. From this moment I answer from Country cases, v2. Nobody is told."
    )
    await ola.say("/papers")
    assert "Country cases · v2" in (await ola.next_message()).text


async def test_draft_pressed_twice_or_by_two_is_published_once(
    meeting: Stage, ola: Phone, edda: Phone
) -> None:
    await ola.press(await send_paper(ola, ONE), "Publish")
    await ola.next_edit()
    for phone in (ola, edda):
        for data in ("lib:go:1:0", "lib:tell:1:0", "lib:drop:1", "lib:is:1:0"):
            assert await note(phone, await meeting.send_button(phone, data), "Old") == GONE
    await ola.say("/papers")
    assert "Country cases · v1" in (await ola.next_message()).text


async def test_second_of_two_editors_sees_what_the_first_has_published(
    meeting: Stage, ola: Phone, edda: Phone
) -> None:
    await published(ola, ONE)
    hers, his = await send_paper(edda, TWO), await send_paper(ola, THREE)
    await ola.press(his, "Publish")
    await ola.next_edit()
    assert await note(edda, hers, "Publish") == (
        "Another version was published meanwhile. Here is what this one changes now; please look "
        "once more."
    )
    again = await edda.next_edit()
    assert again.text.startswith("This looks like a new version of Country cases (now v3,")
    await edda.press(again, "Publish")
    assert (await edda.next_edit()).text.startswith("Published. From this moment I answer from")


async def test_discarded_draft_changes_nothing(ola: Phone) -> None:
    draft = await send_paper(ola, ONE)
    await ola.press(draft, "Discard")
    assert (await ola.next_edit()).text == "Discarded. What people read stays as it is."
    assert await listed(ola) == []


async def test_same_file_changes_nothing_and_an_older_one_leads_to_the_roll_back(
    ola: Phone,
) -> None:
    await published(ola, ONE)
    same = await send_paper(ola, ONE, "renamed.md")
    assert (same.text, same.labels) == (
        "renamed.md is the very file of Country cases, v1, which people read now. Nothing has "
        "changed.",
        ["Country cases"],
    )
    await published(ola, TWO)
    older = await send_paper(ola, ONE)
    assert older.text == (
        f"{NAME} is v1 of Country cases, and people read v2 now. Is v1 to hold again? Then roll "
        "back to it here:"
    )
    await ola.press(older, "Country cases")
    assert (await ola.next_edit()).labels[0] == "Roll back to v1"


async def test_file_sent_again_before_it_is_published_shows_its_draft(ola: Phone) -> None:
    first = await send_paper(ola, ONE)
    second = await send_paper(ola, ONE)
    assert (second.text, second.labels) == (first.text, first.labels)


@pytest.mark.parametrize(
    ("content", "name", "said"),
    [
        (b"%PDF-1.7 and no more", "half.pdf", "half.pdf is damaged, so I can’t read it to its end. "
         "Open it where you have it, save it anew, and send that."),
        (b"%PDF-1.7 and no more", "half", "half.pdf is damaged, so I can’t read it to its end. "
         "Open it where you have it, save it anew, and send that."),
    ],
)  # fmt: skip
async def test_file_that_cannot_be_read_is_told_the_next_step(
    ola: Phone, content: bytes, name: str, said: str
) -> None:
    await ola.send_document(content, name)
    begun = await ola.next_message()
    assert (await ended(ola, begun.message_id)).text == said
    assert await listed(ola) == []


async def test_empty_file_is_not_even_read(ola: Phone) -> None:
    await ola.send_document(b"\n \n", "empty.md")
    assert (await ola.next_message()).text == (
        "There is nothing to read in empty.md. Is it the right file?"
    )


async def test_kind_that_is_not_read_is_not_fetched(ola: Phone) -> None:
    await ola.send_document(b"old", "Old.DOC")
    assert (await ola.next_message()).text == (
        "I can’t read that kind of file. Save it as PDF or Word (.docx), and send me that."
    )


async def test_paper_of_a_participant_is_what_a_file_always_was(meeting: Stage) -> None:
    ada = await member(meeting, ADA)
    await ada.send_document(ONE.encode(), NAME)
    assert (await ada.next_message()).text == (
        "I can’t read files that you send me yet. Ask me in a few words what you would like to "
        "know."
    )


async def test_another_paper_is_chosen_where_the_bot_was_wrong(ola: Phone) -> None:
    await published(ola, ONE)
    other = await send_paper(ola, "# The hall\n\nThe hall holds eighty people.\n", "hall.md")
    await ola.press(other, "Another paper…")
    asked = await ola.next_edit()
    assert (asked.text, asked.labels) == (
        "What is The hall, which you sent: a new version of one of these, or a new paper?",
        ["New version of Country cases", "New paper", "◀ Back to it"],
    )
    await ola.press(asked, "New version of Country cases")
    version = await ola.next_edit()
    assert version.text.startswith("This looks like a new version of Country cases (now v1,")
    await ola.press(version, "Another paper…")
    await ola.press(await ola.next_edit(), "New paper")
    assert (await ola.next_edit()).text.startswith("This looks like a new paper: The hall,")


async def test_many_changes_are_behind_all_changes(ola: Phone) -> None:
    await published(ola, ONE)
    more = "\n\n".join(
        f"Paragraph {n} is new, and says what no other one says: {'x' * n}." for n in range(9)
    )
    draft = await send_paper(ola, f"{ONE}\n{more}\n")
    assert draft.labels[0] == "All changes"
    await ola.press(draft, "All changes")
    shown = await ola.next_edit()
    assert shown.text.startswith("Country cases: v1 → v2\n\nNew:\n• ¶ 4: “Paragraph 0 is new")
    await ola.press(shown, "◀ Back to it")
    assert (await ola.next_edit()).text == draft.text


async def test_readers_are_chosen_before_publishing(meeting: Stage, ola: Phone) -> None:
    ada = await member(meeting, ADA)
    draft = await send_paper(ola, ONE)
    await ola.press(draft, "For everyone ▾")
    asked = await ola.next_edit()
    assert (asked.text, asked.labels[:2]) == (
        "Who may read Country cases? For everybody else it is as if it did not exist. Organisers "
        "read everything.",
        ["✓ Everyone", "Organisers only"],
    )
    await ola.press(asked, "Organisers only")
    draft = await ola.next_edit()
    assert draft.labels[0] == "For organisers only ▾"
    await ola.press(draft, "Publish")
    await ola.next_edit()
    assert (await listed(ada), await listed(ola)) == ([], ["1. Country cases"])


async def test_those_whose_answer_changes_are_counted_and_told(meeting: Stage, ola: Phone) -> None:
    ada = await member(meeting, ADA)
    hall = "\n\n".join(
        ["# House note", AUTHORS, "The hall holds 80 people.", COATS, COPIES, OVERVIEW]
    )
    await published(ola, hall, "house.md")
    await ada.say("How many people does the hall hold?")
    await ada.next_message()
    draft = await send_paper(ola, hall.replace("80", "90"), "house.md")
    assert draft.labels[-2] == "Publish and tell the one who asked about it"
    await ola.press(draft, draft.labels[-2])
    assert (await ola.next_edit()).text == (
        "Published. From this moment I answer from House note, v2. 1 person whose answer has "
        "changed is being told."
    )
    told = await ada.next_message()
    await ada.press(told, "What changed")
    assert "80 → 90 (“The hall holds 90 people.”)" in (await ada.next_message()).text


async def test_bot_asks_where_it_is_not_sure_which_paper_it_is(ola: Phone) -> None:
    await published(ola, ONE)
    draft = await send_paper(ola, UNLIKE, "Country cases final.md")
    assert (draft.text, draft.labels) == (
        "I read Country cases, 2 passages, and I’m not sure which paper it is. A new version of "
        "one that is here, or a new one?",
        ["New version of Country cases", "New paper", "Another paper…", "Discard"],
    )
    await ola.press(draft, "New version of Country cases")
    assert (await ola.next_edit()).text.startswith(
        "This looks like a new version of Country cases (now v1,"
    )


async def test_text_of_a_paper_is_not_taken_for_markup(ola: Phone) -> None:
    draft = await send_paper(ola, f"# A < B & C\n\n{AUTHORS}\n", "a&b<c>.md")
    assert draft.text.startswith("This looks like a new paper: A < B & C, 1 passage.")
