"""The buttons of an announcement that was sent, of /sent and of [Got it], pure.

All but [Got it] hold the number of the announcement; each is there only where it does something.
"""

from collections.abc import Sequence
from datetime import datetime

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot import times
from bot.keyboards import LABEL_CHARACTERS, button
from bot.reporting import sent_text
from bot.wording import Words
from meeting.announcements import Status, VersionKind
from meeting.delivery import Urgency
from services.announcements import Counts, Group, Report

SENT, REPORT, NAMES, TABLE = "sent", "report", "names", "table"
PAUSE, RESUME, STOP, NOW = "pause", "resume", "stop", "sendnow"
RESEND, WITHDRAW = "resend", "withdraw"  # these ask first
AGAIN, TAKE_BACK = "again", "takeback"  # and these do it
CORRECT = "correct"
DOUBTFUL, UNSEEN = "doubtful", "unseen"
WHOM = f"({DOUBTFUL}|{UNSEEN})"
SENT_SHOWN = 8  # announcements on one page
TAPPED = "✓ "

Row = list[InlineKeyboardButton]


def report(words: Words, report: Report, listed: bool = False) -> InlineKeyboardMarkup | None:
    """What can be done with an announcement as it stands, if anything; `listed`: with the way back
    to /sent."""
    number, status = report.announcement.announcement_id, report.announcement.status
    if status in (Status.DONE, Status.CANCELLED):
        rows = _over(words, report)
    elif status is Status.SCHEDULED:
        rows = [[_one(words, "sent.now", NOW, number), _one(words, "sent.cancel", STOP, number)]]
    else:
        rows = [_going(words, report)]
    if listed:
        back = _one(words, "buttons.back", SENT, number)
        rows.append([back, _one(words, "sent.refresh", REPORT, number)])
    elif status is Status.DONE:
        rows[-1].append(_one(words, "sent.refresh", REPORT, number))
    shown = [row for row in rows if row]
    return InlineKeyboardMarkup(shown) if shown else None


def past(words: Words, reports: Sequence[Report], near: int, now: datetime) -> InlineKeyboardMarkup:
    """The page of /sent with the announcement of this number, the first one where it is on none;
    `now` is aware, in the meeting's zone."""
    numbers = [each.announcement.announcement_id for each in reports]
    first = numbers.index(near) // SENT_SHOWN * SENT_SHOWN if near in numbers else 0
    shown = reports[first : first + SENT_SHOWN]
    rows = [[_line(words, each, now)] for each in shown]
    turn: Row = []
    if first > 0:
        turn.append(_one(words, "buttons.back", SENT, numbers[first - SENT_SHOWN]))
    if first + SENT_SHOWN < len(numbers):
        turn.append(_one(words, "buttons.more", SENT, numbers[first + SENT_SHOWN]))
    return InlineKeyboardMarkup([*rows, turn] if turn else rows)


def names(
    words: Words, announcement_id: int, group: Group, page: int, pages: int
) -> InlineKeyboardMarkup:
    """The pages of a group, counted from 0, and the way back to the report."""
    turn: Row = []
    if page > 0:
        turn.append(_one(words, "buttons.back", NAMES, announcement_id, group, page - 1))
    if page + 1 < pages:
        turn.append(_one(words, "buttons.more", NAMES, announcement_id, group, page + 1))
    back = [_one(words, "sent.the_report", REPORT, announcement_id)]
    return InlineKeyboardMarkup([turn, back] if turn else [back])


def ask_withdraw(words: Words, announcement_id: int) -> InlineKeyboardMarkup:
    """[Yes, withdraw] [No]"""
    yes = _one(words, "sent.yes_withdraw", TAKE_BACK, announcement_id)
    return InlineKeyboardMarkup([[yes, _one(words, "sent.no", REPORT, announcement_id)]])


def ask_resend(words: Words, announcement_id: int, whom: str) -> InlineKeyboardMarkup:
    """[Yes, send again] [No]; `whom` is DOUBTFUL or UNSEEN."""
    yes = _one(words, "sent.yes_send", AGAIN, announcement_id, whom)
    return InlineKeyboardMarkup([[yes, _one(words, "sent.no", REPORT, announcement_id)]])


def tapped(words: Words, keyboard: InlineKeyboardMarkup, data: str) -> InlineKeyboardMarkup | None:
    """The buttons below a copy once [Got it] with this data was tapped; None where it shows
    already. The button stays: a second tap is answered as kindly as the first."""
    label = TAPPED + words.plain("announce.got_it")
    done = InlineKeyboardButton(label, callback_data=data)
    rows = [
        [done if each.callback_data == data else each for each in row]
        for row in keyboard.inline_keyboard
    ]
    changed = InlineKeyboardMarkup(rows)
    return None if changed == keyboard else changed


def _going(words: Words, report: Report) -> Row:
    """A correction or withdrawal can rest, but not be left half done."""
    number, paused = report.announcement.announcement_id, report.announcement.status
    key, data = ("sent.resume", RESUME) if paused is Status.PAUSED else ("sent.pause", PAUSE)
    row = [_one(words, key, data, number)]
    if report.announcement.version.kind is VersionKind.ORIGINAL:
        row.append(_one(words, "sent.cancel", STOP, number))
    return row


def _over(words: Words, report: Report) -> list[Row]:
    announcement, counts = report.announcement, report.counts
    number = announcement.announcement_id
    rows: list[Row] = []
    if sent_text.unreached(counts):
        group = Group.NOT_REACHED
        rows.append([_one(words, "sent.who_not_reached", NAMES, number, group, 0)])
    if not announcement.is_withdrawn:
        rows += _resends(words, report)
        rows.append(_mending(words, report))
    rows.append([_one(words, "sent.table", TABLE, number)] if counts.all else [])
    return rows


def _resends(words: Words, report: Report) -> list[Row]:
    announcement, counts = report.announcement, report.counts
    number, rows = announcement.announcement_id, list[Row]()
    if announcement.status is Status.CANCELLED:
        return rows
    if counts.doubtful:
        rows.append([_one(words, "sent.to_doubtful", RESEND, number, DOUBTFUL)])
    if announcement.urgency is Urgency.URGENT and sent_text.unseen(counts):
        rows.append([_one(words, "sent.who_unseen", NAMES, number, Group.UNSEEN, 0)])
        rows.append([_one(words, "sent.to_unseen", RESEND, number, UNSEEN)])
    return rows


def _mending(words: Words, report: Report) -> Row:
    row: Row = []
    number = report.announcement.announcement_id
    if report.announcement.status is Status.DONE:
        row.append(_one(words, "sent.correct", CORRECT, number))
    if _is_out(report.counts):
        row.append(_one(words, "sent.withdraw", WITHDRAW, number))
    return row


def _is_out(counts: Counts) -> bool:
    return counts.delivered + counts.doubtful > 0


def _line(words: Words, report: Report, now: datetime) -> InlineKeyboardButton:
    announcement = report.announcement
    about = sent_text.first_words(words, announcement, LABEL_CHARACTERS)
    label = words.plain(
        "sent.line",
        moment=_moment(words, report, now),
        standing=_standing(words, report),
        text=about,
    )
    return button(label, REPORT, announcement.announcement_id)


def _standing(words: Words, report: Report) -> str:
    announcement, counts = report.announcement, report.counts
    if announcement.is_withdrawn:
        return words.plain("sent.is_withdrawn")
    if announcement.status is Status.SCHEDULED:
        return words.plain("sent.is_scheduled")
    if announcement.status is Status.CANCELLED and not counts.delivered:
        return words.plain("sent.is_cancelled")
    return words.plain("sent.of", delivered=counts.delivered, all=counts.all)


def _moment(words: Words, report: Report, now: datetime) -> str:
    """18:02, or Mon 11 18:02 where that is not today."""
    at = report.announcement.began_at.astimezone(now.tzinfo)
    if at.date() == now.date():
        return times.time(at)
    weekday = words.texts["agenda.short_weekdays"].split()[at.weekday()]
    return f"{weekday} {at.day} {times.time(at)}"


def _one(words: Words, key: str, prefix: str, *parameters: object) -> InlineKeyboardButton:
    return button(words.plain(key), prefix, *parameters)
