"""The bot: THE list of handlers, in order, and how the application around it is built."""

from functools import partial
from typing import Any

from telegram import LinkPreviewOptions, Update
from telegram.constants import ParseMode
from telegram.ext import (
    Application,
    ApplicationBuilder,
    BaseHandler,
    CallbackQueryHandler,
    ChatMemberHandler,
    CommandHandler,
    Defaults,
    ExtBot,
    JobQueue,
    MessageHandler,
    filters,
)

from bot import clock, keyboards
from bot.door import through_the_door
from bot.handlers import ask, errors, groups, help, other, papers, passages, settings, start
from bot.updates import InOrder, StoredUpdates
from bot.visit import Context, House

App = Application[
    ExtBot[None], Context, dict[Any, Any], dict[Any, Any], dict[Any, Any], JobQueue[Context]
]
Handlers = list[BaseHandler[Update, Context, None]]

ALLOWED_UPDATES = ["message", "callback_query", "my_chat_member"]


def handlers(house: House) -> Handlers:
    """Everything that the bot does; the first line that fits an update takes it."""
    visit = through_the_door(house)
    private = filters.ChatType.PRIVATE
    leave = partial(groups.leave, house)
    return [
        # Before all else: outside a private chat nothing is read and nothing is answered.
        ChatMemberHandler(leave, ChatMemberHandler.MY_CHAT_MEMBER, chat_id=None),
        MessageHandler(~private, leave),
        # Before the commands: a forwarded "/help" is a forwarded message.
        MessageHandler(filters.FORWARDED, visit(other.explain)),
        CommandHandler("start", visit(start.greet)),
        CommandHandler("help", visit(help.explain)),
        CommandHandler("papers", visit(papers.show)),
        CommandHandler("settings", visit(settings.show)),
        # After the commands: what still begins with a slash is none of them.
        MessageHandler(filters.COMMAND, visit(other.command)),
        MessageHandler(filters.TEXT, visit(ask.question)),
        # After the text: whatever is left has no text of its own.
        MessageHandler(filters.ALL, visit(other.explain)),
        CallbackQueryHandler(visit(start.try_one), rf"^{keyboards.TRY}:\d+$"),
        CallbackQueryHandler(visit(passages.show), rf"^{keyboards.PASSAGE}:\d+:\d+$"),
        CallbackQueryHandler(visit(papers.send), rf"^{keyboards.PAPER}:\d+$"),
        CallbackQueryHandler(visit(papers.show), rf"^{keyboards.PAPERS}:\d+$"),
        CallbackQueryHandler(visit(settings.choose_language), rf"^{keyboards.LANGUAGE}:"),
        # Last: a button of an older version of the bot.
        CallbackQueryHandler(visit(other.button)),
    ]


def build(house: House, token: str, base_url: str, base_file_url: str) -> App:
    """The application, ready to poll."""
    updates = house.services.updates
    queue = StoredUpdates(updates, house.workers)
    app: App = (
        ApplicationBuilder()
        .token(token)
        .base_url(base_url)
        .base_file_url(base_file_url)
        .defaults(
            Defaults(
                parse_mode=ParseMode.HTML,
                link_preview_options=LinkPreviewOptions(is_disabled=True),
            )
        )
        .update_queue(queue)
        .concurrent_updates(
            InOrder(house.services.config.bot.updates_at_once, updates, house.workers)
        )
        .connection_pool_size(64)
        .post_init(partial(_begin, house, queue))
        .build()
    )
    app.add_handlers(handlers(house))
    app.add_error_handler(partial(errors.report, house))
    if app.job_queue is None:
        raise RuntimeError("install python-telegram-bot with its job-queue extra")
    clock.wind(app.job_queue, house)
    return app


async def _begin(house: House, queue: StoredUpdates, app: App) -> None:
    """Before the first poll: take up what an earlier run did not finish."""
    for row in await house.workers.run(house.services.updates.unfinished):
        await queue.resume(Update.de_json(row, app.bot))
