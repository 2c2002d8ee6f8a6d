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
from bot.announcing.dialogue import draft_first, instead_of_an_answer
from bot.door import through_the_door
from bot.grouping import choose_keyboards, groups_keyboards
from bot.handlers import (
    agenda,
    announce,
    audience,
    calendar,
    changes,
    choosing,
    contacts,
    edit,
    editing,
    grouping,
    groups,
    help,
    history,
    host,
    library,
    moving,
    my,
    notices,
    other,
    paper_readers,
    paper_upload,
    papers,
    passages,
    people,
    reached,
    release,
    reminders,
    roles,
    sending,
    sent,
    session,
    settings,
    start,
    text,
    upload,
    venue,
)
from bot.hosting import host_keyboards
from bot.library import changes_keyboards, library_keyboards, paper_keyboards, reader_keyboards
from bot.notices.notice_keyboards import SEEN
from bot.notices.reminder_text import MISSED
from bot.releasing import draft_keyboards, edit_keyboards, released_keyboards
from bot.reporting import sent_keyboards
from bot.visit import Context, Handler, House
from meeting.audience import Kind
from meeting.delivery import Urgency
from meeting.paper_audience import AudienceKind
from meeting.people import Role
from services.announcements import Group

Handlers = list[BaseHandler[Update, Context, None]]


def handlers(house: House) -> Handlers:
    """Everything that the bot does; the first line that fits an update takes it."""
    visit = through_the_door(house)

    def pressed(handler: Handler, data: str) -> BaseHandler[Update, Context, None]:
        return CallbackQueryHandler(visit(instead_of_an_answer(handler)), data)

    def command(name: str, handler: Handler) -> BaseHandler[Update, Context, None]:
        return CommandHandler(name, visit(instead_of_an_answer(handler)))

    private = filters.ChatType.PRIVATE
    leave = partial(groups.leave, house)
    return [
        # Before all else: outside a private chat nothing is read and nothing is answered.
        ChatMemberHandler(leave, ChatMemberHandler.MY_CHAT_MEMBER, chat_id=None),
        MessageHandler(~private, leave),
        # Before what is forwarded: an editor may forward an agenda.
        MessageHandler(filters.Document.ALL, visit(draft_first(upload.take))),
        # Before the commands: a forwarded "/help" is a forwarded message.
        MessageHandler(filters.FORWARDED, visit(draft_first(other.explain))),
        command("start", start.greet),
        command("help", help.explain),
        command("my", my.day),
        command("now", my.now),
        command("next", my.upcoming),
        command("agenda", agenda.days),
        command("papers", papers.show),
        command("changes", changes.show),
        command("contacts", contacts.show),
        command("settings", settings.show),
        command("announce", announce.begin),
        command("sent", sent.show),
        command("edit", edit.begin),
        command("history", history.show),
        command("library", library.show),
        command("people", people.show),
        command("groups", grouping.overview),
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
        pressed(settings.choose_reminder, rf"^{keyboards.REMIND}:\d{{1,3}}$"),
        pressed(settings.choose_recall, rf"^{keyboards.RECALL}:({keyboards.ON}|{keyboards.OFF})$"),
        pressed(reminders.missed, rf"^{MISSED}:\d+$"),
        pressed(my.day, rf"^{agenda_keyboards.MY}:(\d{{8}})?$"),
        pressed(my.send, rf"^{agenda_keyboards.TODAY}:$"),
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
        pressed(host.show, rf"^{agenda_keyboards.ROOM}:\w+$"),
        pressed(host.send, rf"^{host_keyboards.OPEN}:\w+$"),
        pressed(host.late, rf"^{host_keyboards.LATE}:\w+:\w*$"),
        pressed(host.rooms, rf"^{host_keyboards.ROOMS}:\w+:\w*(:\d{{1,4}})?$"),
        pressed(host.plan, rf"^{host_keyboards.PLAN}:\w+:\w+:{host_keyboards.WHAT}$"),
        pressed(host.tell, rf"^{host_keyboards.TELL}:\w+:\w+:{host_keyboards.WHAT}:\w+$"),
        pressed(host.full, rf"^{host_keyboards.FULL}:\w+:\w+$"),
        pressed(host.ended, rf"^{host_keyboards.ENDED}:\w+:\w+$"),
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
        pressed(notices.seen, rf"^{SEEN}:\d+$"),
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
        pressed(release.show, rf"^{draft_keyboards.SHOW}:\d+$"),
        pressed(release.all_changes, rf"^{draft_keyboards.ALL}:\d+:\d+$"),
        pressed(release.who, rf"^{draft_keyboards.WHO}:\d+:\d+$"),
        pressed(release.see, rf"^{draft_keyboards.SEE}:\d+:\d+$"),
        pressed(release.ask_describe, rf"^{draft_keyboards.NAME}:\d+$"),
        pressed(release.discard, rf"^{draft_keyboards.DROP}:\d+$"),
        pressed(release.only_file, rf"^{draft_keyboards.ONLY}:\d+:\d+$"),
        pressed(release.go, rf"^{draft_keyboards.GO}:\d+:\d+$"),
        pressed(release.quietly, rf"^{draft_keyboards.QUIET}:\d+:\d+$"),
        pressed(release.sure, rf"^{draft_keyboards.SURE}:\d+:\d+:{draft_keyboards.HEARD}$"),
        pressed(edit.days, rf"^{edit_keyboards.DAYS}:\d+$"),
        pressed(edit.day, rf"^{edit_keyboards.DAY}:\d{{8}}:\d*$"),
        pressed(edit.one, rf"^{edit_keyboards.ONE}:\w+$"),
        pressed(edit.open_one, rf"^{edit_keyboards.OPEN}:\w+$"),
        pressed(edit.ask_time, rf"^{edit_keyboards.TIME}:\w+$"),
        pressed(edit.ask_title, rf"^{edit_keyboards.TITLE}:\w+$"),
        pressed(edit.rooms, rf"^{edit_keyboards.ROOMS}:\w+:\d+$"),
        pressed(edit.swaps, rf"^{edit_keyboards.SWAPS}:\w+:\d+$"),
        pressed(editing.move, rf"^{edit_keyboards.TO}:\w+:\w+:\w+$"),
        pressed(editing.swap, rf"^{edit_keyboards.WITH}:\w+:\w+:\w+$"),
        pressed(editing.late, rf"^{edit_keyboards.LATE}:\w+:{edit_keyboards.DELAY}:\w+$"),
        pressed(editing.cancel, rf"^{edit_keyboards.OFF}:\w+:\w+$"),
        pressed(history.show, rf"^{released_keyboards.LIST}:\d+$"),
        pressed(history.version, rf"^{released_keyboards.VERSION}:\d+:\d+$"),
        pressed(history.ask_again, rf"^{released_keyboards.AGAIN}:\d+$"),
        pressed(history.replace, rf"^{released_keyboards.REPLACE}:\d+$"),
        pressed(history.standing, rf"^{released_keyboards.HOW}:\d+$"),
        pressed(history.missed, rf"^{released_keyboards.MISSED}:\d+:\d+$"),
        pressed(grouping.overview, rf"^{groups_keyboards.LIST}:$"),
        pressed(grouping.block, rf"^{groups_keyboards.BLOCK}:\w+$"),
        pressed(grouping.ask, rf"^{groups_keyboards.ASK}:\w+$"),
        pressed(grouping.asked, rf"^{groups_keyboards.ASKED}:\w+:\d+$"),
        pressed(grouping.propose, rf"^{groups_keyboards.MAKE}:\w+:\w+$"),
        pressed(grouping.discard, rf"^{groups_keyboards.DROP}:\w+:\w+$"),
        pressed(grouping.release, rf"^{groups_keyboards.RELEASE}:\w+:\w+$"),
        pressed(moving.table, rf"^{groups_keyboards.TABLE}:\w+:\d+$"),
        pressed(moving.people, rf"^{groups_keyboards.WHO}:\w+:\d+$"),
        pressed(moving.places, rf"^{groups_keyboards.WHOM}:\w+:\d+$"),
        pressed(moving.move, rf"^{groups_keyboards.TO}:\w+:\w+:\d+:\w+$"),
        pressed(grouping.send_table, rf"^{groups_keyboards.FILE}:\w+$"),
        pressed(choosing.show, rf"^{choose_keyboards.OPEN}:\w+$"),
        pressed(choosing.send, rf"^{choose_keyboards.SEND}:\w+$"),
        pressed(choosing.tap, rf"^{choose_keyboards.TAP}:\w+:\w+:(on|off)$"),
        pressed(choosing.done, rf"^{choose_keyboards.DONE}:\w+$"),
        pressed(changes.send, rf"^{changes_keyboards.CHANGES}:\d+$"),
        pressed(changes.page, rf"^{changes_keyboards.LIST}:\d+$"),
        pressed(changes.one, rf"^{changes_keyboards.ONE}:\d+:\d+$"),
        pressed(paper_upload.show, rf"^{paper_keyboards.SHOW}:\d+$"),
        pressed(paper_upload.all_changes, rf"^{paper_keyboards.ALL}:\d+:\d+$"),
        pressed(paper_upload.which, rf"^{paper_keyboards.WHICH}:\d+:\d+$"),
        pressed(paper_upload.belongs, rf"^{paper_keyboards.IS}:\d+:\d+$"),
        pressed(paper_upload.publish, rf"^{paper_keyboards.GO}:\d+:\d+$"),
        pressed(paper_upload.tell, rf"^{paper_keyboards.TELL}:\d+:\d+$"),
        pressed(paper_upload.discard, rf"^{paper_keyboards.DROP}:\d+$"),
        pressed(paper_readers.whom, rf"^{paper_keyboards.WHOM}:\d+:\d+$"),
        pressed(paper_readers.sessions, rf"^{reader_keyboards.SESSIONS}:\d+:\d+:\d+$"),
        pressed(
            paper_readers.choose,
            rf"^{reader_keyboards.FOR}:\d+:\d+:({'|'.join(AudienceKind)}):[\w-]+"
            rf"(:{reader_keyboards.SURE})?$",
        ),
        pressed(library.show, rf"^{library_keyboards.LIST}:\d+$"),
        pressed(library.card, rf"^{library_keyboards.ONE}:\d+$"),
        pressed(library.ask_back, rf"^{library_keyboards.BACK}:\d+:\d+$"),
        pressed(
            library.roll_back, rf"^{library_keyboards.SURE}:\d+:\d+(:{library_keyboards.ALOUD})?$"
        ),
        pressed(library.lock, rf"^{library_keyboards.LOCK}:\d+:(on|off)$"),
        # Last: a button of an older version of the bot.
        CallbackQueryHandler(visit(other.button)),
    ]
