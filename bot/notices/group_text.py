"""Which group somebody is in, and the choice between groups, as notices, pure."""

from datetime import datetime

from telegram import InlineKeyboardMarkup

from bot import times
from bot.agenda_keyboards import markup, my_day_below
from bot.agenda_text import HINT_CHARACTERS, fitted, shortened
from bot.grouping import choose_keyboards, groups_words
from bot.notices.notice_keyboards import below, session_row
from bot.wording import Words
from meeting.agenda import Session
from meeting.codes import short_code
from services.letters import ChoiceLetter, GroupLetter


def group(words: Words, letter: GroupLetter) -> tuple[str, InlineKeyboardMarkup]:
    """Group, room, time, and how to get there."""
    session, room = letter.session, letter.room
    facts = {
        "day": times.title_day(words, session.starts.date()),
        "time": times.time(session.starts),
        "title": groups_words.title(session),
    }
    name = shortened(room.name if room else session.room or "", groups_words.ROOM_CHARACTERS)
    if name:
        hint = shortened(room.hint, HINT_CHARACTERS) if room else ""
        said = words.plain("choose.hint", hint=hint) if hint else ""
        html = words("choose.group", **facts, room=name, hint=said)
    else:
        html = words("choose.group_no_room", **facts)
    return html, below(words, letter.notice_id, session_row(words, session))


def choice(words: Words, letter: ChoiceLetter) -> tuple[str, InlineKeyboardMarkup]:
    """The sessions to choose from, with a number where somebody has chosen one already."""
    starts = min((session.starts for session in letter.sessions), key=datetime.timestamp)
    day, time = times.title_day(words, starts.date()), times.time(starts)
    heading = words("choose.asked", day=day, time=time, count=len(letter.sessions))
    lines = [_line(words, letter, session) for session in letter.sessions]
    offer = choose_keyboards.offer_below(words, short_code(letter.block))
    html = fitted(words, heading, lines, counted="groups.more")
    return html, markup([offer, [my_day_below(words)]])


def _line(words: Words, letter: ChoiceLetter, session: Session) -> str:
    chosen, title = letter.chosen, groups_words.title(session)
    is_chosen = session.session_id in chosen
    mark = groups_words.number(chosen.index(session.session_id) + 1) if is_chosen else "•"
    return f"{mark} " + words("groups.no_room", title=title)
