"""/groups and choosing, over the Bot API: an organiser, two participants, wishes, a release."""

from dataclasses import replace
from io import BytesIO

import pytest
from openpyxl import load_workbook

from meeting.people import Role
from rehearsal.phone import Phone
from rehearsal.screen import ScreenMessage
from tests.bot.handlers.writing import member, pressed
from tests.bot.quick import haste as haste
from tests.services.groups_desk import ADA, BO, CY, DI, ROOMY
from tests.stage import Stage
from tests.two_days import LUNCHTIME


@pytest.fixture
def clock() -> str:
    """Day one, in the lunch break."""
    return LUNCHTIME


@pytest.fixture
async def bo(closed: Stage) -> Phone:
    """An organiser; four people are on the list, and two rooms of three seats on the agenda."""
    closed.set_agenda(ROOMY)
    closed.list_people(ADA, BO, CY, DI)
    return await member(closed, BO)


async def to_block(phone: Phone) -> ScreenMessage:
    await phone.say("/groups")
    return await pressed(
        phone, await phone.next_message(), "Monday 11 February, 15:45 · 2 sessions"
    )


async def to_proposal(phone: Phone) -> tuple[ScreenMessage, ScreenMessage]:
    """The picture, and the proposal below it."""
    await pressed(phone, await to_block(phone), "Make a proposal")
    return await phone.next_message(), await phone.next_message()


async def test_wishes_become_groups_that_everybody_reads(closed: Stage, bo: Phone) -> None:
    ada, cy = await member(closed, ADA), await member(closed, CY)
    question = await pressed(bo, await to_block(bo), "Ask for wishes")
    assert question.text == (
        "4 people have not chosen yet. Shall I ask them? Whoever has a part in one of the sessions "
        "is not asked."
    )
    asked = await pressed(bo, question, "Ask 4 people")
    assert asked.text == (
        "3 people are being asked.\n1 has never opened the bot; the message waits until they do."
    )
    for phone, title in ((ada, "Police and justice"), (cy, "Funding early recovery")):
        notice = await phone.next_message()
        assert notice.text.startswith("Monday 11 February, 15:45\nThese 2 sessions run side by")
        await phone.press(notice, "Choose")
        choice = await phone.next_message()
        chosen = await pressed(phone, choice, title)
        assert f"① {title}" in chosen.labels
        assert f"① {title}" in (await pressed(phone, chosen, "Done")).text
    await bo.next_message()  # an organiser is asked, too
    picture, proposal = await to_proposal(bo)
    assert (picture.kind, picture.text) == (
        "photo", "Groups for Monday 11 February, 15:45, as proposed at 13:52",
    )  # fmt: skip
    assert proposal.reply_to == picture.message_id
    assert proposal.text.startswith(
        "Groups for Monday 11 February, 15:45\n"
        "All 4 are placed: 2 in their first choice. 2 have not chosen, and are where there is room."
    )
    assert proposal.labels == [
        "Table", "Move someone…", "Spreadsheet", "Propose anew", "Release", "Discard",
        "◀ All blocks",
    ]  # fmt: skip
    done = await pressed(bo, proposal, "Release")
    assert done.text.startswith("Released. 3 people are being told.\n1 has never opened")
    told = await ada.next_message()
    assert (told.text, told.labels) == (
        "Monday 11 February, 15:45: you are in Police and justice, room Munch.",
        ["Session", "Got it", "My day"],
    )
    assert (await cy.next_message()).text == (
        "Monday 11 February, 15:45: you are in Funding early recovery, room Nobel (first floor)."
    )


async def test_somebody_is_moved_by_hand_and_the_picture_follows(bo: Phone) -> None:
    picture, proposal = await to_proposal(bo)
    people = await pressed(bo, proposal, "Move someone…")
    (label,) = [each for each in people.labels if each.startswith("Ada Vik")]
    places = await pressed(bo, people, label)
    assert places.text.startswith("Ada Vik, Norad\nNow in ")
    (to, _) = places.labels
    await bo.press(places, to)
    redrawn, moved = await bo.next_edit(), await bo.next_edit()
    assert redrawn.message_id == picture.message_id
    assert moved.message_id == proposal.message_id
    assert moved.text.startswith("Ada Vik is in ")
    assert "and stays there in the next proposals." in moved.text
    table = await pressed(bo, moved, "Table")
    assert "• Ada Vik, Norad · by hand" in table.text
    assert (await pressed(bo, table, "◀ Back")).text in moved.text


async def test_discarded_proposal_is_gone(bo: Phone) -> None:
    _, proposal = await to_proposal(bo)
    block = await pressed(bo, proposal, "Discard")
    assert block.text.startswith("Discarded. What was released before holds as it was.\n\nMonday")
    assert block.labels == ["Ask for wishes", "Make a proposal", "Spreadsheet", "◀ All blocks"]


async def test_second_organiser_sees_that_the_first_was_faster(closed: Stage, bo: Phone) -> None:
    closed.services.roles.set("di", Role.ORGANISER)
    di = await member(closed, DI)
    _, proposal = await to_proposal(bo)
    await pressed(di, await to_all(di), "Monday 11 February, 15:45 · 2 sessions")
    await di.next_message()
    theirs = await di.next_message()
    await pressed(di, theirs, "Discard")
    await bo.press(proposal, "Release")
    assert (await bo.next_edit()).text.startswith("It has changed since you looked.")


async def to_all(phone: Phone) -> ScreenMessage:
    await phone.say("/groups")
    return await phone.next_message()


async def test_spreadsheet_that_comes_back_becomes_the_proposal(closed: Stage, bo: Phone) -> None:
    await bo.press(await to_block(bo), "Spreadsheet")
    sent = await bo.next_message()
    assert sent.document
    assert sent.document.name == "groups-2008-02-11-1545.xlsx"
    book = load_workbook(BytesIO(await closed.rehearsal.file(sent.document.file_id)))
    for row in range(2, 6):
        book["People"][f"F{row}"] = "Police and justice"
    data = BytesIO()
    book.save(data)
    await bo.send_document(data.getvalue(), "groups.xlsx")
    picture, proposal = await bo.next_message(), await bo.next_message()
    assert picture.kind == "photo"
    assert proposal.text.startswith("From your file: 4 people have another place.\n\nGroups for")
    assert "⚠ Munch holds 3, and 4 would be there." in proposal.text


async def test_spreadsheet_with_faults_changes_nothing(bo: Phone) -> None:
    data = b"Key;Group\nada;Police and justice\nzoe;Police and justice\nbo;Mines\n"
    await bo.send_document(data, "groups.csv")
    assert (await bo.next_message()).text == (
        "I have not taken groups.csv. Nothing has changed. Please mend this, and send it once "
        "more:\n"
        "• Row 3: nobody on the list has the key “zoe”.\n"
        "• Row 4: no session of the block is called “Mines”. Write its title or its ID."
    )
    assert "Make a proposal" in (await to_block(bo)).labels


async def test_missing_seats_are_said(closed: Stage, bo: Phone) -> None:
    rooms = tuple(replace(room, capacity=1) for room in ROOMY.rooms)
    closed.set_agenda(replace(ROOMY, rooms=rooms))
    short = await pressed(bo, await to_block(bo), "Make a proposal")
    assert short.text == (
        "2 seats are missing: the rooms hold 2 in all, and 4 people are to be placed. Take a "
        "bigger room in the agenda file, or mend its Capacity."
    )


async def test_choice_is_offered_from_my_day(closed: Stage, bo: Phone) -> None:
    ada = await member(closed, ADA)
    await pressed(bo, await pressed(bo, await to_block(bo), "Ask for wishes"), "Ask 4 people")
    await ada.next_message()
    await ada.say("/my")
    beside = await pressed(ada, await ada.next_message(), "15:45: choose from 2")
    choice = await pressed(ada, beside, "Choose")
    assert choice.labels == ["Funding early recovery", "Police and justice", "Done"]
    one = await pressed(ada, choice, "Police and justice")
    two = await pressed(ada, one, "Funding early recovery")
    assert two.labels == ["② Funding early recovery", "① Police and justice", "Done"]
    back = await pressed(ada, two, "① Police and justice")
    assert back.labels == ["① Funding early recovery", "Police and justice", "Done"]
