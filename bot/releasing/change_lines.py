"""What changes in an agenda, one line of Telegram HTML for each session; pure."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from bot import times
from bot.agenda_text import HINT_CHARACTERS, shortened
from bot.releasing.room_lines import is_said, room_line
from bot.render import escape
from bot.wording import Words
from meeting.agenda import Room, Session
from meeting.changes import Change, SessionChange
from meeting.formats.local_time import elapsed

TITLE_CHARACTERS = 100
# What a session that is revised has anew.
FIELDS: Mapping[str, str] = {
    "chairs": "release.field_chairs",
    "speakers": "release.field_speakers",
    "rapporteurs": "release.field_rapporteurs",
    "papers": "release.field_papers",
    "description": "release.field_description",
    "block": "release.field_block",
    "plenary": "release.field_kind",
    "is_break": "release.field_kind",
}


def numbered(
    words: Words, lines: Sequence[SessionChange], rooms: Sequence[Change], today: date
) -> list[str]:
    """All that changes, each in a line with its number; sessions first."""
    said = [session_line(words, line, today) for line in lines]
    said += [room_line(words, change) for change in rooms if is_said(change)]
    return [f"{number}. {line}" for number, line in enumerate(said, 1)]


def session_line(words: Words, change: SessionChange, today: date) -> str:
    """A session with all that changes for it: “Peace processes Fram → Nobel, 14:00 unchanged”."""
    parts = _told(words, change, today)
    fields = _fields(words, change)
    if fields:
        parts = f"{parts}; {fields}" if parts else f" · {fields}"
    return f"{_title(words, change)}{parts}"


def when(words: Words, at: datetime, today: date) -> str:
    """14:00, or Mon 11 14:00 where that is not today; plain."""
    if at.date() == today:
        return times.time(at)
    weekday = words.texts["agenda.short_weekdays"].split()[at.weekday()]
    return f"{weekday} {at.day} {times.time(at)}"


def quoted_title(session: Session) -> str:
    """The title in italics, as HTML."""
    return f"<i>{escape(shortened(session.title, TITLE_CHARACTERS))}</i>"


def _title(words: Words, change: SessionChange) -> str:
    title = quoted_title(change.session)
    if change.is_renamed and change.before is not None:
        old = shortened(change.before.title, TITLE_CHARACTERS)
        return " ".join([title, words("release.so_far", title=old)])
    return title


def _told(words: Words, change: SessionChange, today: date) -> str:
    """What those who attend would be told, with what parts it from the title."""
    before, after = change.before, change.after
    if before is None or after is None:
        key = "release.is_added" if before is None else "release.is_cancelled"
        session = change.session
        span = f"{when(words, session.starts, today)}–{times.time(session.ends)}"
        room = _room(words, change.room_after or change.room_before, session)
        return f" · {words(key, span=span, room=room)}"
    old_room, new_room = (
        _room(words, change.room_before, before),
        _room(words, change.room_after, after),
    )
    old, new = _times(words, before, after, today)
    if change.is_moved and change.is_rescheduled:
        return " " + words("release.moves_both", room=old_room, to=new_room, old=old, new=new)
    if change.is_moved:
        return " " + words(
            "release.moves", room=old_room, to=new_room, time=when(words, after.starts, today)
        )
    if change.is_rescheduled:
        return " " + words("release.shifts", old=old, new=new, room=new_room)
    return ""


def _times(words: Words, before: Session, after: Session, today: date) -> tuple[str, str]:
    """15:45 and 16:00; with the ends where it lasts longer or shorter, with the day once, or twice
    where it changes."""
    same_length = elapsed(before.starts, before.ends) == elapsed(after.starts, after.ends)
    on = before.starts.date()
    old, new = when(words, before.starts, today), when(words, after.starts, on)
    if after.starts.date() != on:
        old = when(words, before.starts, after.starts.date())
    if same_length:
        return old, new
    return f"{old}–{times.time(before.ends)}", f"{new}–{times.time(after.ends)}"


def _fields(words: Words, change: SessionChange) -> str:
    """Which of the other things of a session change: “new: speakers, papers”."""
    if not change.is_revised:
        return ""
    names = dict.fromkeys(
        words.plain(key)
        for field, key in FIELDS.items()
        if getattr(change.before, field) != getattr(change.after, field)
    )
    return words("release.fields", fields=", ".join(names))


def _room(words: Words, room: Room | None, session: Session) -> str:
    """What a room is called; “no room” where the session names none."""
    name = room.name if room else session.room or words.plain("release.no_room")
    return shortened(name, HINT_CHARACTERS)
