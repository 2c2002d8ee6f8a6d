"""/changes: which papers have a newer version, and what it changes, for everybody."""

from telegram import InlineKeyboardMarkup

from bot.gently import not_twice, or_note
from bot.library import changes_keyboards, changes_text
from bot.library.paper_screen import numbers, show_renewed
from bot.visit import Visit
from bot.zone import zone
from meeting.finding import best_titles


@or_note
async def show(visit: Visit) -> str | None:
    """/changes, with words of a paper's title or without."""
    listed = await visit.run(visit.services.papers.renewed, visit.person)
    wanted = visit.text.partition(" ")[2].strip()
    if not wanted or not listed:
        await show_renewed(visit, listed, 0)
        return None
    found = [listed[place] for place in best_titles([each.title for each in listed], wanted)]
    if len(found) == 1:
        await visit.say(*await _drawn(visit, found[0].paper_id, 0))
    else:
        head = "changes.found" if found else "changes.not_found"
        await show_renewed(visit, found or listed, 0, head)
    return None


@or_note
async def page(visit: Visit) -> str | None:
    """Another page of the papers, and [◀ All that is new]."""
    listed = await visit.run(visit.services.papers.renewed, visit.person)
    await show_renewed(visit, listed, numbers(visit)[0])
    return None


@or_note
async def one(visit: Visit) -> str | None:
    """A tap on a paper, and other pages of what is new in it."""
    paper_id, wanted = numbers(visit)
    await visit.change(*await _drawn(visit, paper_id, wanted))
    return None


@or_note
@not_twice
async def send(visit: Visit) -> str | None:
    """[What changed], below a message that is to stay."""
    await visit.say(*await _drawn(visit, int(visit.parameter), 0))
    return None


async def _drawn(visit: Visit, paper_id: int, wanted: int) -> tuple[str, InlineKeyboardMarkup]:
    """Raises NotThere where there is no such paper, or it is not for this person."""
    found = await visit.run(visit.services.papers.changes, visit.person, paper_id)
    pages = await visit.run(changes_text.changes, visit.words, found, zone(visit))
    page = min(wanted, len(pages) - 1)
    version = found.after.version_id
    buttons = changes_keyboards.changes(visit.words, paper_id, version, page, len(pages))
    return pages[page], buttons
