"""Takes what is due from the outbox, has it handed over, and writes down what became of it."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from datetime import timedelta
from functools import partial
from zoneinfo import ZoneInfo

import structlog
from telegram import Bot
from telegram.ext import ExtBot

from bot.deliveries.errands import Errands
from bot.deliveries.handover import Handover
from bot.deliveries.outcomes import Outcome, Then
from bot.deliveries.pace import Pace
from bot.deliveries.queries import Queries
from bot.deliveries.recovery import tell_authors
from bot.deliveries.rendering import render
from bot.deliveries.window import Turn
from bot.living.refresh import Refresh
from bot.visit import House
from meeting.announcements import Announcement
from services.parcels import Parcel

IDLE_SECONDS = 1.0  # how often the outbox is looked at when nobody rings
DRAIN_SECONDS = 20.0  # hosts kill 30 s after their SIGTERM, and people's answers end first

HandOver = Callable[[Parcel, Turn], Awaitable[Outcome]]
Renew = Callable[[Turn], Awaitable[bool]]
Tick = Callable[[], bool]

log = structlog.stdlib.get_logger(__name__)


async def nothing_old(_turn: Turn) -> bool:
    """Where there are no cards."""
    return False


def hire(house: House, bot: ExtBot[Turn], pace: Pace) -> "Courier":
    """The courier of a bot whose rate limiter is `pace`."""
    config = house.services.config
    zone = ZoneInfo(config.meeting.time_zone)
    paid = config.announcements.paid_broadcast
    drawn = partial(render, house.wording, zone)
    hand_over = Handover(bot, pace, drawn, house.services.clock, paid)
    ticks = (house.services.reminders.tick,)
    return Courier(house, bot, pace, hand_over, Refresh(house, bot, pace), ticks)


class Courier:
    """First a place in the pace, then a claim, then at once the request: a delivery is written
    down as on its way only while it is."""

    def __init__(
        self,
        house: House,
        bot: Bot,
        pace: Pace,
        hand_over: HandOver,
        renew: Renew = nothing_old,
        ticks: Sequence[Tick] = (),
    ) -> None:
        """`renew` brings one old card up to date, where no delivery is due, and says whether
        there was one; `ticks` are asked once a second what is due by now, before the outbox is."""
        self._house = house
        self._bot = bot
        self._pace = pace
        self._hand_over = hand_over
        self._renew = renew
        self._is_renewing = False
        self._outbox = house.services.outbox
        self._ticks = (*ticks, self._outbox.tick)
        self._queries = Queries(house.workers, pace.sleep)
        self._places = asyncio.Semaphore(house.services.config.announcements.in_flight)
        self._errands = Errands()
        self._round: asyncio.Task[None] | None = None
        self._on_their_way = 0
        self._tick_at = 0.0

    def start(self) -> None:
        """Begin; what an earlier run left on its way is taken up before all else."""
        self._round = asyncio.create_task(self._go_round(), name="courier")

    def wake(self) -> None:
        """Look at the outbox at once."""
        self._house.mail.set()

    async def stop(self) -> None:
        """Take nothing more; wait for what is on its way, though not for ever. What hangs stays
        written down as on its way, and the next start takes it up."""
        if self._round is None:
            return
        self._round.cancel()
        await self._errands.finish(self._pace.sleep(DRAIN_SECONDS))
        await asyncio.gather(self._round, return_exceptions=True)

    async def _go_round(self) -> None:
        await self._recover()
        while True:
            try:
                await self._next()
            except Exception as error:
                log.error("the courier stumbled", error=type(error).__name__, exc_info=error)
                await self._pace.sleep(IDLE_SECONDS)

    async def _next(self) -> None:
        await self._places.acquire()
        turn = await self._pace.turn()
        self._house.mail.clear()
        # A claim that has begun is followed to its end, also when the courier is stopped.
        found = await asyncio.shield(self._errands.begin(self._claim(turn)))
        is_time = self._pace.now() >= self._tick_at
        if found and is_time:
            self._errands.begin(self._tick())  # beside the next deliveries
        if not found and not (is_time and await self._tick()):
            await self._rest()

    async def _claim(self, turn: Turn) -> bool:
        """Start on the next delivery; False where nothing is due."""
        parcel = await self._queries.attempt(self._outbox.claim)
        if parcel is None:
            self._use_idle(turn)
            return False
        self._on_their_way += 1
        self._errands.begin(self._deliver(parcel, turn))
        return True

    def _use_idle(self, turn: Turn) -> None:
        """No delivery is due: a place for one old card."""
        if self._is_renewing:
            turn.give_back()
            self._places.release()
            return
        self._is_renewing = True
        self._errands.begin(self._renew_card(turn))

    async def _renew_card(self, turn: Turn) -> None:
        found = False
        try:
            found = await self._renew(turn)
        finally:
            turn.give_back()
            self._places.release()
            self._is_renewing = False
        if found:
            self.wake()

    async def _deliver(self, parcel: Parcel, turn: Turn) -> None:
        try:
            outcome = await self._hand_over(parcel, turn)
            if outcome.then is Then.STOP:
                self._give_up()
            await self._queries.surely(partial(self._settle, parcel, outcome))
        finally:
            turn.give_back()
            self._places.release()
            self._on_their_way -= 1
        if isinstance(parcel.content, Announcement):
            self._house.progress.changed(parcel.content.announcement_id)
        if not self._on_their_way:  # perhaps that was the last one: its author wants to know
            self._tick_at = 0.0
            self.wake()

    def _settle(self, parcel: Parcel, outcome: Outcome) -> None:
        seconds = max(outcome.wait, self._pace.rests_for())
        self._outbox.settle(
            parcel,
            outcome.event,
            message_id=outcome.message_id,
            again_at=self._house.services.clock.now() + timedelta(seconds=seconds),
            reason=outcome.reason,
        )

    def _give_up(self) -> None:
        """Telegram refuses the token. Every further request would be refused like this one."""
        if self._round is not None and not self._round.cancelling():
            log.critical("Telegram refuses the token; nothing is sent until the next start")
            self._round.cancel()

    async def _tick(self) -> bool:
        """Look at what the time has made due, once a second; whether anything changed."""
        self._tick_at = float("inf")  # never two at once
        changed = any([await self._queries.attempt(tick) for tick in self._ticks])
        self._tick_at = self._pace.now() + IDLE_SECONDS
        if changed:
            self._house.progress.ticked()
        return changed

    async def _rest(self) -> None:
        """Until somebody rings, or for a second."""
        waits = {
            asyncio.ensure_future(self._house.mail.wait()),
            asyncio.ensure_future(self._pace.sleep(IDLE_SECONDS)),
        }
        try:
            await asyncio.wait(waits, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for each in waits:
                each.cancel()

    async def _recover(self) -> None:
        left = await self._queries.surely(self._outbox.recover)
        self._errands.begin(tell_authors(self._house, self._bot, left or ()))
