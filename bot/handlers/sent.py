"""/sent, and the buttons below a report that do something with its announcement."""

from collections.abc import Callable

from bot.gently import or_note, or_tell
from bot.reporting import report_card, report_message, sent_keyboards, sent_text
from bot.visit import Visit
from meeting.announcements import Status
from meeting.people import Participant
from services.announcements import Report

Deed = Callable[[Participant, int], Report]


async def show(visit: Visit) -> None:
    """What was sent, newest first; the pages are turned in one message."""
    await visit.acknowledge()
    reports = await visit.run(visit.services.announcements.past, visit.person)
    if not reports:
        await visit.change(visit.words("sent.none"))
        return
    near, now = int(visit.parameter or 0), report_message.now(visit.house)
    buttons = sent_keyboards.past(visit.words, reports, near, now)
    await visit.change(visit.words("sent.list"), buttons)


@or_tell
async def report(visit: Visit) -> None:
    """A tap on one in the list, on [Refresh], and the way back from what was shown instead."""
    await visit.acknowledge()
    await report_card.show(visit, await report_card.found(visit))


@or_tell
async def pause(visit: Visit) -> None:
    await _do(visit, visit.services.announcements.pause)


@or_tell
async def resume(visit: Visit) -> None:
    await _do(visit, visit.services.announcements.resume)


@or_tell
async def cancel(visit: Visit) -> None:
    await _do(visit, visit.services.announcements.cancel)


@or_tell
async def send_now(visit: Visit) -> None:
    await _do(visit, visit.services.announcements.send_now)


@or_tell
async def ask_withdraw(visit: Visit) -> None:
    """[Withdraw] says from how many people it would be taken back."""
    await visit.acknowledge()
    found = await report_card.found(visit)
    question = sent_text.ask_withdraw(visit.words, found.counts)
    if question is None or found.announcement.is_withdrawn:
        await report_card.show(visit, found)
        return
    buttons = sent_keyboards.ask_withdraw(visit.words, found.announcement.announcement_id)
    await report_card.show_instead(visit, found, question, buttons)


@or_tell
async def withdraw(visit: Visit) -> None:
    """[Yes, withdraw]"""
    await _do(visit, visit.services.announcements.withdraw)


@or_tell
async def ask_resend(visit: Visit) -> None:
    """A resend says to how many people it would go."""
    await visit.acknowledge()
    found, whom = await report_card.found(visit), _whom(visit)
    doubtful = whom == sent_keyboards.DOUBTFUL
    ask = sent_text.ask_doubtful if doubtful else sent_text.ask_unseen
    question = ask(visit.words, found.counts)
    if question is None or found.announcement.status is not Status.DONE:
        await report_card.show(visit, found)
        return
    number = found.announcement.announcement_id
    buttons = sent_keyboards.ask_resend(visit.words, number, whom)
    await report_card.show_instead(visit, found, question, buttons)


@or_note
async def resend(visit: Visit) -> str | None:
    """[Yes, send again]; where nobody is sent anything, that is said."""
    of, unseen = visit.services.announcements, _whom(visit) == sent_keyboards.UNSEEN
    deed = of.resend_unseen if unseen else of.resend_doubtful
    found = await visit.run(deed, visit.person, int(visit.parameter.partition(":")[0]))
    await _done(visit, found)
    return "sent.too_soon" if unseen and found.announcement.status is Status.DONE else None


def _whom(visit: Visit) -> str:
    return visit.parameter.partition(":")[2]


async def _do(visit: Visit, deed: Deed) -> None:
    """Do something with the announcement whose number the button holds; twice is once."""
    await visit.acknowledge()
    await _done(visit, await visit.run(deed, visit.person, int(visit.parameter)))


async def _done(visit: Visit, report: Report) -> None:
    """The courier may have work now; whoever pressed sees what has become of it, and so does its
    author."""
    visit.house.wake_courier()
    visit.house.progress.changed(report.announcement.announcement_id)
    await report_card.go_on(visit, report)
