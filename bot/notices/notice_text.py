"""What a notice looks like, pure: each kind in its own words, marks above, buttons below."""

from collections.abc import Sequence

from telegram import InlineKeyboardMarkup

from bot.announcing.announcement_text import MARKS, Outgoing
from bot.notices import change_text, group_text, recall_text, reminder_text, room_text
from bot.render import escape, plain_of
from bot.wording import Words
from services.letters import (
    ChangeLetter,
    ChoiceLetter,
    GroupLetter,
    Letter,
    MissedLetter,
    ReminderLetter,
    RoomLetter,
)
from services.parcels import Mark
from services.recall_letter import RecallLetter

Written = tuple[str, InlineKeyboardMarkup | None]


def outgoing(words: Words, letter: Letter, marks: Sequence[Mark]) -> Outgoing:
    """The message for one recipient; `words` in their language."""
    html, keyboard = _written(words, letter)
    above = [f"<i>{escape(words.plain(MARKS[mark]))}</i>\n" for mark in marks]
    html = "".join([*above, html])
    return Outgoing(html, plain_of(html), None, keyboard)


def _written(words: Words, letter: Letter) -> Written:
    match letter:
        case ChangeLetter():
            return change_text.change(words, letter)
        case ReminderLetter():
            return reminder_text.reminder(words, letter)
        case RoomLetter():
            return room_text.room(words, letter)
        case GroupLetter():
            return group_text.group(words, letter)
        case ChoiceLetter():
            return group_text.choice(words, letter)
        case MissedLetter():
            return reminder_text.missed(words, letter)
        case RecallLetter():
            return recall_text.recall(words, letter)
