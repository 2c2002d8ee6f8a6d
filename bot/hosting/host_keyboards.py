"""The buttons of a room's host and the data behind them, pure.

Rooms and sessions are named by their codes. What changes something holds the stamp of what was
looked at, so that it is done once.
"""

from collections.abc import Sequence

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot import times
from bot.agenda_keyboards import ROOM, Row, button, markup, my_button, room_button
from bot.wording import Words
from meeting.agenda import Room, Session
from meeting.codes import session_code, short_code
from meeting.hosting import MINUTES, can_end_later, can_start_later
from meeting.room_edits import RoomEdit
from meeting.seats import FreeRoom
from services.hosted_rooms import Choice, RoomView
from services.room_changes import Plan

HOST = "host"
OPEN = "host:open"  # sends a room, below a message that is to stay
LATE, ROOMS, PLAN, TELL = "host:late", "host:rooms", "host:plan", "host:tell"
FULL, ENDED = "host:full", "host:ended"
ROOMS_SHOWN = 10
# What a change is, in a button: s10 starts and e10 ends ten minutes later, rCODE is another room.
WHAT = r"(?:[se]\d{1,2}|r\w+)"


def room_button_below(words: Words, room: Room) -> InlineKeyboardButton:
    """[Room Fram…], below a session's card, which is to stay."""
    return button(words.plain("host.room_below", room=room.name), OPEN, short_code(room.room_id))


def room(words: Words, view: RoomView) -> InlineKeyboardMarkup:
    """What makes sense now: sessions can be late or moved, the room full, or free again."""
    code, now = short_code(view.room.room_id), view.now
    change = [_one(words, "host.late", LATE, code, ""), _one(words, "host.moved", ROOMS, code, "")]
    full = [_full(words, code, each, len(now.filling) == 1) for each in now.filling]
    ended = [_one(words, "host.ended", ENDED, code, _code(now.ending))] if now.ending else []
    # One button each stand side by side; where the agenda has two sessions at a time, they do not.
    state = [[*full, *ended]] if len(full) < 2 else [*([each] for each in full), ended]
    return markup([change if now.changeable else [], *state, [my_button(words)]])


def late(words: Words, choice: Choice) -> InlineKeyboardMarkup:
    """How many minutes: for the start, where it has not begun yet or just has; for the end alone,
    where it has begun."""
    session, at = choice.session, choice.view.at
    starts = MINUTES if can_start_later(session, at) else ()
    ends = MINUTES if can_end_later(session, at) else ()
    rows = [
        [_minutes(words, choice, minutes, True) for minutes in starts],
        [_minutes(words, choice, minutes, False) for minutes in ends],
    ]
    return markup([*rows, *_instead(words, choice, LATE), _back(words, choice.view.room)])


def rooms(words: Words, choice: Choice, first: int) -> InlineKeyboardMarkup:
    """A button for each free room from number `first` (counted from 0), with its seats."""
    shown = choice.rooms[first : first + ROOMS_SHOWN]
    rows = [[button(_free(words, each), PLAN, *_edit(choice, each))] for each in shown]
    code, session = short_code(choice.view.room.room_id), _code(choice.session)
    turn = _turn(words, (ROOMS, code, session), first, len(choice.rooms))
    return markup([*rows, turn, *_instead(words, choice, ROOMS), _back(words, choice.view.room)])


def plan(words: Words, plan: Plan) -> InlineKeyboardMarkup:
    """[Tell them], or [Change it] where there is nobody to tell; and the way back."""
    key = "host.tell" if plan.hearers.told else "host.change"
    edit = plan.edit
    tell = _one(words, key, TELL, edit.room, edit.session, _what(edit), plan.seen)
    back = ROOMS if edit.to else LATE
    return markup([[tell], [_one(words, "buttons.back", back, edit.room, edit.session)]])


def done(words: Words, room: Room) -> InlineKeyboardMarkup:
    """Below a report: the room again, and my day."""
    return markup([[room_button(words, room), my_button(words)]])


def edit_of(room: str, session: str, what: str) -> RoomEdit:
    """The change behind a button."""
    kind, value = what[0], what[1:]
    if kind == "r":
        return RoomEdit(room, session, to=value)
    return RoomEdit(room, session, minutes=int(value), starts=kind == "s")


def _what(edit: RoomEdit) -> str:
    return f"r{edit.to}" if edit.to else f"{'s' if edit.starts else 'e'}{edit.minutes}"


def _edit(choice: Choice, free: FreeRoom) -> tuple[str, str, str]:
    room, session = short_code(choice.view.room.room_id), _code(choice.session)
    return room, session, _what(RoomEdit(room, session, to=short_code(free.room.room_id)))


def _minutes(words: Words, choice: Choice, minutes: int, starts: bool) -> InlineKeyboardButton:
    """The first of a row says what it is about: Start +5, +10, +15."""
    first = "host.start_first" if starts else "host.end_first"
    key = first if minutes == MINUTES[0] else "edit.late"
    room, session = short_code(choice.view.room.room_id), _code(choice.session)
    what = _what(RoomEdit(room, session, minutes=minutes, starts=starts))
    return button(words.plain(key, minutes=minutes), PLAN, room, session, what)


def _full(words: Words, code: str, session: Session, alone: bool) -> InlineKeyboardButton:
    key = "host.full" if alone else "host.full_at"
    time = times.time(session.starts)
    label = words.plain(key, time=time, title=session.title)
    return button(label, FULL, code, _code(session))


def _instead(words: Words, choice: Choice, prefix: str) -> Sequence[Row]:
    """The other sessions that could be meant."""
    code = short_code(choice.view.room.room_id)
    return [[button(_other(words, each), prefix, code, _code(each))] for each in choice.others]


def _other(words: Words, session: Session) -> str:
    return words.plain("host.instead", time=times.time(session.starts), title=session.title)


def _free(words: Words, free: FreeRoom) -> str:
    parts = [free.room.name]
    if free.room.capacity is not None:
        parts.append(words.plain("edit.seats", count=free.room.capacity))
    label = " · ".join(parts)
    return f"⚠ {label}" if free.has_seats is False else label


def _turn(words: Words, data: tuple[str, ...], first: int, count: int) -> Row:
    row: Row = []
    if first > 0:
        row.append(button(words.plain("announce.earlier"), *data, max(0, first - ROOMS_SHOWN)))
    if first + ROOMS_SHOWN < count:
        row.append(button(words.plain("buttons.more"), *data, first + ROOMS_SHOWN))
    return row


def _back(words: Words, room: Room) -> Row:
    return [_one(words, "buttons.back", ROOM, short_code(room.room_id))]


def _one(words: Words, key: str, prefix: str, *parameters: object) -> InlineKeyboardButton:
    return button(words.plain(key), prefix, *parameters)


def _code(session: Session) -> str:
    return session_code(session.session_id)
