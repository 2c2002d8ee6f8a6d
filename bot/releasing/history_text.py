"""The versions of the agenda as its editors read them, as Telegram HTML; pure."""

from collections.abc import Sequence
from datetime import date

from bot.agenda_text import shortened
from bot.releasing.change_lines import numbered, when
from bot.releasing.draft_text import NAME_CHARACTERS, NOTE_CHARACTERS, counted_changes
from bot.releasing.pages import pages
from bot.releasing.released_text import heading, whom
from bot.wording import Words
from meeting.delivery import State
from services.agenda_history import VersionLine, VersionView

VERSIONS_SHOWN = 8  # on one page
CHANGES_SHOWN = 20  # on one page
# Those to whom nothing was sent with a version.
NOT_TOLD = (State.CANCELLED, State.NOT_LINKED)


def versions(words: Words, listed: Sequence[VersionLine], first: int, today: date) -> str:
    """A page of the versions, the newest first, from number `first` (counted from 0)."""
    shown = listed[first : first + VERSIONS_SHOWN]
    lines = [words("history.title"), *(_line(words, each, today) for each in shown)]
    if len(shown) < len(listed):
        last = first + len(shown)
        lines += ["", words("announce.page_of", first=first + 1, last=last, all=len(listed))]
    return "\n".join(lines)


def version(words: Words, view: VersionView, today: date) -> list[str]:
    """One version with its changes, on pages."""
    line = view.line
    head = [heading(words, line, today)]
    if line.author:
        head.append(words("history.author", author=line.author))
    if line.name:
        head.append(words("release.name", name=shortened(line.name, NAME_CHARACTERS)))
    if line.note:
        head.append(words("release.note", note=shortened(line.note, NOTE_CHARACTERS)))
    head.append(whom(words, line))
    changes = numbered(words, view.lines, view.room_changes, today) or [words("history.nothing")]
    return pages(words, "\n".join([*head, ""]), changes, CHANGES_SHOWN)


def _line(words: Words, line: VersionLine, today: date) -> str:
    """5 · Mon 11 14:02 · Ingrid · 2 changes · 31 told · note"""
    people = sum(count for state, count in line.told.items() if state not in NOT_TOLD)
    told = words("history.told", count=people) if people else ""
    quiet = words("history.quietly") if line.quiet else ""
    about = shortened(line.name or line.note, NAME_CHARACTERS)
    parts = [
        words("history.line", number=line.number, moment=when(words, line.created_at, today)),
        words("history.by", author=line.author) if line.author else "",
        counted_changes(words, line.changes),
        quiet or told,
        words("sent.about", text=about) if about else "",
    ]
    return " · ".join(part for part in parts if part)
