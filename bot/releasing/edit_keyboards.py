"""The buttons of /edit, pure: days, sessions, and what can be changed of one.

Sessions and rooms are named by their codes. What changes something holds the stamp of the agenda
that was looked at, so that it is done once.
"""

from collections.abc import Sequence
from datetime import date

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot import times
from bot.agenda_keyboards import DAYS_SHOWN, Row, button, day_data, markup
from bot.agenda_text import SESSIONS_SHOWN
from bot.releasing.change_lines import when
from bot.releasing.draft_keyboards import SHOW
from bot.wording import Words
from meeting.agenda import Agenda, Session
from meeting.codes import session_code, short_code
from meeting.finding import Seat
from meeting.hosting import MINUTES
from services.agenda_drafts import AgendaDraft

EDIT = "edit"
DAYS, DAY, ONE, OPEN = "edit:days", "edit:day", "edit:one", "edit:open"
TIME, TITLE, ROOMS, SWAPS = "edit:time", "edit:title", "edit:rooms", "edit:swaps"
TO, WITH, OFF, LATE = "edit:to", "edit:with", "edit:off", "edit:late"
DELAY = f"({'|'.join(map(str, MINUTES))})"
ROOMS_SHOWN = 10
FOUND_SHOWN = 12


def days(
    words: Words, everything: Sequence[date], first: int, draft: AgendaDraft
) -> InlineKeyboardMarkup:
    """A button for each day of the agenda, from number `first` (counted from 0), and the way to
    the draft that changes join, where there is one."""
    shown = everything[first : first + DAYS_SHOWN]
    rows = [[button(times.title_day(words, day), DAY, day_data(day), "")] for day in shown]
    turn = _turn(words, (DAYS,), first, len(everything), DAYS_SHOWN)
    show = [_one(words, "edit.the_draft", SHOW, draft.draft_id)] if draft.sources else []
    return markup([*rows, turn, show])


def sessions(words: Words, everything: Sequence[Session], first: int) -> InlineKeyboardMarkup:
    """A button for each session of a page of a day, and the way back to the days."""
    shown = everything[first : first + SESSIONS_SHOWN]
    day = day_data(everything[0].starts.date())
    turn = _turn(words, (DAY, day), first, len(everything), SESSIONS_SHOWN)
    back = [button(words.plain("buttons.all_days"), DAYS, 0)]
    rows = [[_open(f"{times.time(each.starts)} {each.title}", each)] for each in shown]
    return markup([*rows, turn, back])


def found(words: Words, sessions: Sequence[Session], today: date) -> InlineKeyboardMarkup:
    """The sessions that somebody's words may mean, and the way to all of them."""
    rows = [
        [_open(f"{when(words, each.starts, today)} {each.title}", each)]
        for each in sessions[:FOUND_SHOWN]
    ]
    return markup([*rows, [button(words.plain("buttons.all_days"), DAYS, 0)]])


def session(words: Words, session: Session, seen: str, position: int) -> InlineKeyboardMarkup:
    """What can be changed; `seen` is the stamp of the agenda, `position` where the session stands
    on its day."""
    code = session_code(session.session_id)
    late = [button(_late(words, each), LATE, code, each, seen) for each in MINUTES]
    day = session.starts.date()
    back = button(f"◀ {times.title_day(words, day)}", DAY, day_data(day), position)
    return markup(
        [
            [_one(words, "edit.time", TIME, code), _one(words, "edit.room", ROOMS, code, 0)],
            late,
            [_one(words, "edit.title", TITLE, code), _one(words, "edit.swap", SWAPS, code, 0)],
            [_one(words, "edit.cancel_session", OFF, code, seen)],
            [back],
        ]
    )


def rooms(
    words: Words, session: Session, seats: Sequence[Seat], seen: str, first: int
) -> InlineKeyboardMarkup:
    """A button for each room: “Nobel · 20 seats”, a taken one with what is there."""
    code = session_code(session.session_id)
    shown = seats[first : first + ROOMS_SHOWN]
    rows = [
        [button(_seat(words, each), TO, code, short_code(each.room.room_id), seen)]
        for each in shown
    ]
    turn = _turn(words, (ROOMS, code), first, len(seats), ROOMS_SHOWN)
    return markup([*rows, turn, _back(words, code)])


def swaps(
    words: Words, agenda: Agenda, session: Session, others: Sequence[Session], seen: str, first: int
) -> InlineKeyboardMarkup:
    """A button for each session to exchange rooms with."""
    code = session_code(session.session_id)
    rows = [
        [button(_other(agenda, each), WITH, code, session_code(each.session_id), seen)]
        for each in others[first : first + SESSIONS_SHOWN]
    ]
    turn = _turn(words, (SWAPS, code), first, len(others), SESSIONS_SHOWN)
    return markup([*rows, turn, _back(words, code)])


def asked(words: Words, session: Session) -> InlineKeyboardMarkup:
    """[Cancel], below a question for words: back to the session."""
    code = session_code(session.session_id)
    return markup([[_one(words, "release.cancel", ONE, code)]])


def edit_button(words: Words, session: Session) -> InlineKeyboardButton:
    """[Edit], below a session's card: a message of its own, so that the card stays."""
    return _one(words, "edit.button", OPEN, session_code(session.session_id))


def _late(words: Words, minutes: int) -> str:
    key = "edit.late_first" if minutes == MINUTES[0] else "edit.late"
    return words.plain(key, minutes=minutes)


def _seat(words: Words, seat: Seat) -> str:
    parts = [seat.room.name]
    if seat.room.capacity is not None:
        parts.append(words.plain("edit.seats", count=seat.room.capacity))
    if seat.taken_by is not None:
        parts.append(words.plain("edit.taken", title=seat.taken_by.title))
    return " · ".join(parts)


def _other(agenda: Agenda, session: Session) -> str:
    room = agenda.room(session.room)
    name = room.name if room else session.room or ""
    return f"{name} · {times.time(session.starts)} {session.title}"


def _open(label: str, session: Session) -> InlineKeyboardButton:
    return button(label, ONE, session_code(session.session_id))


def _back(words: Words, code: str) -> Row:
    return [_one(words, "buttons.back", ONE, code)]


def _turn(words: Words, data: tuple[str, ...], first: int, count: int, step: int) -> Row:
    row: Row = []
    if first > 0:
        row.append(button(words.plain("announce.earlier"), *data, max(0, first - step)))
    if first + step < count:
        row.append(button(words.plain("buttons.more"), *data, first + step))
    return row


def _one(words: Words, key: str, prefix: str, *parameters: object) -> InlineKeyboardButton:
    return button(words.plain(key), prefix, *parameters)
