"""After a crash: the authors of announcements and releases read what it made doubtful."""

from collections.abc import Iterable
from zoneinfo import ZoneInfo

import structlog
from telegram import Bot

from bot.tell import tell
from bot.visit import House
from services.parcels import Recovered

log = structlog.stdlib.get_logger(__name__)


async def tell_authors(house: House, bot: Bot, left: Iterable[Recovered]) -> None:
    """Say how many messages were on their way, to each author in their language."""
    for each in left:
        if each.in_the_air:
            log.warning("deliveries were cut off", author=each.author, count=each.in_the_air)
            await _tell(house, bot, each)


async def _tell(house: House, bot: Bot, left: Recovered) -> None:
    if left.author is None:
        return
    author = await house.workers.run(house.services.people.in_chat, left.author)
    if author is None:
        return
    zone = ZoneInfo(house.services.config.meeting.time_zone)
    # With seconds: it is compared with what people saw on their phones.
    time = house.services.clock.now().astimezone(zone).strftime("%H:%M:%S")
    key = "courier.recovered" if left.in_the_air == 1 else "courier.recovered_many"
    await tell(house, bot, author, key, time=time, count=left.in_the_air)
