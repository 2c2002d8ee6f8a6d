"""The application around the handlers: how it is put together, begins and ends."""

import ssl
from functools import cache, partial
from typing import Any

import httpx
from telegram import LinkPreviewOptions, Update
from telegram.constants import ParseMode
from telegram.ext import Application, ApplicationBuilder, Defaults, ExtBot, JobQueue
from telegram.request import HTTPXRequest

from bot import clock
from bot.app import handlers
from bot.deliveries.courier import Courier, hire
from bot.deliveries.pace import Pace
from bot.deliveries.window import Turn
from bot.handlers import errors
from bot.updates import InOrder, StoredUpdates
from bot.visit import Context, House

App = Application[
    ExtBot[Turn], Context, dict[Any, Any], dict[Any, Any], dict[Any, Any], JobQueue[Context]
]

ALLOWED_UPDATES = ["message", "callback_query", "my_chat_member"]
DEFAULTS = Defaults(
    parse_mode=ParseMode.HTML, link_preview_options=LinkPreviewOptions(is_disabled=True)
)


def build(
    house: House, token: str, base_url: str, base_file_url: str, pace: Pace | None = None
) -> App:
    """The application, ready to poll; without a `pace` at that of the settings."""
    updates = house.services.updates
    queue = StoredUpdates(updates, house.workers)
    pace = pace or Pace(house.services.config.announcements.messages_per_second)
    app: App = (
        ApplicationBuilder()
        .token(token)
        .base_url(base_url)
        .base_file_url(base_file_url)
        .defaults(DEFAULTS)
        .rate_limiter(pace)
        .update_queue(queue)
        .concurrent_updates(
            InOrder(house.services.config.bot.updates_at_once, updates, house.workers)
        )
        .request(_client(connections=64))
        .get_updates_request(_client(connections=1))
        .build()
    )
    app.add_handlers(handlers(house))
    app.add_error_handler(partial(errors.report, house))
    if app.job_queue is None:
        raise RuntimeError("install python-telegram-bot with its job-queue extra")
    clock.wind(app.job_queue, house)
    courier = hire(house, app.bot, pace)
    app.post_init = partial(_begin, house, queue, courier, pace)
    # While the bot can still send; the second one for a bot that is stopped before it polls.
    app.post_stop = app.post_shutdown = partial(_end, house, courier)
    return app


def _client(connections: int) -> HTTPXRequest:
    """What makes the requests, at most so many at once, with the library's own time-outs."""
    return HTTPXRequest(connections, httpx_kwargs={"verify": _certificates()})


@cache
def _certificates() -> ssl.SSLContext:
    """Whom a client trusts, read once for all: it takes longer than the rest of building does."""
    return httpx.create_ssl_context()


async def _begin(
    house: House, queue: StoredUpdates, courier: Courier, pace: Pace, app: App
) -> None:
    """Before the first poll, and before the model is loaded: go on with announcements, and take
    up what an earlier run did not finish."""
    courier.start()
    await house.progress.start(house, app.bot, pace.asked_to_wait)
    for row in await house.workers.run(house.services.updates.unfinished):
        await queue.resume(Update.de_json(row, app.bot))


async def _end(house: House, courier: Courier, app: App) -> None:
    await courier.stop()
    await house.progress.stop(house, app.bot)
