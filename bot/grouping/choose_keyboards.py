"""The buttons with which participants choose among parallel sessions, pure. A tap says what it
makes of a session, so that a second one by mistake does not take it back."""

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot.agenda_keyboards import CARD, Row, button, markup, my_button
from bot.grouping import groups_words
from bot.wording import Words
from meeting.agenda import Session
from meeting.codes import session_code
from services.wishes import GroupChoice

WISH = "wish"
OPEN = "wish:open"  # changes the message into the question
SEND = "wish:send"  # sends the question, below a message that is to stay
TAP, DONE = "wish:tap", "wish:done"
ON, OFF = "on", "off"


def choice(words: Words, choice: GroupChoice) -> InlineKeyboardMarkup:
    """A button for each session, with its number where it is chosen, and [Done]."""
    if not _is_open(choice):
        return settled(words, choice)
    rows = [[_tap(choice, session)] for session in choice.block.sessions]
    done = button(words.plain("choose.done_button"), DONE, choice.block.code)
    return markup([*rows, [done]])


def done(words: Words, choice: GroupChoice) -> InlineKeyboardMarkup:
    """[Change] [My day]"""
    if not _is_open(choice):
        return settled(words, choice)
    change = button(words.plain("choose.change"), OPEN, choice.block.code)
    return markup([[change, my_button(words)]])


def settled(words: Words, choice: GroupChoice) -> InlineKeyboardMarkup:
    """[Session], the one that somebody is in, and [My day]."""
    place, row = choice.place or choice.part, [my_button(words)]
    if place is not None:
        code = session_code(place.session_id)
        row.insert(0, button(words.plain("buttons.session"), CARD, code))
    return markup([row])


def offer(words: Words, code: str) -> Row:
    """[Choose], where the parallel sessions of a block are shown."""
    return [button(words.plain("choose.button"), OPEN, code)]


def offer_below(words: Words, code: str) -> Row:
    """[Choose] under a notice, which stays."""
    return [button(words.plain("choose.button"), SEND, code)]


def _tap(choice: GroupChoice, session: Session) -> InlineKeyboardButton:
    rank, code = choice.rank(session), session_code(session.session_id)
    label = f"{groups_words.number(rank)} {session.title}" if rank else session.title
    return button(label, TAP, choice.block.code, code, OFF if rank else ON)


def _is_open(choice: GroupChoice) -> bool:
    return choice.is_open and choice.part is None and choice.place is None
