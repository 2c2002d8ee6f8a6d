"""The buttons of /changes, pure; each holds the number of a paper."""

from collections.abc import Sequence

from telegram import InlineKeyboardMarkup

from bot.agenda_keyboards import Row, markup
from bot.keyboards import PAPER, button
from bot.library.paper_keyboards import paper_list
from bot.wording import Words
from store.rows import PaperRow

CHANGES = "changes"  # with a number alone it sends what is new, below a message that is to stay
LIST, ONE = "changes:list", "changes:one"


def papers(words: Words, listed: Sequence[PaperRow], first: int) -> InlineKeyboardMarkup | None:
    """A button for each paper of a page, and the other pages; None where there is no paper."""
    return paper_list(words, listed, first, ONE, LIST, 0)


def changes(
    words: Words, paper_id: int, version_id: int, page: int, pages: int
) -> InlineKeyboardMarkup:
    """The other pages, [The paper], and the way back to all that is new; pages count from 0."""
    turn: Row = []
    if page > 0:
        turn.append(button(words.plain("announce.earlier"), ONE, paper_id, page - 1))
    if page + 1 < pages:
        turn.append(button(words.plain("buttons.more"), ONE, paper_id, page + 1))
    the_paper = button(words.plain("buttons.the_paper"), PAPER, version_id)
    return markup([turn, [the_paper, button(words.plain("changes.back"), LIST, 0)]])
