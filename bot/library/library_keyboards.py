"""The buttons of /library, pure; each holds the number of a paper."""

from collections.abc import Sequence

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot.agenda_keyboards import Row, markup
from bot.keyboards import button
from bot.library.paper_keyboards import SHOW, WHOM, paper_list
from bot.library.reader_text import Titles, readers
from bot.wording import Words
from store.rows import PaperRow, VersionRow

LIST, ONE, BACK, SURE, LOCK = "lib:list", "lib:one", "lib:back", "lib:sure", "lib:lock"
ALOUD = "tell"  # at the end of SURE: those whose answers change are told
ON, OFF = "on", "off"  # what a tap makes of it, so that a second one does not take it back
OFFERED = 3  # older versions, and drafts, that have a button


def papers(words: Words, listed: Sequence[PaperRow], first: int) -> InlineKeyboardMarkup | None:
    """A button for each paper of a page, and the other pages; None where there is no paper."""
    return paper_list(words, listed, first, ONE, LIST)


def card(
    words: Words, paper: PaperRow, versions: Sequence[VersionRow], titles: Titles
) -> InlineKeyboardMarkup:
    """[Look at v3] for a draft, [Roll back to v1] for what was read before, who may read it,
    whether it can be forwarded, and the way back to all papers."""
    live = paper.live.version_id if paper.live else None
    drafts = [each for each in versions if each.published_at is None]
    older = [each for each in versions if each.published_at and each.version_id != live]
    rows: list[Row] = [[_draft(words, each)] for each in drafts[:OFFERED]]
    rows += [[_back_to(words, each)] for each in older[:OFFERED]]
    whom = f"{readers(words, paper.audience, titles)} ▾"
    key, then = ("library.unlock", OFF) if paper.protected else ("library.lock", ON)
    lock = button(words.plain(key), LOCK, paper.paper_id, then)
    all_papers = [button(words.plain("library.all"), LIST, 0)]
    return markup([*rows, [button(whom, WHOM, paper.paper_id, 0)], [lock], all_papers])


def the_paper(title: str, paper_id: int) -> InlineKeyboardMarkup:
    """The way to a paper's card, by its title."""
    return markup([[button(title, ONE, paper_id)]])


def ask_back(words: Words, version: VersionRow, asked: int) -> InlineKeyboardMarkup:
    """[Yes, back to v1] [Yes, and tell the 3 whose answers change] [No]; `asked` is how many."""
    yes = words.plain("library.yes_back", number=version.number)
    no = button(words.plain("library.no"), ONE, version.paper_id)
    sure = SURE, version.paper_id, version.version_id
    tell = button(_yes_tell(words, asked), *sure, ALOUD)
    return markup([[button(yes, *sure)], [tell], [no]])


def _draft(words: Words, version: VersionRow) -> InlineKeyboardButton:
    label = words.plain("library.see_draft", number=version.number)
    return button(label, SHOW, version.version_id)


def _back_to(words: Words, version: VersionRow) -> InlineKeyboardButton:
    label = words.plain("library.back_to", number=version.number)
    return button(label, BACK, version.paper_id, version.version_id)


def _yes_tell(words: Words, asked: int) -> str:
    """As below a draft: nobody as yet does not mean that nobody asks before it is pressed."""
    if not asked:
        return words.plain("library.yes_tell_any")
    key = "library.yes_tell_one" if asked == 1 else "library.yes_tell"
    return words.plain(key, count=asked)
