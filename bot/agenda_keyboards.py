"""The buttons of the agenda and the data behind them, pure; `PREFIX:parameter`, at most 64 bytes.

A session is named by its `session_code`, so that a button finds it after it has moved.
"""

from collections.abc import Sequence
from datetime import date

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot import times
from bot.agenda_text import SESSIONS_SHOWN, shortened
from bot.keyboards import LABEL_CHARACTERS
from bot.wording import Words
from meeting.agenda import Room, Session
from meeting.asking.answers import Kind, MeetingAnswer
from meeting.codes import session_code, short_code
from meeting.day import Day, Slot
from services.my_day import Programme

MY, DAYS, DAY, CHOICE = "my", "days", "day", "choice"
TODAY = "today"  # sends my day, below a message that is to stay
CARD = "card"  # changes the message into a session's card
SESSION = "session"  # sends a session's card, below a message that is to stay
FOLLOW, CALENDAR, WHERE, ABOUT, VENUE = "follow", "calendar", "where", "about", "venue"
ROOM = "host:room"  # changes the message into a room, for its host
DAYS_SHOWN = 14  # on one page of days
SHOWN_BELOW = 4  # sessions that an answer has buttons for; below longer ones they would be a wall
SHOWN_AT_ONCE = 12  # sessions side by side

Row = list[InlineKeyboardButton]


def my_day(words: Words, programme: Programme, day: Day) -> InlineKeyboardMarkup:
    """The choices that are open, the rooms that the person looks after, the days beside this one,
    all sessions, the calendar file."""
    rows = [_choose(words, slot) for slot in day.slots if not slot.mine][:SHOWN_AT_ONCE]
    turn: Row = []
    if day.earlier:
        turn.append(button(f"◀ {_short(words, programme, day.earlier)}", MY, day_data(day.earlier)))
    if day.later:
        turn.append(button(f"{_short(words, programme, day.later)} ▶", MY, day_data(day.later)))
    last = [button(words.plain("buttons.all_sessions"), DAYS, 0)]
    last.append(button(words.plain("buttons.calendar"), CALENDAR, ""))
    rooms = [[room_button(words, room)] for room in programme.hosted(day.on)]
    return markup([*rows, *rooms, turn, last])


def over(words: Words, last: date) -> InlineKeyboardMarkup:
    """After the end: the last day, to look back, and all sessions."""
    day = button(times.title_day(words, last), MY, day_data(last))
    return markup([[day], [button(words.plain("buttons.all_sessions"), DAYS, 0)]])


def days(words: Words, programme: Programme, first: int) -> InlineKeyboardMarkup:
    """A button for each day."""
    everything = programme.agenda.days()
    shown = everything[first : first + DAYS_SHOWN]
    rows = [[button(times.title_day(words, day), DAY, day_data(day), "")] for day in shown]
    turn = _turn(words, (DAYS,), first, len(everything), DAYS_SHOWN)
    return markup([*rows, turn, [my_button(words)]])


def sessions(words: Words, everything: Sequence[Session], first: int) -> InlineKeyboardMarkup:
    """A button for each session of a page, the other pages, and the way back to the days."""
    shown = everything[first : first + SESSIONS_SHOWN]
    day = day_data(everything[0].starts.date())
    turn = _turn(words, (DAY, day), first, len(everything), SESSIONS_SHOWN)
    back = [button(words.plain("buttons.all_days"), DAYS, 0), my_button(words)]
    return markup([*map(_open, shown), turn, back])


def beside(
    words: Words, shown: Sequence[Session], offer: Row | None = None
) -> InlineKeyboardMarkup:
    """Sessions side by side, what else is on `offer`, and the way back to my day."""
    return markup([*map(_open, shown[:SHOWN_AT_ONCE]), offer or [], [my_button(words)]])


def answered(words: Words, answer: MeetingAnswer) -> InlineKeyboardMarkup | None:
    """[Session] and [Where is it] below an answer about one session, or a button for each."""
    told = [line.session for line in answer.lines if not line.session.is_break]
    if answer.kind is Kind.BOUNDS or not told or len(answer.lines) > SHOWN_BELOW:
        return None
    if len(told) > 1:
        return markup([[_send(_label(session), session)] for session in told])
    where = button(words.plain("buttons.where"), WHERE, session_code(told[0].session_id))
    return markup([[_send(words.plain("buttons.session"), told[0]), where]])


def day_of(data: str) -> date | None:
    """The day behind a button; None where there is no such date."""
    try:
        return date(int(data[:4]), int(data[4:6]), int(data[6:]))
    except ValueError:
        return None


def first_of(number: str, count: int, step: int) -> int:
    """Where the page begins that holds this number, or the last page that there is."""
    position = min(int(number or 0), count - 1)
    return position - position % step


def my_button(words: Words) -> InlineKeyboardButton:
    return button(words.plain("buttons.my_day"), MY, "")


def my_day_below(words: Words) -> InlineKeyboardButton:
    """[My day] under a message that is to be read again, such as a notice."""
    return button(words.plain("buttons.my_day"), TODAY, "")


def room_button(words: Words, room: Room) -> InlineKeyboardButton:
    """[Room Fram], for its host."""
    return button(words.plain("host.room", room=room.name), ROOM, short_code(room.room_id))


def day_data(day: date) -> str:
    return day.strftime("%Y%m%d")


def markup(rows: Sequence[Row]) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup([row for row in rows if row])


def button(label: str, prefix: str, *parameters: object) -> InlineKeyboardButton:
    data = ":".join([prefix, *(str(parameter) for parameter in parameters)])
    return InlineKeyboardButton(shortened(label, LABEL_CHARACTERS), callback_data=data)


def _choose(words: Words, slot: Slot) -> Row:
    first = slot.sessions[0]
    if len(slot.sessions) == 1:
        return _open(first)
    label = words.plain("buttons.choose", time=times.time(slot.starts), count=len(slot.sessions))
    return [button(label, CHOICE, session_code(first.session_id))]


def _open(session: Session) -> Row:
    label = f"{times.time(session.starts)} {session.title}"
    return [button(label, CARD, session_code(session.session_id))]


def _send(label: str, session: Session) -> InlineKeyboardButton:
    return button(label, SESSION, session_code(session.session_id))


def _label(session: Session) -> str:
    return f"{times.time(session.starts)} {session.title}"


def _turn(words: Words, data: tuple[str, ...], first: int, count: int, step: int) -> Row:
    row: Row = []
    if first > 0:
        row.append(button(words.plain("buttons.back"), *data, max(0, first - step)))
    if first + step < count:
        row.append(button(words.plain("buttons.more"), *data, first + step))
    return row


def _short(words: Words, programme: Programme, day: date) -> str:
    return times.short_day(words, programme.nights_until(day), day)
