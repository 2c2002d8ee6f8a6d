"""The buttons under notices, pure. A notice stays to be read again: no button takes its place."""

from telegram import InlineKeyboardMarkup

from bot.agenda_keyboards import SESSION, Row, button, markup, my_day_below
from bot.wording import Words
from meeting.agenda import Session
from meeting.codes import session_code

SEEN = "seen"  # followed by the number of the notice


def below(words: Words, notice_id: int, *rows: Row) -> InlineKeyboardMarkup:
    """[Got it] [My day], under rows of the notice's own."""
    got_it = button(words.plain("announce.got_it"), SEEN, notice_id)
    return markup([*rows, [got_it, my_day_below(words)]])


def session_row(words: Words, session: Session) -> Row:
    """[Session]: its card, below the notice."""
    code = session_code(session.session_id)
    return [button(words.plain("buttons.session"), SESSION, code)]
