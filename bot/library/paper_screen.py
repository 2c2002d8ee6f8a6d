"""A paper that was sent, or one of the library, in the place of the message whose button was
pressed."""

from collections.abc import Mapping, Sequence

from telegram import InlineKeyboardMarkup

from bot.library import (
    changes_keyboards,
    changes_text,
    library_keyboards,
    library_text,
    paper_keyboards,
    paper_text,
)
from bot.visit import Visit
from bot.zone import zone
from meeting.people import Role
from services.paper_drafts import PaperDraft
from store.rows import PaperRow


def parameters(visit: Visit) -> list[str]:
    """What the button holds behind its name."""
    return visit.parameter.split(":")[1:]


def numbers(visit: Visit) -> list[int]:
    """The same, where all of it is numbers."""
    return [int(each) for each in parameters(visit)]


async def titles(visit: Visit) -> Mapping[str, str]:
    """What the sessions of the agenda that holds are called, by their ids."""
    held = await visit.run(visit.services.agenda.held)
    return {each.session_id: each.title for each in held.agenda.sessions}


async def drawn(visit: Visit, draft: PaperDraft) -> tuple[str, InlineKeyboardMarkup]:
    """A draft as a message, with all that can be done with it. Raises NotThere."""
    desk, words = visit.services.paper_desk, visit.words
    paper = (await visit.run(desk.paper, visit.person, draft.version.paper_id)).paper
    named = await titles(visit)
    has_more = await visit.run(paper_text.has_more, words, draft)
    buttons = paper_keyboards.draft(words, draft, paper.audience, named, has_more)
    return await visit.run(paper_text.view, words, draft), buttons


async def show_draft(visit: Visit, draft: PaperDraft) -> None:
    """The same in the place of the message."""
    await visit.change(*await drawn(visit, draft))


async def show_card(visit: Visit, paper_id: int) -> None:
    """A paper with its versions. Raises NotThere."""
    found = await visit.run(visit.services.paper_desk.paper, visit.person, paper_id)
    named = await titles(visit)
    text = library_text.card(
        visit.words, found.paper, found.versions, named, zone(visit),
        may_erase=visit.person.role is Role.ORGANISER,
    )  # fmt: skip
    buttons = library_keyboards.card(visit.words, found.paper, found.versions, named)
    await visit.change(text, buttons)


async def show_renewed(
    visit: Visit, listed: Sequence[PaperRow], wanted: int, head: str = "changes.title"
) -> None:
    """The page of the papers with a newer version that begins at number `wanted` (from 0), or the
    last one, below the text `head`."""
    first = max(0, min(wanted, len(listed) - 1))
    text = changes_text.papers(visit.words, listed, first, zone(visit), head)
    await visit.change(text, changes_keyboards.papers(visit.words, listed, first))
