"""The card of a session that was cancelled: what it was, when and where, pure."""

from telegram import InlineKeyboardMarkup

from bot import times
from bot.agenda_keyboards import markup, my_button
from bot.agenda_text import HINT_CHARACTERS, TITLE_CHARACTERS, shortened
from bot.wording import Words
from services.living_cards import Cancelled


def card(words: Words, cancelled: Cancelled) -> str:
    """The card as it is from then on."""
    session = cancelled.session
    day = times.day(words, session.starts.date())
    title, span = session.title, times.span(words, session.starts, session.ends)
    key = "living.cancelled_room" if cancelled.room else "living.cancelled"
    return words(
        key,
        title=shortened(title, TITLE_CHARACTERS),
        day=day,
        span=span,
        room=shortened(cancelled.room, HINT_CHARACTERS),
    )


def buttons(words: Words) -> InlineKeyboardMarkup:
    """[My day]."""
    return markup([[my_button(words)]])
