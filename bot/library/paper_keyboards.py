"""The buttons below a paper that was sent, pure; each holds the number of the version it made,
and those that publish it also that of the version it was shown beside."""

from collections.abc import Sequence

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot.agenda_keyboards import Row, markup
from bot.keyboards import button
from bot.library.reader_text import Titles, readers
from bot.wording import Words
from meeting.paper_audience import PaperAudience
from services.paper_drafts import PaperDraft
from store.rows import PaperRow

LIB = "lib"
SHOW, ALL, GO, TELL, DROP = "lib:show", "lib:all", "lib:go", "lib:tell", "lib:drop"
WHICH, IS, WHOM = "lib:which", "lib:is", "lib:whom"
NEW = 0  # in the place of a paper's number: none of those that are here
NOTHING = 0  # in the place of the version that it was shown beside: none was published
CANDIDATES_SHOWN = 4
SHOWN = 8  # papers on one page


def draft(
    words: Words, view: PaperDraft, audience: PaperAudience, titles: Titles, has_more: bool
) -> InlineKeyboardMarkup:
    """What can be done with a draft; `has_more`: the message does not show all of it."""
    version, beside = view.version.version_id, view.before_id or NOTHING
    rows: list[Row] = []
    if has_more:
        rows.append([_one(words, "paper.all_button", ALL, version, 0)])
    whom = button(f"{readers(words, audience, titles)} ▾", WHOM, view.version.paper_id, version)
    rows += [[whom], [_one(words, "paper.which_button", WHICH, version, 0)]]
    rows.append([_one(words, "paper.publish", GO, version, beside)])
    if view.before is not None and (view.compared.changes or view.asked):
        rows.append([button(_tell(words, view.asked), TELL, version, beside)])
    return markup([*rows, [_one(words, "paper.discard", DROP, version)]])


def unsure(words: Words, version_id: int, candidates: Sequence[PaperRow]) -> InlineKeyboardMarkup:
    """[New version of Country cases] for each that it may be, [New paper], [Discard]."""
    rows = [_version_of(words, version_id, each) for each in candidates[:CANDIDATES_SHOWN]]
    new = _one(words, "paper.new_button", IS, version_id, NEW)
    which = _one(words, "paper.which_button", WHICH, version_id, 0)
    return markup([*rows, [new, which], [_one(words, "paper.discard", DROP, version_id)]])


def which(
    words: Words, version_id: int, papers: Sequence[PaperRow], first: int
) -> InlineKeyboardMarkup:
    """A page of all papers that it may be a version of, [New paper], and the way back."""
    rows = [_version_of(words, version_id, each) for each in papers[first : first + SHOWN]]
    turn: Row = []
    if first > 0:
        turn.append(_one(words, "announce.earlier", WHICH, version_id, max(0, first - SHOWN)))
    if first + SHOWN < len(papers):
        turn.append(_one(words, "buttons.more", WHICH, version_id, first + SHOWN))
    new = _one(words, "paper.new_button", IS, version_id, NEW)
    return markup([*rows, turn, [new], [_one(words, "paper.draft_button", SHOW, version_id)]])


def paged(words: Words, version_id: int, page: int, pages: int) -> InlineKeyboardMarkup:
    """The other pages of all changes, and the way back to the draft; pages count from 0."""
    turn: Row = []
    if page > 0:
        turn.append(_one(words, "announce.earlier", ALL, version_id, page - 1))
    if page + 1 < pages:
        turn.append(_one(words, "buttons.more", ALL, version_id, page + 1))
    return markup([turn, [_one(words, "paper.draft_button", SHOW, version_id)]])


def _tell(words: Words, asked: int) -> str:
    """How many it would be; nobody as yet does not mean that nobody asks before it is pressed."""
    if not asked:
        return words.plain("paper.tell_any")
    return words.plain("paper.tell_one" if asked == 1 else "paper.tell", count=asked)


def paper_list(
    words: Words, listed: Sequence[PaperRow], first: int, one: str, more: str, *after: object
) -> InlineKeyboardMarkup | None:
    """A button `one` for each paper of a page, `after` behind its number, and the other pages by
    `more`; None where there is no paper."""
    shown = listed[first : first + SHOWN]
    rows = [
        [button(f"{number}. {each.title}", one, each.paper_id, *after)]
        for number, each in enumerate(shown, first + 1)
    ]
    turn: Row = []
    if first > 0:
        turn.append(_one(words, "announce.earlier", more, max(0, first - SHOWN)))
    if first + SHOWN < len(listed):
        turn.append(_one(words, "buttons.more", more, first + SHOWN))
    return markup([*rows, turn]) if rows else None


def _version_of(words: Words, version_id: int, paper: PaperRow) -> Row:
    label = words.plain("paper.version_of", title=paper.title)
    return [button(label, IS, version_id, paper.paper_id)]


def _one(words: Words, key: str, prefix: str, *parameters: object) -> InlineKeyboardButton:
    return button(words.plain(key), prefix, *parameters)
