"""Cards and days on phones, as the agenda changes under them: the running bot, end to end."""

from dataclasses import replace

import pytest

from meeting.agenda import Agenda, Session, ordered
from meeting.codes import session_code
from rehearsal.phone import Phone
from rehearsal.screen import ScreenMessage
from tests.bot.handlers.conftest import greeted
from tests.bot.quick import haste as haste
from tests.stage import Stage
from tests.two_days import AGENDA, BO, CLOSING, FUNDING, PEACE, POLICE, at

MOVED = replace(PEACE, room="nobel")


def with_sessions(*changed: Session, without: str = "") -> Agenda:
    """The agenda with these in place of those of the same id."""
    by_id = {s.session_id: s for s in (*AGENDA.sessions, *changed)}
    by_id.pop(without, None)
    return Agenda(AGENDA.zone, ordered(by_id.values()), AGENDA.rooms)


async def opened(stage: Stage, phone: Phone, session_id: str) -> ScreenMessage:
    """A message that has become a session's card."""
    old = await stage.send_button(phone, f"card:{session_code(session_id)}")
    await phone.press(old, "Old")
    return await phone.next_edit()


async def bo(stage: Stage) -> Phone:
    phone = await stage.person("Bo", "fr")
    stage.link(phone, BO.key)
    return await greeted(phone)


def room_of(message: ScreenMessage) -> str:
    return message.text.splitlines()[1].partition(" · ")[2]


async def test_card_shows_the_new_room_on_every_phone(stage: Stage, ada: Phone) -> None:
    phones = {"Ada": ada, "Bo": await bo(stage)}
    cards = {name: await opened(stage, phone, "peace") for name, phone in phones.items()}
    stage.set_agenda(with_sessions(MOVED))
    shown = {name: await phone.next_edit() for name, phone in phones.items()}
    assert {name: (m.message_id, *m.text.splitlines()[:2]) for name, m in shown.items()} == {
        "Ada": (cards["Ada"].message_id, PEACE.title,
                "Monday 11 February, 14:00–15:30 · Nobel, first floor"),
        "Bo": (cards["Bo"].message_id, PEACE.title,
               "Lundi 11 février, 14:00–15:30 · Nobel, first floor"),
    }  # fmt: skip
    assert shown["Ada"].labels == cards["Ada"].labels


async def test_second_change_is_shown_too(stage: Stage, ada: Phone) -> None:
    await opened(stage, ada, "peace")
    stage.set_agenda(with_sessions(MOVED))
    assert room_of(await ada.next_edit()) == "Nobel, first floor"
    stage.set_agenda(with_sessions(replace(PEACE, room="munch")))
    assert room_of(await ada.next_edit()) == "Munch"


async def test_what_is_no_longer_a_card_is_left_alone(stage: Stage, ada: Phone) -> None:
    other = await bo(stage)
    back = await opened(stage, ada, "peace")
    await ada.press(back, "◀ Monday 11 February")
    day = await ada.next_edit()
    await opened(stage, other, "peace")
    stage.set_agenda(with_sessions(MOVED))
    await other.next_edit()
    assert [m.text for m in await ada.messages() if m.message_id == back.message_id] == [day.text]


async def test_only_the_newest_card_of_a_session_is_edited(stage: Stage, ada: Phone) -> None:
    older = await opened(stage, ada, "peace")
    newest = await opened(stage, ada, "peace")
    stage.set_agenda(with_sessions(MOVED))
    assert (await ada.next_edit()).message_id == newest.message_id
    texts = {m.message_id: m.text for m in await ada.messages()}
    assert texts[older.message_id] == older.text


async def test_card_of_its_own_message_is_kept_up_to_date(stage: Stage, ada: Phone) -> None:
    await ada.press(await stage.send_button(ada, f"session:{session_code('peace')}"), "Old")
    sent = await ada.next_message()
    stage.set_agenda(with_sessions(MOVED))
    edited = await ada.next_edit()
    assert (edited.message_id, room_of(edited)) == (sent.message_id, "Nobel, first floor")


async def test_cancelled_session_says_so_and_leads_to_my_day(stage: Stage, ada: Phone) -> None:
    card = await opened(stage, ada, "peace")
    stage.set_agenda(with_sessions(without="peace"))
    cancelled = await ada.next_edit()
    assert (cancelled.message_id, cancelled.text, cancelled.labels) == (
        card.message_id,
        f"{PEACE.title}\nCancelled. It was to be on Monday 11 February, 14:00–15:30, in Fram.",
        ["My day"],
    )
    await ada.press(cancelled, "My day")
    assert (await ada.next_edit()).text.startswith("Monday 11 February, 13:52\n")


async def test_cancelled_session_that_comes_back_is_a_card_again(stage: Stage, ada: Phone) -> None:
    card = await opened(stage, ada, "peace")
    stage.set_agenda(with_sessions(without="peace"))
    await ada.next_edit()
    stage.set_agenda(AGENDA)
    back = await ada.next_edit()
    assert (back.message_id, back.text, back.labels) == (card.message_id, card.text, card.labels)


async def test_my_day_follows_the_agenda(stage: Stage, ada: Phone) -> None:
    await ada.say("/my")
    day = await ada.next_message()
    stage.set_agenda(with_sessions(MOVED))
    edited = await ada.next_edit()
    assert (edited.message_id, edited.text.splitlines()[2], edited.labels) == (
        day.message_id,
        "14:00 Peace processes: how inclusive? · Nobel · in 8 minutes, first floor",
        day.labels,
    )


async def test_day_that_was_turned_to_is_the_one_kept_up_to_date(stage: Stage, ada: Phone) -> None:
    await ada.say("/my")
    await ada.press(await ada.next_message(), "Tomorrow ▶")
    await ada.next_edit()
    stage.set_agenda(with_sessions(replace(CLOSING, room="nobel")))
    assert (await ada.next_edit()).text == ("Tuesday 12 February · tomorrow\n09:00 Closing · Nobel")


async def test_day_that_the_agenda_no_longer_has_becomes_today(stage: Stage, ada: Phone) -> None:
    await ada.say("/my")
    await ada.press(await ada.next_message(), "Tomorrow ▶")
    await ada.next_edit()
    stage.set_agenda(with_sessions(without="closing"))
    assert (await ada.next_edit()).text.startswith("Monday 11 February, 13:52\n")


async def test_my_day_follows_what_one_takes_into_it(stage: Stage, ada: Phone) -> None:
    await ada.say("/my")
    day = await ada.next_message()
    await ada.press(await opened(stage, ada, "police"), "Add to my day")
    edits = {(await ada.next_edit()).message_id: None for _ in range(2)}
    assert day.message_id in edits
    texts = {m.message_id: m.text for m in await ada.messages()}
    assert "15:45 Police and justice · Munch" in texts[day.message_id].splitlines()


async def test_change_of_somebody_elses_session_edits_no_day(stage: Stage, ada: Phone) -> None:
    other = await bo(stage)
    await ada.say("/my")
    before = await ada.next_message()
    await opened(stage, other, "police")
    stage.set_agenda(with_sessions(replace(POLICE, room="fram")))
    await other.next_edit()
    after = [m for m in await ada.messages() if m.message_id == before.message_id]
    assert [(m.text, m.edited) for m in after] == [(before.text, False)]


async def test_whoever_blocked_the_bot_costs_the_others_nothing(stage: Stage, ada: Phone) -> None:
    stage.refusals |= {"Forbidden: bot was blocked by the user"}
    other = await bo(stage)
    await opened(stage, ada, "peace")
    await opened(stage, other, "peace")
    await ada.block()
    stage.set_agenda(with_sessions(MOVED))
    assert room_of(await other.next_edit()) == "Nobel, first floor"
    await ada.unblock()


@pytest.mark.parametrize("command", ["/now", "/next"])
async def test_what_shows_a_moment_stays_as_it_was(stage: Stage, ada: Phone, command: str) -> None:
    await ada.say(command)
    before = await ada.next_message()
    card = await opened(stage, ada, "funding")
    stage.set_agenda(with_sessions(MOVED, replace(FUNDING, starts=at(11, "15:50"))))
    assert (await ada.next_edit()).message_id == card.message_id
    texts = {m.message_id: m.text for m in await ada.messages()}
    assert texts[before.message_id] == before.text
