"""The buttons of a session's card and of the contacts, pure."""

from telegram import InlineKeyboardMarkup

from bot import times
from bot.agenda_keyboards import (
    ABOUT,
    CALENDAR,
    DAY,
    FOLLOW,
    VENUE,
    WHERE,
    Row,
    button,
    day_data,
    markup,
    my_button,
)
from bot.hosting.host_keyboards import room_button_below
from bot.keyboards import PAPER
from bot.releasing.edit_keyboards import edit_button
from bot.wording import Words
from meeting.codes import session_code
from services.session_cards import Card, Standing

PAPERS_SHOWN = 12  # of one session


def card(words: Words, card: Card) -> InlineKeyboardMarkup:
    """What can be done with a session, and the way back to its day."""
    code = session_code(card.session.session_id)
    rows = [_follow(words, card, code)]
    rows.append([button(words.plain("buttons.calendar"), CALENDAR, code)])
    rows[-1].append(button(words.plain("buttons.where"), WHERE, code))
    rows.append([button(words.plain("buttons.about"), ABOUT, code)])
    rows.append([edit_button(words, card.session)] if card.can_edit else [])
    rows.append([room_button_below(words, card.room)] if card.room and card.is_host else [])
    papers = [line for _, line in card.papers if line is not None][:PAPERS_SHOWN]
    rows += [[button(f"📄 {line.title}", PAPER, line.version_id)] for line in papers]
    day = card.session.starts.date()
    position = card.programme.sessions(day).index(card.session)
    back = button(f"◀ {times.title_day(words, day)}", DAY, day_data(day), position)
    return markup([*rows, [back, my_button(words)]])


def venue(words: Words) -> InlineKeyboardMarkup:
    """[The venue], below the contacts."""
    return markup([[button(words.plain("venue.title"), VENUE, "")]])


def _follow(words: Words, card: Card, code: str) -> Row:
    """[Add to my day] or [Remove from my day], where that is the person's own to choose."""
    if not card.can_follow or card.standing in (Standing.COMMON, Standing.PLACED):
        return []
    if card.standing is Standing.FOLLOWED:
        return [button(words.plain("buttons.remove"), FOLLOW, code, 0)]
    return [button(words.plain("buttons.add"), FOLLOW, code, 1)]
