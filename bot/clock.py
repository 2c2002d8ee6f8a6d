"""The bot's ticks, on python-telegram-bot's JobQueue (APScheduler); the database remembers."""

from datetime import timedelta
from functools import partial

import structlog
from telegram.ext import JobQueue

from bot import menu
from bot.visit import Context, House

HOUSEKEEPING = timedelta(hours=1)
WARMING = timedelta(minutes=1)

log = structlog.stdlib.get_logger(__name__)


def wind(jobs: "JobQueue[Context]", house: House) -> None:
    """Register what happens without anybody asking. A missed tick is made up for once."""
    late = {"coalesce": True, "misfire_grace_time": None}
    # At once, beside the first polls: people are greeted while the model is still loading.
    warm_up = partial(_warm_up, house)
    # An interval that begins now has missed its first moment and waits for the second one.
    jobs.run_once(warm_up, 0, name="warm-up", job_kwargs=late)
    jobs.run_repeating(warm_up, WARMING, name="warm-up", job_kwargs=late)
    jobs.run_once(partial(menu.publish, house), 0, name="menu", job_kwargs=late)
    jobs.run_repeating(
        partial(_keep_house, house), HOUSEKEEPING, name="housekeeping", job_kwargs=late
    )


async def _warm_up(house: House, _context: Context) -> None:
    """Without a paper nothing is loaded; the first one may come at any time."""
    if await house.workers.think(house.services.library.warm_up):
        log.info("ready to answer questions")


async def _keep_house(house: House, _context: Context) -> None:
    await house.workers.run(house.services.updates.prune)
    await house.workers.run(house.services.invitations.prune)
    await house.workers.run(house.services.reminders.plan)
