"""A notice on a phone: [Got it] is noted, and no button takes the notice away."""

from dataclasses import replace
from datetime import timedelta

import pytest

from meeting.delivery import Urgency
from meeting.notices import ChangedLine, ChangeNoun, NoticeKind, Place, RoomNoun, RoomWord
from rehearsal.phone import Phone
from rehearsal.screen import ScreenMessage
from store.notices import NewNotice, Notices
from store.people import PeopleRows
from tests.bot.quick import haste as haste
from tests.stage import Stage
from tests.two_days import ADA, AGENDA, PEACE

MOVED = ChangedLine(
    "peace", PEACE.title, Place("Fram", PEACE.starts, PEACE.ends),
    Place("Nobel", PEACE.starts, PEACE.ends),
)  # fmt: skip
CHANGE = ChangeNoun(2, (MOVED,))
TEXT = (
    "Room change for 14:00: Peace processes: how inclusive? is in Nobel, no longer in Fram."
)  # fmt: skip


def tell(stage: Stage, noun: ChangeNoun | RoomNoun) -> int:
    """A notice for Ada; its number."""
    row = PeopleRows(stage.engine).by_key(ADA.key)
    assert row is not None
    now = stage.services.clock.now()
    new = NewNotice("the same thing", noun, Urgency.ROUTINE, now + timedelta(hours=9), cause=2)
    return Notices(stage.engine).put(new, [row.person_id], now)


async def told(stage: Stage, ada: Phone) -> ScreenMessage:
    """Ada reads that a session has moved."""
    others = [s for s in AGENDA.sessions if s.session_id != "peace"]
    stage.set_agenda(replace(AGENDA, sessions=(*others, replace(PEACE, room="nobel"))))
    tell(stage, CHANGE)
    return await ada.next_message()


async def test_change_is_read_and_noted_once(stage: Stage, ada: Phone) -> None:
    notice = await told(stage, ada)
    assert (notice.text, notice.labels) == (TEXT, ["Got it", "My day"])
    notes = [await ada.press(notice, callback_data=notice.buttons[0].callback_data)]
    tapped = await ada.next_edit()
    notes.append(await ada.press(tapped, "✓ Got it"))
    assert [note and note.text for note in notes] == ["Noted."] * 2
    assert (tapped.text, tapped.labels) == (TEXT, ["✓ Got it", "My day"])
    heard = Notices(stage.engine).heard(NoticeKind.CHANGE, 2)
    assert [(each.name, each.seen_at is not None) for each in heard] == [("Ada Vik", True)]


async def test_my_day_comes_below_the_notice(stage: Stage, ada: Phone) -> None:
    notice = await told(stage, ada)
    await ada.press(notice, "My day")
    day = await ada.next_message()
    assert day.text.splitlines()[2] == (
        "14:00 Peace processes: how inclusive? · Nobel · in 8 minutes, first floor"
    )
    assert [m.text for m in await ada.messages() if m.message_id == notice.message_id] == [TEXT]


async def test_notice_replies_to_the_card_which_shows_the_new_room(
    stage: Stage, ada: Phone
) -> None:
    await ada.say("/now")
    await ada.press(await ada.next_message(), "12:30 Lunch")
    await ada.press(await ada.next_edit(), "◀ Monday 11 February")
    await ada.press(await ada.next_edit(), "14:00 Peace processes: how inclusive?")
    card = await ada.next_edit()
    notice = await told(stage, ada)
    edited = await ada.next_edit()
    assert (notice.reply_to, edited.message_id) == (card.message_id, card.message_id)
    assert edited.text.splitlines()[1] == "Monday 11 February, 14:00–15:30 · Nobel, first floor"


async def test_somebody_elses_notice_is_nothing_to_note(stage: Stage, ada: Phone) -> None:
    old = await stage.send_button(ada, "seen:999")
    answer = await ada.press(old, "Old")
    assert answer is not None
    assert answer.text == "There is nothing to note here any more. Thank you all the same."


@pytest.mark.parametrize("clock", ["2008-02-11T15:40+01:00"])
async def test_full_room_leads_to_a_seat(stage: Stage, ada: Phone) -> None:
    tell(stage, RoomNoun(RoomWord.FULL, "funding", "nobel", "police"))
    notice = await ada.next_message()
    assert (notice.text.partition(":")[0], notice.labels) == (
        "Nobel is full", ["Session", "Got it", "My day"],
    )  # fmt: skip
    await ada.press(notice, "Session")
    assert (await ada.next_message()).text.startswith("Police and justice\n")
