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

from bot import (
    agenda_keyboards,
    announce_keyboards,
    audience_keyboards,
    clock,
    keyboards,
    people_keyboards,
    sent_keyboards,
)
from bot.announcement_text import GOT_IT, MARK, MARKS, SAMPLE
from bot.courier import Courier, hire
from bot.dialogue import draft_first
from bot.door import through_the_door
from bot.handlers import (
    agenda,
    announce,
    audience,
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
    reached,
    roles,
    sending,
    sent,
    session,
    settings,
    start,
    text,
    venue,
)
from bot.pace import Pace
from bot.updates import InOrder, StoredUpdates
from bot.visit import Context, House
from bot.window import Turn
from meeting.audience import Kind
from meeting.delivery import Urgency
from meeting.people import Role
from services.announcements import Group

App = Application[
    ExtBot[Turn], Context, dict[Any, Any], dict[Any, Any], dict[Any, Any], JobQueue[Context]
]
Handlers = list[BaseHandler[Update, Context, None]]

ALLOWED_UPDATES = ["message", "callback_query", "my_chat_member"]
DEFAULTS = Defaults(
    parse_mode=ParseMode.HTML, link_preview_options=LinkPreviewOptions(is_disabled=True)
)


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
        MessageHandler(filters.FORWARDED, visit(draft_first(other.explain))),
        CommandHandler("start", visit(start.greet)),
        CommandHandler("help", visit(help.explain)),
        CommandHandler("my", visit(my.day)),
        CommandHandler("now", visit(my.now)),
        CommandHandler("next", visit(my.upcoming)),
        CommandHandler("agenda", visit(agenda.days)),
        CommandHandler("papers", visit(papers.show)),
        CommandHandler("contacts", visit(contacts.show)),
        CommandHandler("settings", visit(settings.show)),
        CommandHandler("announce", visit(announce.begin)),
        CommandHandler("sent", visit(sent.show)),
        CommandHandler("people", visit(people.show)),
        # After the commands: what still begins with a slash is none of them.
        MessageHandler(filters.COMMAND, visit(other.command)),
        MessageHandler(filters.TEXT, visit(draft_first(text.take))),
        # After the text: whatever is left has no text of its own.
        MessageHandler(filters.ALL, visit(draft_first(other.explain))),
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
        CallbackQueryHandler(visit(announce.begin_anew), rf"^{announce_keyboards.NEW}:\d+$"),
        CallbackQueryHandler(visit(announce.show), rf"^{announce_keyboards.SHOW}:\d+$"),
        CallbackQueryHandler(visit(announce.change), rf"^{announce_keyboards.CHANGE}:\d+$"),
        CallbackQueryHandler(visit(announce.language), rf"^{announce_keyboards.LANGUAGE}:\d+:\w+$"),
        CallbackQueryHandler(
            visit(announce.drop_language), rf"^{announce_keyboards.DROP}:\d+:\w+$"
        ),
        CallbackQueryHandler(visit(announce.cancel), rf"^{announce_keyboards.CANCEL}:\d+$"),
        CallbackQueryHandler(visit(announce.sample), rf"^{SAMPLE}:\d+$"),
        CallbackQueryHandler(visit(announce.correct), rf"^{sent_keyboards.CORRECT}:\d+$"),
        CallbackQueryHandler(
            visit(announce.explain_mark), rf"^{MARK}:({'|'.join(MARKS)}):\d{{1,10}}$"
        ),
        CallbackQueryHandler(visit(audience.show), rf"^{announce_keyboards.WHOM}:\d+$"),
        CallbackQueryHandler(visit(audience.everyone), rf"^{audience_keyboards.ALL}:\d+$"),
        CallbackQueryHandler(
            visit(audience.tick),
            rf"^{audience_keyboards.TICK}:\d+:({'|'.join(Kind)}):\w+:\d+:(on|off)$",
        ),
        CallbackQueryHandler(visit(audience.more), rf"^{audience_keyboards.MORE}:\d+$"),
        CallbackQueryHandler(
            visit(audience.values), rf"^{audience_keyboards.LIST}:\d+:({'|'.join(Kind)}):\d+$"
        ),
        CallbackQueryHandler(visit(audience.days), rf"^{audience_keyboards.DAYS}:\d+$"),
        CallbackQueryHandler(visit(audience.day), rf"^{audience_keyboards.DAY}:\d+:\d{{8}}:\d+$"),
        CallbackQueryHandler(visit(audience.names), rf"^{audience_keyboards.NAMES}:\d+:\d+$"),
        CallbackQueryHandler(visit(audience.go_on), rf"^{audience_keyboards.NEXT}:\d+$"),
        CallbackQueryHandler(
            visit(sending.choose_urgency),
            rf"^{announce_keyboards.URGENCY}:\d+:({'|'.join(Urgency)})$",
        ),
        CallbackQueryHandler(visit(sending.test), rf"^{announce_keyboards.TRY}:\d+$"),
        CallbackQueryHandler(visit(sending.send), rf"^{announce_keyboards.SEND}:\d+:\w+$"),
        CallbackQueryHandler(visit(sending.ask_time), rf"^{announce_keyboards.AT}:\d+$"),
        CallbackQueryHandler(
            visit(sending.choose_moment), rf"^{announce_keyboards.ON}:\d+:\d{{1,10}}$"
        ),
        CallbackQueryHandler(
            visit(sending.send_then), rf"^{announce_keyboards.THEN}:\d+:\d{{1,10}}:\w+$"
        ),
        CallbackQueryHandler(visit(reached.got_it), rf"^{GOT_IT}:\d+$"),
        CallbackQueryHandler(visit(sent.show), rf"^{sent_keyboards.SENT}:\d+$"),
        CallbackQueryHandler(visit(sent.report), rf"^{sent_keyboards.REPORT}:\d+$"),
        CallbackQueryHandler(visit(sent.pause), rf"^{sent_keyboards.PAUSE}:\d+$"),
        CallbackQueryHandler(visit(sent.resume), rf"^{sent_keyboards.RESUME}:\d+$"),
        CallbackQueryHandler(visit(sent.cancel), rf"^{sent_keyboards.STOP}:\d+$"),
        CallbackQueryHandler(visit(sent.send_now), rf"^{sent_keyboards.NOW}:\d+$"),
        CallbackQueryHandler(visit(sent.ask_withdraw), rf"^{sent_keyboards.WITHDRAW}:\d+$"),
        CallbackQueryHandler(visit(sent.withdraw), rf"^{sent_keyboards.TAKE_BACK}:\d+$"),
        CallbackQueryHandler(
            visit(sent.ask_resend), rf"^{sent_keyboards.RESEND}:\d+:{sent_keyboards.WHOM}$"
        ),
        CallbackQueryHandler(
            visit(sent.resend), rf"^{sent_keyboards.AGAIN}:\d+:{sent_keyboards.WHOM}$"
        ),
        CallbackQueryHandler(
            visit(reached.names), rf"^{sent_keyboards.NAMES}:\d+:({'|'.join(Group)}):\d+$"
        ),
        CallbackQueryHandler(visit(reached.table), rf"^{sent_keyboards.TABLE}:\d+$"),
        # Last: a button of an older version of the bot.
        CallbackQueryHandler(visit(other.button)),
    ]


def build(house: House, token: str, base_url: str, base_file_url: str) -> App:
    """The application, ready to poll."""
    updates = house.services.updates
    queue = StoredUpdates(updates, house.workers)
    pace = Pace(house.services.config.announcements.messages_per_second)
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
        .connection_pool_size(64)
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
