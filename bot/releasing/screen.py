"""A draft of the agenda in the place of the message whose button was pressed, or below what was
written."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from telegram import InlineKeyboardMarkup

from bot.releasing import draft_keyboards, draft_text
from bot.visit import Visit
from bot.wording import Words
from bot.zone import local_now
from services.agenda_drafts import DraftView


@dataclass(frozen=True, slots=True)
class Pressed:
    """What a button below a draft holds: the number of the draft, and what else."""

    draft_id: int
    others: tuple[str, ...]

    @property
    def number(self) -> int:
        """The first of the others: a page or a revision."""
        return int(self.others[0])


def pressed(visit: Visit) -> Pressed:
    """The data of the button, such as “rel:who:12:0”."""
    _, number, *others = visit.parameter.split(":")
    return Pressed(int(number), tuple(others))


async def found(visit: Visit) -> DraftView:
    """The draft whose number the button holds. Raises AgendaDraftGone."""
    drafts, number = visit.services.agenda_drafts, pressed(visit).draft_id
    return await visit.run(drafts.view, visit.person, number)


async def show(visit: Visit, view: DraftView, head: str = "") -> None:
    """The draft with all that can be done with it; `head` (HTML) stands above it."""
    text, buttons = await visit.run(drawn, visit.words, view, today(visit), head)
    await visit.change(text, buttons)


def drawn(
    words: Words, view: DraftView, today: date, head: str
) -> tuple[str, InlineKeyboardMarkup]:
    """The message and its buttons; for a worker where thousands are told."""
    is_cut = draft_text.is_cut(words, view, today, head)
    text = draft_text.view(words, view, today, head)
    return text, draft_keyboards.draft(words, view, is_cut)


async def show_page(visit: Visit, data: str, draft_id: int, pages: Callable[[], list[str]]) -> None:
    """The page of a draft whose number the button holds last, or the last one that there is."""
    texts = await visit.run(pages)
    page = min(pressed(visit).number, len(texts) - 1)
    buttons = draft_keyboards.paged(visit.words, data, draft_id, page, len(texts))
    await visit.change(texts[page], buttons)


def today(visit: Visit) -> date:
    """The day in the meeting's zone."""
    return local_now(visit).date()
