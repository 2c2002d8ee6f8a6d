"""What the host of a room says of it, pure: it is full, or free again."""

from telegram import InlineKeyboardMarkup

from bot import times
from bot.agenda_text import HINT_CHARACTERS, TITLE_CHARACTERS, shortened
from bot.notices.notice_keyboards import below, session_row
from bot.wording import Words
from meeting.notices import RoomWord
from services.letters import RoomLetter


def room(words: Words, letter: RoomLetter) -> tuple[str, InlineKeyboardMarkup]:
    """One sentence on the room, and of a full one where there are seats at that time."""
    other = letter.other
    rows = [session_row(words, other)] if other else []
    return words(_key(letter), **_facts(words, letter)), below(words, letter.notice_id, *rows)


def _key(letter: RoomLetter) -> str:
    if letter.word is RoomWord.ENDED:
        return "notice.ended"
    if letter.other is None:
        return "notice.full_alone"
    return "notice.full" if letter.other_room else "notice.full_no_room"


def _facts(words: Words, letter: RoomLetter) -> dict[str, str]:
    session, other, other_room = letter.session, letter.other, letter.other_room
    name = letter.room.name if letter.room else session.room or ""
    time = times.time(session.starts)
    return {
        "room": shortened(name, HINT_CHARACTERS),
        "title": shortened(session.title, TITLE_CHARACTERS),
        "stamp": time,
        "at": words.plain("notice.at", time=time),
        "other": shortened(other.title, TITLE_CHARACTERS) if other else "",
        "other_room": shortened(other_room.name, HINT_CHARACTERS) if other_room else "",
    }
