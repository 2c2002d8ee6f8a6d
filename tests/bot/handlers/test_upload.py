"""A file that is sent in the chat: an agenda of an editor, or what it always was."""

from dataclasses import replace

import pytest

from bot.releasing import upload_text
from meeting.formats.ical import write_calendar
from rehearsal.phone import Phone
from tests.bot.handlers.changing import (
    ADA,
    EDDA,
    EVERYBODY,
    HELD,
    OLA,
    changed,
    send_file,
    without,
)
from tests.bot.handlers.writing import member
from tests.stage import Stage
from tests.two_days import LUNCHTIME, at

OTHER_KIND = (
    "I can’t do anything with that kind of file yet. A paper can be PDF, Word (.docx), PowerPoint "
    "(.pptx), HTML, Markdown or text; a new agenda Excel (.xlsx), csv, a calendar (.ics) or "
    "schedule JSON."
)
MEND = (
    "Nothing has changed. Mend the file and send it again; an agenda can be Excel (.xlsx), csv, "
    "a calendar (.ics) or schedule JSON."
)
READ_NO_FILES = (
    "I can’t read files that you send me yet. Ask me in a few words what you would like to know."
)
TWO_CHANGES = changed(
    "funding",
    changed("peace", room="nobel"),
    starts=at(11, "16:00"),
    ends=at(11, "17:15"),
)
DRAFT = (
    "I read 6 sessions. Compared with version 1, 2 things change:\n"
    "1. Peace processes: how inclusive? Fram → Nobel, 14:00 unchanged\n"
    "2. Funding early recovery 15:45 → 16:00, Nobel unchanged\n\n"
    "⚠ Nobel holds 1; 5 are expected at 14:00: Peace processes: how inclusive?\n\n"
    "5 people would be told (5 + 1, 1 is in both). 3 of them have never opened the bot."
)
BUTTONS = [
    "Who", "See the message", "Release", "Release quietly", "Name and note…", "Discard",
]  # fmt: skip


@pytest.fixture
def clock() -> str:
    return LUNCHTIME


@pytest.fixture
def meeting(closed: Stage) -> Stage:
    closed.set_agenda(HELD)
    closed.list_people(*EVERYBODY)
    return closed


async def test_new_agenda_is_answered_with_what_changes_and_who_would_be_told(
    meeting: Stage,
) -> None:
    ola, ada = await member(meeting, OLA), await member(meeting, ADA)
    draft = await send_file(ola, TWO_CHANGES)
    assert (draft.text, draft.labels) == (DRAFT, BUTTONS)
    assert await ola.next_action() == "typing"
    assert meeting.services.agenda.held().number == 1
    assert [each.from_bot for each in await ada.messages()] == [False, True]


async def test_clash_is_named_once_in_the_words_of_the_release(meeting: Stage) -> None:
    ola = await member(meeting, OLA)
    draft = await send_file(ola, changed("police", room="nobel"))
    assert draft.text.split("\n")[:4] == [
        "I read 6 sessions. Compared with version 1, 1 thing changes:",
        "1. Police and justice Munch → Nobel, 15:45 unchanged",
        "",
        "⚠ Nobel would be taken twice: 15:45 Funding early recovery, 15:45 Police and justice",
    ]


async def test_forwarded_agenda_is_read_as_well(meeting: Stage) -> None:
    edda, title = await member(meeting, EDDA), "The meeting"
    calendar = write_calendar(without("closing"), title)
    await edda.send_document(calendar, "new.ics", forwarded_from="Bo")
    draft = await edda.next_message()
    assert draft.text.startswith("I read 5 sessions.")


async def test_file_of_somebody_else_is_what_it_always_was(meeting: Stage) -> None:
    ada = await member(meeting, ADA)
    assert await answer(ada, b"a,b", "agenda.csv") == READ_NO_FILES


async def test_second_file_joins_the_draft(meeting: Stage) -> None:
    ola = await member(meeting, OLA)
    await send_file(ola, changed("peace", room="munch"), "one.xlsx")
    draft = await send_file(ola, changed("closing", title="The end"), "two.xlsx")
    assert draft.text == (
        "I read 6 sessions.\n"
        "In this draft: one.xlsx + two.xlsx\n"
        "1 change comes from a file before this one; this one doesn’t have it.\n"
        "Compared with version 1, 2 things change:\n"
        "1. Peace processes: how inclusive? Fram → Munch, 14:00 unchanged\n"
        "2. The end (so far “Closing”)\n\n"
        "5 people would be told (5 + 5, 5 are in both). 4 of them have never opened the bot."
    )
    await ola.press(draft, "Only what this file says")
    assert (await ola.next_edit()).text.startswith(
        "Compared with version 1, 1 thing changes:\n1. The end (so far “Closing”)\n"
    )


async def test_file_with_new_ids_changes_nothing_but_is_told_of(meeting: Stage) -> None:
    ola = await member(meeting, OLA)
    renamed = replace(HELD, sessions=tuple(
        replace(each, session_id=f"new-{each.session_id}") for each in HELD.sessions
    ))  # fmt: skip
    draft = await send_file(ola, changed("new-peace", renamed, room="munch"))
    assert draft.text == (
        "I read 6 sessions. Compared with version 1, 1 thing changes:\n"
        "1. Peace processes: how inclusive? Fram → Munch, 14:00 unchanged\n\n"
        "6 sessions have new ids; I know them by title and time.\n\n"
        "5 people would be told. 4 of them have never opened the bot."
    )


async def test_file_of_what_holds_is_said_to_change_nothing(meeting: Stage) -> None:
    draft = await send_file(await member(meeting, OLA), HELD)
    assert (draft.text, draft.labels) == (
        "I read 6 sessions.\nIt says what version 1 says already, so nothing changes.", [],
    )  # fmt: skip


async def test_file_with_errors_names_each_with_its_row_and_changes_nothing(meeting: Stage) -> None:
    ola = await member(meeting, OLA)
    rows = "\n".join(f"Talk {n},2008-02-11,late,10:00" for n in range(20))
    said = await answer(ola, f"title,date,start,end\n{rows}\n".encode(), "agenda.csv")
    lines = said.split("\n")
    assert (lines[0], lines[1], lines[13:]) == (
        "I can’t use agenda.csv:",
        "• row 2: “late” is no time of day; write times as 14:30.",
        ["… and 8 more", "", MEND],
    )
    await ola.say("/history")
    assert (await ola.next_message()).labels == ["1"]


async def test_half_saved_workbook_changes_nothing(meeting: Stage) -> None:
    said = await answer(await member(meeting, OLA), b"PK\x03\x04 half a workbook", "half.xlsx")
    assert (said.split("\n")[0], said.split("\n")[-1]) == ("I can’t use half.xlsx:", MEND)


async def test_file_of_another_kind_is_told_what_can_be_sent(meeting: Stage) -> None:
    assert await answer(await member(meeting, EDDA), b"PK", "Papers.ZIP") == OTHER_KIND


@pytest.mark.filterwarnings("ignore:Sending a large body:ResourceWarning")
async def test_file_that_telegram_does_not_hand_out_is_told_its_limit(meeting: Stage) -> None:
    big = bytes(upload_text.MOST_BYTES + 1)
    assert await answer(await member(meeting, OLA), big, "agenda.csv") == (
        "The file is bigger than 20 MB, which is as much as Telegram lets me fetch. Keep only the "
        "agenda in it, and send it again."
    )


async def test_first_agenda_of_all_may_come_by_chat(closed: Stage) -> None:
    closed.list_people(OLA)
    draft = await send_file(await member(closed, OLA), without("peace", "dinner", "closing"))
    assert draft.text.split("\n")[:2] == [
        "I read 3 sessions. This would be the first agenda:",
        "1. Lunch · new, 12:30–14:00, Restaurant · tells 1",
    ]


async def answer(phone: Phone, content: bytes, name: str) -> str:
    """What the bot says to a file."""
    await phone.send_document(content, name)
    return (await phone.next_message()).text
