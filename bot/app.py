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

from bot import agenda_keyboards, clock, keyboards, people_keyboards
from bot.door import through_the_door
from bot.handlers import (
    agenda,
    calendar,
    contacts,
    errors,
    groups,
    help,
    my,
    other,
    papers,
    passages,
    people,
    roles,
    session,
    settings,
    start,
    text,
    venue,
)
from bot.updates import InOrder, StoredUpdates
from bot.visit import Context, House
from meeting.people import Role

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
        CommandHandler("my", visit(my.day)),
        CommandHandler("now", visit(my.now)),
        CommandHandler("next", visit(my.upcoming)),
        CommandHandler("agenda", visit(agenda.days)),
        CommandHandler("papers", visit(papers.show)),
        CommandHandler("contacts", visit(contacts.show)),
        CommandHandler("settings", visit(settings.show)),
        CommandHandler("people", visit(people.show)),
        # After the commands: what still begins with a slash is none of them.
        MessageHandler(filters.COMMAND, visit(other.command)),
        MessageHandler(filters.TEXT, visit(text.take)),
        # After the text: whatever is left has no text of its own.
        MessageHandler(filters.ALL, visit(other.explain)),
        CallbackQueryHandler(visit(start.try_one), rf"^{keyboards.TRY}:\d+$"),
        CallbackQueryHandler(visit(passages.show), rf"^{keyboards.PASSAGE}:\d+:\d+$"),
        CallbackQueryHandler(visit(papers.send), rf"^{keyboards.PAPER}:\d+$"),
        CallbackQueryHandler(visit(papers.show), rf"^{keyboards.PAPERS}:\d+$"),
        CallbackQueryHandler(visit(settings.choose_language), rf"^{keyboards.LANGUAGE}:"),
        CallbackQueryHandler(visit(my.day), rf"^{agenda_keyboards.MY}:(\d{{8}})?$"),
        CallbackQueryHandler(visit(agenda.days), rf"^{agenda_keyboards.DAYS}:\d+$"),
        CallbackQueryHandler(visit(agenda.day), rf"^{agenda_keyboards.DAY}:\d{{8}}:\d*$"),
        CallbackQueryHandler(visit(agenda.choice), rf"^{agenda_keyboards.CHOICE}:\w+$"),
        CallbackQueryHandler(visit(session.show), rf"^{agenda_keyboards.CARD}:\w+$"),
        CallbackQueryHandler(visit(session.send), rf"^{agenda_keyboards.SESSION}:\w+$"),
        CallbackQueryHandler(visit(session.follow), rf"^{agenda_keyboards.FOLLOW}:\w+:[01]$"),
        CallbackQueryHandler(visit(session.about), rf"^{agenda_keyboards.ABOUT}:\w+$"),
        CallbackQueryHandler(visit(calendar.send), rf"^{agenda_keyboards.CALENDAR}:\w*$"),
        CallbackQueryHandler(visit(venue.where), rf"^{agenda_keyboards.WHERE}:\w+$"),
        CallbackQueryHandler(visit(venue.show), rf"^{agenda_keyboards.VENUE}:$"),
        CallbackQueryHandler(visit(people.show), rf"^{people_keyboards.PEOPLE}:\d+$"),
        CallbackQueryHandler(visit(people.card), rf"^{people_keyboards.PERSON}:\d+$"),
        CallbackQueryHandler(visit(people.new_link), rf"^{people_keyboards.LINK}:\d+$"),
        CallbackQueryHandler(
            visit(roles.make), rf"^{people_keyboards.ROLE}:\d+:({'|'.join(Role)})$"
        ),
        CallbackQueryHandler(visit(roles.reply), rf"^{people_keyboards.OFFER}:(yes|no)$"),
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
