"""What an editor should know before a release, each thing a line of Telegram HTML; pure."""

from datetime import date

from bot.releasing.change_lines import quoted_title, when
from bot.wording import Words
from meeting.agenda import Session
from meeting.release_warnings import (
    DropsAll,
    HasBegun,
    IsOver,
    OverCapacity,
    PersonClash,
    RoomClash,
    Warning,
)


def warning(words: Words, warning: Warning, today: date) -> str:
    """A line that begins with ⚠."""
    return f"⚠ {_said(words, warning, today)}"


def _said(words: Words, warning: Warning, today: date) -> str:
    match warning:
        case DropsAll(count):
            return words("release.drops_all", count=count)
        case OverCapacity(session, room, expected):
            said = words(
                "release.over_capacity",
                room=room.name,
                seats=room.capacity,
                expected=expected,
                time=when(words, session.starts, today),
            )
            return f"{said} {quoted_title(session)}"
        case RoomClash(first, second, room):
            said = words("release.room_clash", room=room.name)
            return f"{said} {_both(words, first, second, today)}"
        case PersonClash(name, first, second):
            said = words("release.person_clash", name=name)
            return f"{said} {_both(words, first, second, today)}"
        case HasBegun(change):
            return " ".join([quoted_title(change.session), words("release.has_begun")])
        case IsOver(change):
            return " ".join([quoted_title(change.session), words("release.is_over")])


def _both(words: Words, first: Session, second: Session, today: date) -> str:
    """“14:00 Peace processes, 14:30 Funding”"""
    return ", ".join(
        f"{when(words, each.starts, today)} {quoted_title(each)}" for each in (first, second)
    )
