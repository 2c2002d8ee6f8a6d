"""What is new in a paper, as everybody who may read it reads it; Telegram HTML, pure."""

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from bot.agenda_text import shortened
from bot.library.change_lines import change_line
from bot.library.library_text import date
from bot.library.paper_keyboards import SHOWN
from bot.library.paper_text import TITLE_CHARACTERS
from bot.releasing.pages import pages
from bot.wording import Words
from knowledge.versions import numbers_first
from services.paper_drafts import PaperChanges
from store.rows import PaperRow

LINES_SHOWN = 10  # on one page


def papers(
    words: Words,
    listed: Sequence[PaperRow],
    first: int,
    zone: ZoneInfo,
    head: str = "changes.title",
) -> str:
    """A page of the papers that have a newer version, below the text `head`."""
    if not listed:
        return words("changes.none")
    shown = listed[first : first + SHOWN]
    lines = [words(head), ""]
    lines += [_line(words, each, number, zone) for number, each in enumerate(shown, first + 1)]
    if len(shown) < len(listed):
        last = first + len(shown)
        lines += ["", words("papers.page_of", first=first + 1, last=last, all=len(listed))]
    return "\n".join(lines)


def changes(words: Words, found: PaperChanges, zone: ZoneInfo) -> list[str]:
    """What the newest version changes, numbers first, each with its place; on pages."""
    live = found.after
    on = date(words, found.changed_at, zone)
    title = shortened(live.title, TITLE_CHARACTERS)
    head = words("changes.head", title=title, number=live.number, date=on)
    ordered = numbers_first(found.compared.changes)
    lines = [change_line(words, each) for each in ordered]
    return pages(words, f"{head}\n", lines or [words("changes.same_text")], LINES_SHOWN)


def _line(words: Words, paper: PaperRow, number: int, zone: ZoneInfo) -> str:
    live, at = paper.live, paper.changed_at
    title = shortened(paper.title, TITLE_CHARACTERS)
    on = date(words, at or paper.created_at, zone)
    version = live.number if live else 0
    return words("changes.line", number=number, title=title, version=version, date=on)
