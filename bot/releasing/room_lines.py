"""What changes about the rooms of an agenda, and its zone, in one line each; HTML, pure."""

from collections.abc import Mapping

from bot.agenda_text import HINT_CHARACTERS, shortened
from bot.render import escape
from bot.wording import Words
from meeting.agenda import Room
from meeting.changes import Change, RoomAdded, RoomClosed, RoomRevised, RoomsOrdered, ZoneChanged

FIELDS: Mapping[str, str] = {
    "hint": "release.field_hint",
    "host": "release.field_host",
}


def room_line(words: Words, change: Change) -> str:
    """A room, or the zone, with what changes for it; empty where it is only the order."""
    match change:
        case RoomAdded(room):
            return words("release.room_added", room=_name(room), seats=_seats(words, room))
        case RoomClosed(room):
            return words("release.room_closed", room=_name(room))
        case RoomRevised(before, after):
            return _revised(words, before, after)
        case ZoneChanged(before, after):
            return words("release.zone", before=before, after=after)
        case _:
            return ""


def is_said(change: Change) -> bool:
    """Whether there is a line for it: nobody needs to know of rooms in another order."""
    return not isinstance(change, RoomsOrdered)


def _revised(words: Words, before: Room, after: Room) -> str:
    parts = []
    if before.name != after.name:
        parts.append(words("release.room_renamed", room=_name(after)))
    if before.capacity != after.capacity:
        parts.append(words("release.room_seats", old=_count(before), new=_count(after)))
    changed = [key for field, key in FIELDS.items() if _differ(before, after, field)]
    if changed:
        names = ", ".join(words.plain(key) for key in changed)
        parts.append(words("release.fields", fields=names))
    return f"<b>{escape(_name(before))}</b> · {'; '.join(parts)}"


def _differ(before: Room, after: Room, field: str) -> bool:
    return bool(getattr(before, field) != getattr(after, field))


def _name(room: Room) -> str:
    return shortened(room.name, HINT_CHARACTERS)


def _seats(words: Words, room: Room) -> str:
    return "" if room.capacity is None else words.plain("release.with_seats", count=room.capacity)


def _count(room: Room) -> str:
    return "?" if room.capacity is None else str(room.capacity)
