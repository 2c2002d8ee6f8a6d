"""THE list of handlers, in order: everything that the bot does."""

from functools import partial

from telegram import Update
from telegram.ext import (
    BaseHandler,
    CallbackQueryHandler,
    ChatMemberHandler,
    CommandHandler,
    MessageHandler,
    filters,
)

from bot import agenda_keyboards, keyboards, people_keyboards
from bot.announcing import announce_keyboards, audience_keyboards
from bot.announcing.announcement_text import GOT_IT, MARK, MARKS, SAMPLE
from bot.announcing.dialogue import draft_first
from bot.door import through_the_door
from bot.handlers import (
    agenda,
    announce,
    audience,
    calendar,
    contacts,
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
from bot.reporting import sent_keyboards
from bot.visit import Context, Handler, House
from meeting.audience import Kind
from meeting.delivery import Urgency
from meeting.people import Role
from services.announcements import Group

Handlers = list[BaseHandler[Update, Context, None]]


def handlers(house: House) -> Handlers:
    """Everything that the bot does; the first line that fits an update takes it."""
    visit = through_the_door(house)

    def pressed(handler: Handler, data: str) -> BaseHandler[Update, Context, None]:
        return CallbackQueryHandler(visit(handler), data)

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
        pressed(start.try_one, rf"^{keyboards.TRY}:\d+$"),
        pressed(passages.show, rf"^{keyboards.PASSAGE}:\d+:\d+$"),
        pressed(papers.send, rf"^{keyboards.PAPER}:\d+$"),
        pressed(papers.show, rf"^{keyboards.PAPERS}:\d+$"),
        pressed(settings.choose_language, rf"^{keyboards.LANGUAGE}:"),
        pressed(my.day, rf"^{agenda_keyboards.MY}:(\d{{8}})?$"),
        pressed(agenda.days, rf"^{agenda_keyboards.DAYS}:\d+$"),
        pressed(agenda.day, rf"^{agenda_keyboards.DAY}:\d{{8}}:\d*$"),
        pressed(agenda.choice, rf"^{agenda_keyboards.CHOICE}:\w+$"),
        pressed(session.show, rf"^{agenda_keyboards.CARD}:\w+$"),
        pressed(session.send, rf"^{agenda_keyboards.SESSION}:\w+$"),
        pressed(session.follow, rf"^{agenda_keyboards.FOLLOW}:\w+:[01]$"),
        pressed(session.about, rf"^{agenda_keyboards.ABOUT}:\w+$"),
        pressed(calendar.send, rf"^{agenda_keyboards.CALENDAR}:\w*$"),
        pressed(venue.where, rf"^{agenda_keyboards.WHERE}:\w+$"),
        pressed(venue.show, rf"^{agenda_keyboards.VENUE}:$"),
        pressed(people.show, rf"^{people_keyboards.PEOPLE}:\d+$"),
        pressed(people.card, rf"^{people_keyboards.PERSON}:\d+$"),
        pressed(people.new_link, rf"^{people_keyboards.LINK}:\d+$"),
        pressed(roles.make, rf"^{people_keyboards.ROLE}:\d+:({'|'.join(Role)})$"),
        pressed(roles.reply, rf"^{people_keyboards.OFFER}:(yes|no)$"),
        pressed(announce.begin_anew, rf"^{announce_keyboards.NEW}:\d+$"),
        pressed(announce.show, rf"^{announce_keyboards.SHOW}:\d+$"),
        pressed(announce.change, rf"^{announce_keyboards.CHANGE}:\d+$"),
        pressed(announce.language, rf"^{announce_keyboards.LANGUAGE}:\d+:\w+$"),
        pressed(announce.drop_language, rf"^{announce_keyboards.DROP}:\d+:\w+$"),
        pressed(announce.cancel, rf"^{announce_keyboards.CANCEL}:\d+$"),
        pressed(announce.sample, rf"^{SAMPLE}:\d+$"),
        pressed(announce.correct, rf"^{sent_keyboards.CORRECT}:\d+$"),
        pressed(announce.explain_mark, rf"^{MARK}:({'|'.join(MARKS)}):\d{{1,10}}$"),
        pressed(audience.show, rf"^{announce_keyboards.WHOM}:\d+$"),
        pressed(audience.everyone, rf"^{audience_keyboards.ALL}:\d+$"),
        pressed(
            audience.tick, rf"^{audience_keyboards.TICK}:\d+:({'|'.join(Kind)}):\w+:\d+:(on|off)$"
        ),
        pressed(audience.more, rf"^{audience_keyboards.MORE}:\d+$"),
        pressed(audience.values, rf"^{audience_keyboards.LIST}:\d+:({'|'.join(Kind)}):\d+$"),
        pressed(audience.days, rf"^{audience_keyboards.DAYS}:\d+$"),
        pressed(audience.day, rf"^{audience_keyboards.DAY}:\d+:\d{{8}}:\d+$"),
        pressed(audience.names, rf"^{audience_keyboards.NAMES}:\d+:\d+$"),
        pressed(audience.go_on, rf"^{audience_keyboards.NEXT}:\d+$"),
        pressed(
            sending.choose_urgency, rf"^{announce_keyboards.URGENCY}:\d+:({'|'.join(Urgency)})$"
        ),
        pressed(sending.test, rf"^{announce_keyboards.TRY}:\d+$"),
        pressed(sending.send, rf"^{announce_keyboards.SEND}:\d+:\w+$"),
        pressed(sending.ask_time, rf"^{announce_keyboards.AT}:\d+$"),
        pressed(sending.choose_moment, rf"^{announce_keyboards.ON}:\d+:\d{{1,10}}$"),
        pressed(sending.send_then, rf"^{announce_keyboards.THEN}:\d+:\d{{1,10}}:\w+$"),
        pressed(reached.got_it, rf"^{GOT_IT}:\d+$"),
        pressed(sent.show, rf"^{sent_keyboards.SENT}:\d+$"),
        pressed(sent.report, rf"^{sent_keyboards.REPORT}:\d+$"),
        pressed(sent.pause, rf"^{sent_keyboards.PAUSE}:\d+$"),
        pressed(sent.resume, rf"^{sent_keyboards.RESUME}:\d+$"),
        pressed(sent.cancel, rf"^{sent_keyboards.STOP}:\d+$"),
        pressed(sent.send_now, rf"^{sent_keyboards.NOW}:\d+$"),
        pressed(sent.ask_withdraw, rf"^{sent_keyboards.WITHDRAW}:\d+$"),
        pressed(sent.withdraw, rf"^{sent_keyboards.TAKE_BACK}:\d+$"),
        pressed(sent.ask_resend, rf"^{sent_keyboards.RESEND}:\d+:{sent_keyboards.WHOM}$"),
        pressed(sent.resend, rf"^{sent_keyboards.AGAIN}:\d+:{sent_keyboards.WHOM}$"),
        pressed(reached.names, rf"^{sent_keyboards.NAMES}:\d+:({'|'.join(Group)}):\d+$"),
        pressed(reached.table, rf"^{sent_keyboards.TABLE}:\d+$"),
        # Last: a button of an older version of the bot.
        CallbackQueryHandler(visit(other.button)),
    ]
