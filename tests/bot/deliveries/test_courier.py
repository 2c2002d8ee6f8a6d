"""The courier takes what is due, as fast as it may, and outlives whatever goes wrong."""

import asyncio
import logging
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import cast

import pytest
from sqlalchemy.exc import OperationalError
from telegram import Bot

from bot.deliveries.courier import Courier
from bot.deliveries.outcomes import Outcome, Then
from bot.deliveries.pace import Pace
from bot.deliveries.window import Turn
from bot.reporting.progress import Progress
from bot.visit import House
from bot.wording import load_wording
from bot.workers import Workers
from meeting.delivery import Event, State
from rehearsal.client import Rehearsal
from rehearsal.server import Addresses
from services.outbox import Outbox
from services.parcels import Parcel
from services.wiring import Services
from tests.bot.fake_outbox import NOON, FakeOutbox
from tests.stage import make_stage

SENT = Outcome(Event.ACCEPTED, message_id=5)
FULL = OperationalError("INSERT", {}, Exception("database or disk is full"))


class Noted(Progress):
    """Remembers what it was told to draw."""

    def __init__(self) -> None:
        super().__init__()
        self.told: list[int] = []

    def changed(self, announcement_id: int) -> None:
        self.told.append(announcement_id)


@dataclass
class Round:
    """A courier with a bag of outcomes; the clock moves when somebody sleeps."""

    services: Services
    outcomes: dict[int, list[Outcome]] = field(default_factory=dict)
    outbox: FakeOutbox = field(default_factory=FakeOutbox)
    seconds: float = 0.0
    on_the_way: int = 0
    most: int = 0
    handed: list[int] = field(default_factory=list)
    gate: asyncio.Event = field(default_factory=asyncio.Event)

    old_cards: int = 0
    drawing: int = 0
    drawn: list[int] = field(default_factory=list)
    ticked: list[float] = field(default_factory=list)
    card_gate: asyncio.Event = field(default_factory=asyncio.Event)

    def __post_init__(self) -> None:
        self.gate.set()
        self.card_gate.set()
        self.outbox.now = self.now
        self.progress = Noted()
        self.pace = Pace(1000, lambda: self.seconds, self.sleep)

    def now(self) -> datetime:
        return NOON + timedelta(seconds=self.seconds)

    async def sleep(self, seconds: float) -> None:
        self.seconds += seconds
        await asyncio.sleep(0)

    async def hand_over(self, parcel: Parcel, turn: Turn) -> Outcome:
        self.on_the_way += 1
        self.most = max(self.most, self.on_the_way)
        try:
            await self.gate.wait()
        finally:
            self.on_the_way -= 1
        chat = parcel.recipient.chat_id
        self.handed.append(chat)
        planned = self.outcomes.get(chat)
        return planned.pop(0) if planned else SENT

    @asynccontextmanager
    async def running(self) -> AsyncIterator[Courier]:
        workers = Workers()
        services = replace(self.services, outbox=cast("Outbox", self.outbox), clock=self)
        house = House(services, load_wording(("en",)), workers, progress=self.progress)
        ticks = (lambda: bool(self.ticked.append(self.seconds)),)
        courier = Courier(house, cast("Bot", None), self.pace, self.hand_over, self.renew, ticks)
        courier.start()
        yield courier
        await courier.stop()
        workers.close()

    async def renew(self, _turn: Turn) -> bool:
        """Draws one old card: written down is how many deliveries were handed over before."""
        self.drawing += 1
        assert self.drawing == 1
        await self.card_gate.wait()
        self.drawing -= 1
        if not self.old_cards:
            return False
        self.old_cards -= 1
        self.drawn.append(len(self.handed))
        return True

    async def until(self, holds: Callable[[], bool]) -> None:
        async with asyncio.timeout(10):
            while not holds():  # noqa: ASYNC110  threads of the courier
                await asyncio.sleep(0)

    async def settled(self) -> None:
        """Until nothing waits and nothing is on its way."""
        await self.until(
            lambda: not any(r.waits or r.state is State.SENDING for r in self.outbox.rows.values())
        )

    def fill(self, count: int) -> None:
        self.outbox = FakeOutbox(range(100, 100 + count), self.now)


@pytest.fixture
def round_(tmp_path: Path) -> Round:
    addresses = Addresses("http://127.0.0.1:1/bot", "", "", "7000000001:none")
    return Round(make_stage(tmp_path, cast("Rehearsal", None), addresses).services)


async def test_everybody_gets_it_once(round_: Round) -> None:
    round_.fill(20)
    async with round_.running():
        await round_.settled()
    assert sorted(round_.handed) == list(range(100, 120))
    assert set(round_.outbox.states) == {State.SENT}
    assert set(round_.outbox.message_ids.values()) == {5}
    assert round_.progress.told == [1] * 20


async def test_what_a_crash_left_is_taken_up_before_the_first_claim(round_: Round) -> None:
    async with round_.running():
        await round_.until(lambda: "claim" in round_.outbox.calls)
    assert round_.outbox.calls[:2] == ["recover", "claim"]


async def test_no_more_are_on_their_way_than_the_settings_say(round_: Round) -> None:
    round_.fill(20)
    round_.gate.clear()
    async with round_.running():
        await round_.until(lambda: round_.on_the_way == 4)
        assert round_.outbox.states.count(State.SENDING) == 4
        round_.gate.set()
        await round_.settled()
    assert round_.most == 4


async def test_postponed_is_tried_again_when_telegram_allows(round_: Round) -> None:
    round_.fill(1)
    round_.outcomes = {100: [Outcome(Event.POSTPONED, "slow down", wait=20.0)]}
    async with round_.running():
        await round_.settled()
    assert round_.handed == [100, 100]
    assert round_.seconds >= 20


async def test_woken_it_looks_at_once(round_: Round) -> None:
    async def never(seconds: float) -> None:
        await asyncio.Event().wait()

    round_.pace.sleep = never
    async with round_.running() as courier:
        await round_.until(lambda: round_.outbox.calls == ["recover", "claim", "tick"])
        round_.outbox.rows = FakeOutbox(range(100, 101)).rows
        courier.wake()
        await round_.settled()
        assert round_.handed == [100]


async def test_stopped_it_waits_for_what_is_on_its_way_and_takes_nothing_more(
    round_: Round,
) -> None:
    round_.fill(20)
    round_.gate.clear()
    round_.pace.sleep = lambda _seconds: asyncio.Event().wait()
    async with round_.running() as courier:
        await round_.until(lambda: round_.on_the_way == 4)
        stopping = asyncio.create_task(courier.stop())
        await asyncio.sleep(0)
        round_.gate.set()
        await stopping
    states = round_.outbox.states
    assert (states.count(State.SENT), states.count(State.PENDING)) == (4, 16)


async def test_stopped_it_does_not_wait_for_ever(round_: Round) -> None:
    round_.fill(2)
    round_.gate.clear()
    async with round_.running() as courier:
        await round_.until(lambda: round_.on_the_way == 2)
        before = round_.seconds
        await courier.stop()
        assert round_.seconds - before >= 20
    assert round_.outbox.states == [State.SENDING, State.SENDING]


@pytest.mark.parametrize("method", ["recover", "claim", "settle", "tick"])
async def test_store_that_is_full_for_a_while_costs_nothing(round_: Round, method: str) -> None:
    round_.fill(3)
    round_.outbox.fails = {method: [FULL, FULL]}
    async with round_.running():
        await round_.settled()
        await round_.until(lambda: not round_.outbox.fails[method])
    assert sorted(round_.handed) == [100, 101, 102]
    assert set(round_.outbox.states) == {State.SENT}


async def test_result_that_the_store_never_takes_costs_one_delivery_only(round_: Round) -> None:
    round_.fill(3)
    round_.outbox.fails = {"settle": [ValueError("a bug")]}
    async with round_.running():
        await round_.until(lambda: round_.outbox.states.count(State.SENT) == 2)
    assert sorted(round_.outbox.states) == [State.SENDING, State.SENT, State.SENT]


async def test_refused_token_stops_it_with_one_alarm(
    round_: Round, caplog: pytest.LogCaptureFixture
) -> None:
    round_.fill(20)
    refused = Outcome(Event.POSTPONED, "the token is refused", Then.STOP)
    round_.outcomes = {chat: [refused] for chat in round_.outbox.rows}
    async with round_.running():
        await round_.until(lambda: len(round_.handed) > 0)
        await round_.until(lambda: State.SENDING not in round_.outbox.states)
    assert set(round_.outbox.states) == {State.PENDING}
    assert len(round_.handed) <= 4
    assert [r.levelno for r in caplog.records].count(logging.CRITICAL) == 1


async def test_progress_that_cannot_be_drawn_costs_nothing(round_: Round) -> None:
    def broken(announcement_id: int) -> None:
        raise ValueError("a bug")

    round_.fill(10)
    round_.progress.changed = broken  # type: ignore[method-assign]
    async with round_.running():
        await round_.settled()
    assert set(round_.outbox.states) == {State.SENT}


async def test_cards_wait_until_no_delivery_is_due(round_: Round) -> None:
    round_.fill(5)
    round_.old_cards = 3
    async with round_.running():
        await round_.until(lambda: round_.old_cards == 0)
        await round_.settled()
    assert round_.drawn == [5, 5, 5]


async def test_delivery_does_not_wait_for_a_card_that_hangs(round_: Round) -> None:
    round_.old_cards = 1
    round_.card_gate.clear()
    async with round_.running() as courier:
        await round_.until(lambda: round_.drawing == 1)
        round_.outbox.rows |= FakeOutbox(range(100, 103), round_.now).rows
        courier.wake()
        await round_.settled()
        assert (sorted(round_.handed), round_.drawn) == ([100, 101, 102], [])
        round_.card_gate.set()
        await round_.until(lambda: round_.drawn == [3])


async def test_what_time_makes_due_is_asked_for_about_once_a_second(round_: Round) -> None:
    async with round_.running():
        await round_.until(lambda: len(round_.ticked) >= 4)
    pauses = [later - at for at, later in zip(round_.ticked, round_.ticked[1:], strict=False)]
    assert min(pauses) >= 1.0
