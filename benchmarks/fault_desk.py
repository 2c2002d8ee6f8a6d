"""The real courier between a real outbox and a Bot API full of faults, on a clock that jumps."""

import random
import socket
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import httpx
from telegram.error import TelegramError
from telegram.ext import ExtBot
from telegram.request import HTTPXRequest

from benchmarks.crowd import CONFIG, Crowd, Row
from benchmarks.virtual_time import VirtualTime, VirtualWorkers
from bot import building
from bot.deliveries.courier import Courier, HandOver
from bot.deliveries.handover import Handover
from bot.deliveries.outcomes import Outcome
from bot.deliveries.pace import Pace
from bot.deliveries.rendering import render
from bot.deliveries.window import Turn
from bot.visit import House
from bot.wording import load_wording
from meeting.announcements import Message, Text
from meeting.delivery import Event, Urgency
from rehearsal.server import Addresses, running
from rehearsal.world import World
from services.config import Environment, load_config
from services.parcels import Parcel
from services.wiring import wire

READ_SECONDS = 0.2  # real ones: so long an answer is waited for that never comes
TRIES = 5  # of the blind courier
MESSAGE = Message({"en": Text("Buses at six", "Buses at <b>six</b>")})

Connections = httpx.AsyncHTTPTransport


class Refusing(Connections):
    """Leads a share of the requests, by seed, to a port where nobody listens."""

    def __init__(self, seed: int, share: float) -> None:
        super().__init__()
        self.refused = 0
        self._dice = random.Random(f"{seed} connections")
        self._share = share
        self._closed = socket.socket()  # bound, so that nobody else listens there
        self._closed.bind(("127.0.0.1", 0))

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        if request.url.path.endswith("/sendMessage") and self._dice.random() < self._share:
            self.refused += 1
            request.url = request.url.copy_with(port=self._closed.getsockname()[1])
        return await super().handle_async_request(request)

    async def aclose(self) -> None:
        self._closed.close()
        await super().aclose()


class Timeless(HTTPXRequest):
    """PTB's own client; a request takes no time on the clock."""

    def __init__(self, clock: VirtualTime, transport: Connections) -> None:
        super().__init__(httpx_kwargs={"transport": transport})
        self._clock = clock

    async def do_request(self, *args: Any, **kwargs: Any) -> tuple[int, bytes]:
        with self._clock.busy():
            return await super().do_request(*args, **kwargs)


class Blind:
    """A courier's hand that tries again at once, whatever it is told."""

    def __init__(self, bot: ExtBot[Turn]) -> None:
        self._bot = bot

    async def __call__(self, parcel: Parcel, turn: Turn) -> Outcome:
        turn.give_back()
        text = MESSAGE.texts["en"].html
        for _ in range(TRIES):
            try:
                sent = await self._bot.send_message(
                    parcel.recipient.chat_id, text, read_timeout=READ_SECONDS
                )
            except TelegramError:
                continue
            return Outcome(Event.ACCEPTED, message_id=sent.message_id)
        return Outcome(Event.REFUSED, "no luck")


class Desk:
    """One announcement to so many people. `world` is what the Bot API saw; `refused` is the share
    of connections that fail."""

    def __init__(
        self, folder: Path, size: int, urgency: Urgency, seed: int = 0, refused: float = 0.0
    ) -> None:
        self._clock = VirtualTime()
        self.world = World(clock=self._clock.seconds)
        self.connections = Refusing(seed, refused)
        self._folder = folder
        self._config = load_config(CONFIG)
        self._crowd = Crowd(folder, size, self._clock.now())
        self._crowd.take_phones(self.world)
        self._version_id = self._crowd.announce(MESSAGE, urgency, self._clock.now())

    def is_over(self) -> bool:
        """Whether nothing waits and nothing is on its way."""
        return not self._crowd.waits(self._version_id)

    def rows(self) -> Mapping[int, Row]:
        """Our own table, by chat."""
        return self._crowd.rows(self._version_id)

    def close(self) -> None:
        self._crowd.close()

    @asynccontextmanager
    async def courier(self, *, blind: bool = False) -> AsyncIterator[None]:
        """The courier is at work until the block ends."""
        rate = self._config.announcements.messages_per_second
        pace = Pace(rate, self._clock.seconds, self._clock.sleep)
        async with (
            running(self.world) as addresses,
            self._clock.running(),
            self._bot(addresses, pace) as bot,
        ):
            house = self._house(addresses)
            hand_over: HandOver = Blind(bot) if blind else self._handover(house, bot, pace)
            courier = Courier(house, bot, pace, hand_over)
            courier.start()
            yield
            await courier.stop()
            house.workers.close()

    def _bot(self, addresses: Addresses, pace: Pace) -> ExtBot[Turn]:
        return ExtBot(
            addresses.token,
            addresses.base_url,
            addresses.base_file_url,
            request=Timeless(self._clock, self.connections),
            defaults=building.DEFAULTS,
            rate_limiter=pace,
        )

    def _house(self, addresses: Addresses) -> House:
        environment = Environment(telegram_base_url=addresses.base_url, attache_data=self._folder)
        services = wire(self._config, environment, clock=self._clock)
        return House(services, load_wording(("en",)), VirtualWorkers(self._clock))

    def _handover(self, house: House, bot: ExtBot[Turn], pace: Pace) -> Handover:
        zone = ZoneInfo(self._config.meeting.time_zone)
        return Handover(
            bot,
            pace,
            partial(render, house.wording, zone),
            self._clock,
            read_seconds=READ_SECONDS,
        )
