"""The message that shows how an announcement goes: one, edited, however the network is."""

import asyncio
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import ParamSpec, TypeVar

import pytest
from telegram.ext import ExtBot

from bot.building import DEFAULTS
from bot.reporting import report_message
from bot.reporting.progress import HELD, Progress
from bot.visit import House
from bot.wording import load_wording
from bot.workers import Workers
from meeting.announcements import Announcement
from meeting.delivery import Event
from rehearsal.client import Rehearsal
from rehearsal.phone import Phone
from rehearsal.screen import ScreenMessage
from rehearsal.server import running
from rehearsal.world import World
from tests.bot.sending import GUESTS, OLA, deliver, enter, send
from tests.stage import Stage, make_stage

P, T = ParamSpec("P"), TypeVar("T")
KEYS = [guest.key for guest in GUESTS]
CLOCK = "2008-02-11T17:30:00+01:00"
ABOUT = "\nBuses to the dinner leave at 18:30."


@dataclass
class Rounds:
    """The sleep between two rounds, which lasts until the test ends it, and the clock."""

    time: float = 100.0
    slept: list[float] = field(default_factory=list)
    _asleep: asyncio.Event = field(default_factory=asyncio.Event)
    _go: asyncio.Event = field(default_factory=asyncio.Event)

    def now(self) -> float:
        return self.time

    async def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self._asleep.set()
        await self._go.wait()
        self._go.clear()
        self.time += seconds

    async def drawn(self) -> None:
        """Until a round is over."""
        async with asyncio.timeout(10):
            await self._asleep.wait()
        self._asleep.clear()

    async def next(self) -> None:
        """Let the next round begin, and wait until it is over."""
        self._go.set()
        await self.drawn()


@dataclass
class Desk:
    """An author's phone, and the parts that write to it, without a bot that polls."""

    stage: Stage
    ola: Phone
    bot: ExtBot[None]
    rounds: Rounds
    house: House
    number: int = 0
    halted: float = 0.0

    @property
    def progress(self) -> Progress:
        return self.house.progress

    def begin_again(self) -> None:
        """As another run of the bot does."""
        self.rounds = Rounds()
        progress = Progress(self.rounds.sleep, self.rounds.now)
        old = self.house
        self.house = House(old.services, old.wording, old.workers, progress=progress)

    async def begin(self) -> ScreenMessage:
        """Send to four people who have opened the bot; the message that shows how it goes."""
        await self.start()
        sent = self.send()
        await self.progress.begin(self.house, self.bot, sent)
        return await self.ola.next_message()

    def send(self) -> Announcement:
        self.number = send(self.stage, self.ola.user_id, KEYS)
        return self.stage.services.announcements.report(self.number).announcement

    async def start(self) -> None:
        await self.progress.start(self.house, self.bot, lambda: self.halted)

    async def change(self, most: int = 1) -> None:
        """So many more are delivered."""
        await self.house.workers.run(deliver, self.stage, most)
        self.progress.changed(self.number)

    async def texts(self) -> list[str]:
        """What stands in Ola's chat, without the first words of the announcement."""
        messages = await self.ola.messages()
        return [
            each.text.removesuffix(ABOUT) for each in messages if each.from_bot and not each.deleted
        ]

    async def edits(self) -> int:
        return len(await self.stage.rehearsal.requests("editMessageText"))


@pytest.fixture
async def desk(tmp_path: Path) -> AsyncIterator[Desk]:
    async with running(World()) as addresses, Rehearsal(addresses.control_url) as rehearsal:
        stage = make_stage(tmp_path, rehearsal, addresses, "invited", CLOCK)
        stage.list_people(OLA, *GUESTS)
        phones = [await enter(stage, key) for key in ("ola", *KEYS)]
        for phone in phones:
            stage.services.people.meet(phone.user_id, phone.first_name, "en")
        bot = ExtBot(addresses.token, addresses.base_url, defaults=DEFAULTS)
        wording = load_wording(stage.services.config.languages.offered)
        house = House(stage.services, wording, Workers())
        async with bot:
            made = Desk(stage, phones[0], bot, Rounds(), house)
            made.begin_again()
            yield made
            await made.progress.stop(made.house, bot)
        house.workers.close()


async def test_one_message_is_edited_as_it_goes_and_becomes_the_report(desk: Desk) -> None:
    first = await desk.begin()
    assert first.text == "Sending: ░░░░░░░░░░ 0 of 4 · about 1 s left" + ABOUT
    assert first.labels == ["Pause", "Cancel"]
    await desk.change(2)
    await desk.rounds.drawn()
    assert await desk.texts() == ["Sending: ▓▓▓▓▓░░░░░ 2 of 4 · about 1 s left"]
    await desk.change(2)
    await desk.rounds.next()
    assert await desk.texts() == ["Sent 17:30 · 4 delivered"]
    assert (await desk.ola.messages())[-1].message_id == first.message_id


class Meanwhile(Workers):
    """Lets something happen once, after the first report was read and before it is drawn."""

    def __init__(self, happens: Callable[[], None]) -> None:
        super().__init__()
        self._happens = [happens]

    async def run(self, work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        done = await super().run(work, *args, **kwargs)
        if work is report_message.drawing and self._happens:
            self._happens.pop()()
        return done


async def test_one_that_ends_while_it_is_first_read_shows_its_end(desk: Desk) -> None:
    def end() -> None:
        deliver(desk.stage, 4)
        desk.progress.ticked()

    workers = Meanwhile(end)
    desk.house = replace(desk.house, workers=workers)
    await desk.begin()
    await desk.rounds.drawn()
    workers.close()
    assert await desk.texts() == ["Sent 17:30 · 4 delivered"]


async def test_many_changes_are_one_edit_every_two_seconds(desk: Desk) -> None:
    await desk.begin()
    await desk.change()
    await desk.rounds.drawn()
    for _ in range(50):
        desk.progress.changed(desk.number)
    await desk.change()
    await desk.rounds.next()
    assert (await desk.edits(), desk.rounds.slept) == (2, [2.0, 2.0])


async def test_same_text_is_never_sent_twice(desk: Desk) -> None:
    await desk.begin()
    desk.progress.changed(desk.number)
    await desk.rounds.drawn()
    await desk.progress.back(desk.house, desk.bot, desk.number)
    assert await desk.edits() == 0


async def test_deleted_message_is_sent_anew_once(desk: Desk) -> None:
    first = await desk.begin()
    await desk.bot.delete_message(desk.ola.user_id, first.message_id)
    await desk.change()
    await desk.rounds.drawn()
    second = await desk.ola.next_message()
    assert second.text.startswith("Sending: ▓▓░░░░░░░░ 1 of 4")
    await desk.change()
    await desk.rounds.next()
    assert (await desk.ola.next_edit()).message_id == second.message_id
    await desk.bot.delete_message(desk.ola.user_id, second.message_id)
    await desk.change()
    await desk.rounds.next()
    assert await desk.texts() == []


async def test_next_run_goes_on_in_the_same_message(desk: Desk) -> None:
    first = await desk.begin()
    await desk.progress.stop(desk.house, desk.bot)
    await desk.house.workers.run(deliver, desk.stage, 2)
    desk.begin_again()
    await desk.start()
    await desk.rounds.drawn()
    edited = await desk.ola.next_edit()
    assert (edited.message_id, edited.text) == (
        first.message_id,
        "Sending: ▓▓▓▓▓░░░░░ 2 of 4 · about 1 s left" + ABOUT,
    )


async def test_next_run_sends_the_message_that_a_crash_prevented(desk: Desk) -> None:
    desk.number = send(desk.stage, desk.ola.user_id, KEYS)
    await desk.start()
    await desk.rounds.drawn()
    assert (await desk.texts())[0].startswith("Sending: ░░░░░░░░░░ 0 of 4")


async def test_next_run_says_what_was_finished_when_the_last_one_ended(desk: Desk) -> None:
    await desk.begin()
    await desk.progress.stop(desk.house, desk.bot)
    await desk.house.workers.run(deliver, desk.stage)
    desk.begin_again()
    await desk.start()
    await desk.rounds.drawn()
    assert await desk.texts() == ["Sent 17:30 · 4 delivered"]


async def test_waits_where_telegram_asks_for_it(desk: Desk) -> None:
    await desk.begin()
    await desk.stage.rehearsal.fault("slow-down", "editMessageText", seconds=5)
    await desk.change()
    await desk.rounds.drawn()
    await desk.rounds.next()
    await desk.rounds.next()
    assert await desk.edits() == 1
    await desk.rounds.next()
    assert (await desk.edits(), (await desk.texts())[0][:27]) == (2, "Sending: ▓▓░░░░░░░░ 1 of 4 ")


@pytest.mark.parametrize("kind", ["bad-gateway", "reset", "lost"])
async def test_network_that_fails_is_tried_again_in_the_next_round(desk: Desk, kind: str) -> None:
    await desk.begin()
    await desk.stage.rehearsal.fault(kind, "editMessageText")
    await desk.change()
    await desk.rounds.drawn()
    await desk.rounds.next()
    assert (await desk.texts())[0].startswith("Sending: ▓▓░░░░░░░░ 1 of 4")


async def test_author_who_has_blocked_the_bot_ends_nothing(desk: Desk) -> None:
    await desk.begin()
    await desk.ola.block()
    await desk.change()
    await desk.rounds.drawn()
    await desk.ola.unblock()
    await desk.change()
    await desk.rounds.next()
    assert (await desk.texts())[0].startswith("Sending: ▓▓▓▓▓░░░░░ 2 of 4")


async def test_telegrams_wish_to_wait_is_shown(desk: Desk) -> None:
    await desk.begin()
    desk.halted = 19.5
    await desk.house.workers.run(deliver, desk.stage, 1, Event.POSTPONED)
    desk.progress.changed(desk.number)
    await desk.rounds.drawn()
    assert await desk.texts() == ["Sending: ░░░░░░░░░░ 0 of 4 · Telegram asks us to wait, 20 s"]


async def test_what_is_shown_instead_is_left_alone_for_a_while(desk: Desk) -> None:
    first = await desk.begin()

    async def ask() -> None:
        await desk.bot.edit_message_text("Really?", desk.ola.user_id, first.message_id)

    await desk.progress.instead(desk.number, ask)
    await desk.change()
    await desk.rounds.drawn()
    assert await desk.texts() == ["Really?"]
    await desk.progress.back(desk.house, desk.bot, desk.number)
    assert (await desk.texts())[0].startswith("Sending: ▓▓░░░░░░░░ 1 of 4")
    await desk.progress.instead(desk.number, ask)
    await desk.change()
    await desk.rounds.next()
    assert await desk.texts() == ["Really?"]
    desk.rounds.time += HELD
    await desk.rounds.next()
    assert (await desk.texts())[0].startswith("Sending: ▓▓▓▓▓░░░░░ 2 of 4")


async def test_tick_redraws_what_is_not_over(desk: Desk) -> None:
    await desk.begin()
    await desk.house.workers.run(deliver, desk.stage)
    desk.progress.ticked()
    await desk.rounds.drawn()
    assert await desk.texts() == ["Sent 17:30 · 4 delivered"]
    desk.progress.ticked()
    assert desk.rounds.slept == [2.0]


async def test_end_draws_once_more(desk: Desk) -> None:
    await desk.begin()
    desk.progress.changed(desk.number)
    await desk.rounds.drawn()
    await desk.change(4)
    await desk.progress.stop(desk.house, desk.bot)
    assert await desk.texts() == ["Sent 17:30 · 4 delivered"]


async def test_end_lets_an_edit_that_telegram_has_made_come_to_its_note(desk: Desk) -> None:
    await desk.begin()
    await desk.stage.rehearsal.fault("slow", "editMessageText", seconds=0.3)
    await desk.change()
    await desk.ola.next_edit()
    desk.progress.changed(desk.number)
    await desk.progress.stop(desk.house, desk.bot)
    assert await desk.edits() == 1


async def test_end_remembers_a_message_that_telegram_has_just_taken(desk: Desk) -> None:
    desk.send()
    await desk.stage.rehearsal.fault("slow", seconds=0.3)
    await desk.start()
    first = await desk.ola.next_message()
    await desk.progress.stop(desk.house, desk.bot)
    report = desk.stage.services.announcements.report(desk.number)
    assert report.announcement.report_message == first.message_id


async def test_delivery_quicker_than_the_handler_leads_to_one_message(desk: Desk) -> None:
    await desk.start()
    sent = desk.send()
    await desk.change()
    await desk.rounds.drawn()
    await desk.progress.begin(desk.house, desk.bot, sent)
    assert await desk.texts() == ["Sending: ▓▓░░░░░░░░ 1 of 4 · about 1 s left"]


async def test_author_reads_their_language(desk: Desk) -> None:
    desk.stage.services.people.meet(desk.ola.user_id, "Ola", "fr")
    first = await desk.begin()
    assert first.text.startswith("Envoi\u202f: ░░░░░░░░░░ 0 sur 4 · encore 1 s environ")


async def test_announcement_that_is_gone_is_passed_over(desk: Desk) -> None:
    await desk.begin()
    await desk.change()
    desk.progress.changed(999)
    await desk.rounds.drawn()
    assert (await desk.texts())[0].startswith("Sending: ▓▓░░░░░░░░ 1 of 4")
