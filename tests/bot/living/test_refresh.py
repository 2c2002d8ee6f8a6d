"""One card after another is brought up to date; one that fails costs the others nothing."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from telegram.ext import ExtBot

from bot import building
from bot.deliveries.pace import Pace
from bot.deliveries.window import Turn
from bot.living.refresh import A_MOMENT, A_WHILE, Refresh
from bot.visit import House
from bot.wording import load_wording
from bot.workers import Workers
from meeting.agenda import Agenda
from rehearsal.client import Rehearsal
from rehearsal.phone import Phone
from rehearsal.screen import ScreenMessage
from rehearsal.server import running
from rehearsal.world import World
from services.living_cards import LivingCards, View
from store.living_cards import CardKind, CardRow, LivingCardRows, Shown
from tests.bot.handlers.conftest import clock as clock
from tests.stage import Stage, make_stage
from tests.two_days import ADA, AGENDA, BO, LUNCHTIME, PEACE, at

OF_PEACE = Shown(CardKind.SESSION, 1, "peace")


def peace_in(room: str) -> Agenda:
    others = [s for s in AGENDA.sessions if s.session_id != "peace"]
    return replace(AGENDA, sessions=(*others, replace(PEACE, room=room)))


@dataclass
class Time:
    """The time of the bot and of the phones, in seconds, which sleeping moves."""

    seconds: float = 0.0

    def now(self) -> float:
        return self.seconds

    async def sleep(self, seconds: float) -> None:
        self.seconds += seconds


@dataclass
class Desk:
    """The refresh of a bot that does not poll."""

    stage: Stage
    house: House
    bot: ExtBot[Turn]
    pace: Pace
    refresh: Refresh
    time: Time

    async def once(self) -> bool:
        """As the courier asks for it: first a place in the pace."""
        return await self.refresh(await self.pace.turn())

    async def person(self, name: str, key: str) -> Phone:
        """Somebody on the list, who has said something before."""
        phone = await self.stage.person(name)
        self.stage.link(phone, key)
        await phone.say("/start")
        self.stage.services.people.meet(phone.user_id, name, "en")
        return phone

    async def card(self, phone: Phone, shown: Shown = OF_PEACE) -> ScreenMessage:
        """A message that shows this."""
        message = await self.stage.send_button(phone, "old:")
        LivingCardRows(self.stage.engine).put(CardRow(phone.user_id, message.message_id, shown))
        return message

    async def left(self) -> list[str]:
        """What the phones' cards are kept up to date with."""
        return [shown.subject for shown in LivingCardRows(self.stage.engine).old_faces(99)]

    async def edits(self) -> int:
        return len(await self.stage.rehearsal.requests("editMessageText"))


@pytest.fixture
async def desk(tmp_path: Path) -> AsyncIterator[Desk]:
    time = Time()
    world = World(clock=lambda: at(11, "13:52").timestamp() + time.seconds)
    async with running(world) as addresses, Rehearsal(addresses.control_url) as rehearsal:
        stage = make_stage(tmp_path, rehearsal, addresses, access="invited", clock=LUNCHTIME)
        stage.set_agenda(AGENDA)
        stage.list_people(ADA, BO)
        workers = Workers()
        house = House(stage.services, load_wording(("en", "fr")), workers)
        pace = Pace(30, time.now, time.sleep)
        bot: ExtBot[Turn] = ExtBot(
            addresses.token,
            addresses.base_url,
            addresses.base_file_url,
            defaults=building.DEFAULTS,
            rate_limiter=pace,
        )
        async with bot:
            yield Desk(stage, house, bot, pace, Refresh(house, bot, pace), time)
        workers.close()


@pytest.fixture
async def ada(desk: Desk) -> Phone:
    return await desk.person("Ada", ADA.key)


def second_line(message: ScreenMessage) -> str:
    return message.text.splitlines()[1]


async def test_card_shows_what_holds_and_then_nothing_is_old(desk: Desk, ada: Phone) -> None:
    card = await desk.card(ada)
    assert await desk.once() is False
    desk.stage.set_agenda(peace_in("nobel"))
    assert [await desk.once(), await desk.once()] == [True, False]
    edited = await ada.next_edit()
    assert (edited.message_id, second_line(edited)) == (
        card.message_id, "Monday 11 February, 14:00–15:30 · Nobel, first floor",
    )  # fmt: skip
    assert await desk.edits() == 1


async def test_agenda_that_changes_nothing_of_it_costs_no_request(desk: Desk, ada: Phone) -> None:
    await desk.card(ada, Shown(CardKind.SESSION, 1, "closing"))
    await desk.card(ada, Shown(CardKind.DAY, 1, day=AGENDA.days()[1]))
    desk.stage.set_agenda(peace_in("nobel"))
    assert (await desk.once(), await desk.edits()) == (False, 0)


async def test_card_that_says_so_already_is_fine(desk: Desk, ada: Phone) -> None:
    await desk.card(ada)
    desk.stage.set_agenda(peace_in("nobel"))
    await desk.once()
    LivingCardRows(desk.stage.engine).put(
        CardRow(ada.user_id, (await ada.next_edit()).message_id, OF_PEACE)
    )
    await desk.time.sleep(2)
    assert [await desk.once(), await desk.once()] == [True, False]
    assert (await desk.edits(), await desk.left()) == (2, ["peace"])


async def test_deleted_card_is_forgotten(desk: Desk, ada: Phone) -> None:
    card = await desk.card(ada)
    await desk.bot.delete_message(ada.user_id, card.message_id)
    desk.stage.set_agenda(peace_in("nobel"))
    assert [await desk.once(), await desk.once()] == [True, False]
    assert (await desk.edits(), await desk.left()) == (1, [])


@pytest.mark.parametrize("kind", ["blocked", "deactivated", "no-chat"])
async def test_chat_that_cannot_be_reached_is_forgotten(desk: Desk, ada: Phone, kind: str) -> None:
    await desk.card(ada)
    await desk.stage.rehearsal.fault(kind, "editMessageText")
    desk.stage.set_agenda(peace_in("nobel"))
    assert [await desk.once(), await desk.once()] == [True, False]
    assert (await desk.edits(), await desk.left()) == (1, [])


async def test_chat_that_is_known_to_be_blocked_is_looked_at_once_it_is_back(
    desk: Desk, ada: Phone
) -> None:
    await desk.card(ada)
    with desk.stage.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE chats SET unreachable = 'blocked'")
    desk.stage.set_agenda(peace_in("nobel"))
    assert (await desk.once(), await desk.edits()) == (False, 0)
    desk.stage.services.people.meet(ada.user_id, "Ada", "en")
    assert await desk.once() is True
    assert second_line(await ada.next_edit()).endswith("Nobel, first floor")


async def test_somebody_off_the_list_is_shown_nothing_more(desk: Desk, ada: Phone) -> None:
    card = await desk.card(ada)
    desk.stage.list_people(BO)
    desk.stage.set_agenda(peace_in("nobel"))
    assert [await desk.once(), await desk.once()] == [True, False]
    assert (await desk.edits(), await desk.left()) == (0, [])
    assert [m.text for m in await ada.messages() if m.message_id == card.message_id] == ["Old"]


async def test_slow_down_is_obeyed_and_the_card_drawn_afterwards(desk: Desk, ada: Phone) -> None:
    await desk.card(ada)
    await desk.stage.rehearsal.fault("slow-down", "editMessageText", seconds=1)
    desk.stage.set_agenda(peace_in("nobel"))
    assert await desk.once() is True
    assert (desk.pace.asked_to_wait(), await desk.left()) == (1.0, ["peace"])
    await desk.time.sleep(2)
    assert await desk.once() is True
    assert second_line(await ada.next_edit()).endswith("Nobel, first floor")


async def test_what_does_not_get_through_is_tried_again_after_a_while(
    desk: Desk, ada: Phone
) -> None:
    await desk.card(ada)
    await desk.stage.rehearsal.fault("bad-gateway", "editMessageText")
    desk.stage.set_agenda(peace_in("nobel"))
    assert await desk.once() is True
    await desk.time.sleep(2)
    assert await desk.once() is True
    assert second_line(await ada.next_edit()).endswith("Nobel, first floor")


async def test_two_cards_of_one_chat_keep_to_its_limit(desk: Desk, ada: Phone) -> None:
    await desk.card(ada)
    await desk.card(ada, Shown(CardKind.SESSION, 1, "funding"))
    changed = [replace(s, room="munch") for s in AGENDA.sessions]
    desk.stage.set_agenda(replace(AGENDA, sessions=tuple(changed)))
    done = [await desk.once() for _ in range(3)]
    assert (done, await desk.edits()) == ([True, True, False], 1)  # the second one is put off
    await desk.time.sleep(2)
    assert ([await desk.once(), await desk.once()], await desk.edits()) == ([True, False], 2)


async def test_agenda_that_comes_while_a_card_is_edited_is_shown_too(
    desk: Desk, ada: Phone
) -> None:
    await desk.card(ada)
    desk.stage.set_agenda(peace_in("nobel"))
    await desk.stage.rehearsal.fault("slow", "editMessageText", seconds=0.3)
    first = asyncio.ensure_future(desk.once())
    await ada.next_edit()
    desk.stage.set_agenda(peace_in("munch"))
    assert await first is True
    await desk.time.sleep(2)
    assert [await desk.once(), await desk.once()] == [True, False]
    assert second_line(await ada.next_edit()).endswith("Munch")


async def test_card_is_left_alone_while_an_answer_is_on_its_way(desk: Desk, ada: Phone) -> None:
    await desk.card(ada)
    desk.stage.set_agenda(peace_in("nobel"))
    async with desk.house.locks.of(ada.user_id):
        assert [await desk.once(), await desk.once()] == [True, False]
    await desk.time.sleep(A_MOMENT)
    assert (await desk.once(), await desk.edits()) == (True, 1)


async def test_message_that_shows_something_else_by_then_is_not_edited(
    desk: Desk, ada: Phone
) -> None:
    card, other = await desk.card(ada), await desk.person("Bo", BO.key)
    await desk.card(other)
    desk.stage.set_agenda(peace_in("nobel"))
    person = desk.stage.services.people.in_chat(ada.user_id)
    assert person is not None
    claimed = desk.stage.services.living.claim()
    assert claimed is not None
    assert claimed.message_id == card.message_id
    desk.stage.services.living.shows(person, card.message_id, None)
    assert (desk.stage.services.living.view(claimed), await desk.once()) == (None, True)
    assert second_line(await other.next_edit()).endswith("Nobel, first floor")


class Broken(LivingCards):
    """One that cannot look at the cards of one chat."""

    chat_id = 0

    def view(self, card: CardRow) -> View | None:
        if card.chat_id == self.chat_id:
            raise ValueError("a mistake of ours")
        return super().view(card)


async def test_card_that_cannot_be_drawn_does_not_keep_the_others(desk: Desk, ada: Phone) -> None:
    other = await desk.person("Bo", BO.key)
    services, rows = desk.stage.services, LivingCardRows(desk.stage.engine)
    broken = Broken(rows, services.agenda, services.my_day, services.sessions, services.people)
    broken.chat_id = ada.user_id
    house = replace(desk.house, services=replace(services, living=broken))
    desk.refresh = Refresh(house, desk.bot, desk.pace)
    await desk.card(ada)
    await desk.card(other)
    desk.stage.set_agenda(peace_in("nobel"))
    assert [await desk.once() for _ in range(3)] == [True, True, False]
    assert second_line(await other.next_edit()).endswith("Nobel, first floor")
    broken.chat_id = 0
    await desk.time.sleep(A_WHILE)
    assert await desk.once() is True
    assert second_line(await ada.next_edit()).endswith("Nobel, first floor")
