"""A draft of the agenda as its editor reads it before the release, as Telegram HTML; pure."""

from collections.abc import Sequence
from datetime import date

from bot import times
from bot.agenda_text import shortened
from bot.announcing.audience_text import counted
from bot.releasing.change_lines import numbered
from bot.releasing.pages import pages
from bot.releasing.room_lines import is_said
from bot.releasing.told_text import behind_line, how_many
from bot.releasing.warning_text import warning
from bot.render import LONGEST, units
from bot.wording import Words
from meeting.agenda_drafts import SourceKind
from meeting.release_warnings import Warning
from services.agenda_drafts import AgendaDraft, DraftView, Source

LINES_SHOWN = 20  # of changes in the message; the others are behind [All changes]
WARNINGS_SHOWN = 8
NAME_CHARACTERS, NOTE_CHARACTERS = 80, 300
SOURCES_SHOWN = 5


def view(words: Words, view: DraftView, today: date, head: str = "") -> str:
    """The draft as a message: `head` (HTML), what changes, what is odd, how many would be told.

    `today` is in the meeting's zone. Changes that do not fit are counted instead.
    """
    return _fitted(words, view, today, head)[0]


def is_cut(words: Words, view: DraftView, today: date, head: str = "") -> bool:
    """Whether there is more than the message shows, so that [All changes] is wanted."""
    left_out = _fitted(words, view, today, head)[1]
    return left_out > 0 or len(view.warnings) > WARNINGS_SHOWN


def all_pages(words: Words, view: DraftView, today: date) -> list[str]:
    """All changes and all that is odd, on pages."""
    lines = [*changes(words, view, today), *(warning(words, w, today) for w in view.warnings)]
    return pages(words, _compared(words, view), lines, LINES_SHOWN)


def changes(words: Words, view: DraftView, today: date) -> list[str]:
    """The numbered lines of all that changes; behind them, where that is not told elsewhere, how
    many are told."""
    lines = numbered(words, view.lines, view.room_changes, today)
    told = [behind_line(words, view, line.session_id) for line in view.lines]
    told += [""] * (len(lines) - len(told))
    return [f"{line}{count}" for line, count in zip(lines, told, strict=True)]


def gone(words: Words, draft: AgendaDraft) -> str:
    """In the place of a draft that was thrown away."""
    return words("release.discarded", number=draft.base)


def _fitted(words: Words, view: DraftView, today: date, head: str) -> tuple[str, int]:
    """As many of the changes as fit, and how many do not."""
    lines = changes(words, view, today)
    for shown in range(min(LINES_SHOWN, len(lines)), -1, -1):
        text = _put_together(words, view, today, head, lines[:shown], len(lines) - shown)
        if units(text) <= LONGEST:
            break
    return text, len(lines) - shown


def _put_together(
    words: Words, view: DraftView, today: date, head: str, lines: Sequence[str], left_out: int
) -> str:
    more = [words("release.more", count=left_out)] if left_out else []
    blocks = [
        _faster(words, view),
        [*_begun(words, view, head), *lines, *more],
        [*_warnings(words, view.warnings, today), *_matches(words, view)],
        [] if view.is_empty else [how_many(words, view)],
        _named(words, view.draft),
    ]
    return "\n\n".join("\n".join(block) for block in blocks if block)


def _begun(words: Words, view: DraftView, head: str) -> list[str]:
    """What was sent or asked for, and what it is compared with; in one line where that is all."""
    joined, compared = _sources(words, view.draft), _compared(words, view)
    if view.stays:
        joined.append(counted(words, "release.stays_one", "release.stays", view.stays))
    if not head or joined or "\n" in head:
        return [*([head] if head else []), *joined, compared]
    return [f"{head} {compared}"]


def _faster(words: Words, view: DraftView) -> list[str]:
    """Who was faster, and what became of the draft."""
    faster = view.faster
    if faster is None:
        return []
    at, changed = times.time(faster.at), counted_changes(words, faster.changes)
    if not faster.author:
        key = "release.faster_terminal"
        return [words(key, number=faster.number, time=at, changes=changed)]
    return [
        words(
            "release.faster", author=faster.author, number=faster.number, time=at, changes=changed
        )
    ]


def counted_changes(words: Words, count: int) -> str:
    """2 changes; plain."""
    return counted(words, "release.change_one", "release.changes", count)


def _compared(words: Words, view: DraftView) -> str:
    base = view.draft.base
    if view.is_empty:
        return words("release.same", number=base)
    if not base:
        return words("release.first")
    count = len(view.lines) + sum(map(is_said, view.room_changes))
    key = "release.compared_one" if count == 1 else "release.compared"
    return words(key, number=base, count=count)


def _sources(words: Words, draft: AgendaDraft) -> list[str]:
    """What joined, where that is more than what was sent just now."""
    if len(draft.sources) < 2:
        return []
    said = [source(words, each) for each in draft.sources[-SOURCES_SHOWN:]]
    earlier = ["…"] if len(draft.sources) > SOURCES_SHOWN else []
    return [words("release.joined", sources=" + ".join([*earlier, *said]))]


def source(words: Words, source: Source) -> str:
    """The file, the edit, or the version; plain."""
    text = shortened(source.text, NAME_CHARACTERS)
    if source.kind is SourceKind.VERSION:
        return words.plain("release.source_version", number=source.number)
    return text


def _warnings(words: Words, warnings: Sequence[Warning], today: date) -> list[str]:
    lines = [warning(words, each, today) for each in warnings[:WARNINGS_SHOWN]]
    if len(warnings) > WARNINGS_SHOWN:
        lines.append(words("release.more_warnings", count=len(warnings) - WARNINGS_SHOWN))
    return lines


def _matches(words: Words, view: DraftView) -> list[str]:
    if not view.matches:
        return []
    count = len(view.matches)
    return [words("release.matched_one" if count == 1 else "release.matched", count=count)]


def _named(words: Words, draft: AgendaDraft) -> list[str]:
    named = []
    if draft.name:
        named.append(words("release.name", name=shortened(draft.name, NAME_CHARACTERS)))
    if draft.note:
        named.append(words("release.note", note=shortened(draft.note, NOTE_CHARACTERS)))
    return named
