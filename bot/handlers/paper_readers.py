"""Who may read a paper: chosen by an editor or organiser, below a draft or on the paper's card."""

from bot.agenda_text import shortened
from bot.gently import or_note
from bot.library import reader_keyboards, reader_text
from bot.library.paper_screen import numbers, parameters, show_card, show_draft, titles
from bot.library.paper_text import TITLE_CHARACTERS
from bot.visit import Visit
from meeting.agenda import Session
from meeting.paper_audience import PaperAudience
from services.errors import NotThere, PaperDraftGone


@or_note
async def whom(visit: Visit) -> str | None:
    """[For everyone ▾], below a draft or on a paper's card."""
    paper_id, version_id = numbers(visit)
    paper = (await visit.run(visit.services.paper_desk.paper, visit.person, paper_id)).paper
    lines = [visit.words("paper.whom", title=shortened(paper.title, TITLE_CHARACTERS))]
    if paper.live is not None:
        lines.append(visit.words("paper.whom_holds", number=paper.live.number))
    buttons = reader_keyboards.readers(visit.words, paper_id, version_id, paper.audience)
    await visit.change("\n".join(lines), buttons)
    return None


@or_note
async def sessions(visit: Visit) -> str | None:
    """[A session’s people…]: a page of them."""
    paper_id, version_id, wanted = numbers(visit)
    paper = (await visit.run(visit.services.paper_desk.paper, visit.person, paper_id)).paper
    found = await _sessions(visit)
    if not found:
        return "paper.no_sessions"
    first = min(wanted, len(found) - 1)
    text = visit.words("paper.which_session", title=shortened(paper.title, TITLE_CHARACTERS))
    buttons = reader_keyboards.sessions(
        visit.words, paper_id, version_id, found, paper.audience, first
    )
    await visit.change(text, buttons)
    return None


@or_note
async def choose(visit: Visit) -> str | None:
    """[Everyone], a community, a session: from now on the paper is for these. Whoever would lose
    it by that is asked first."""
    paper_id, version_id, *data = parameters(visit)
    audience = reader_keyboards.chosen(data, await _sessions(visit))
    if audience is None:
        return "errors.not_there"
    desk = visit.services.paper_desk
    is_sure = data[-1] == reader_keyboards.SURE
    if not is_sure and not await visit.run(desk.would_keep, visit.person, audience):
        await _ask(visit, int(paper_id), audience)
        return None
    await visit.run(desk.set_audience, visit.person, int(paper_id), audience)
    await _show_again(visit, int(paper_id), int(version_id))
    return None


async def _ask(visit: Visit, paper_id: int, audience: PaperAudience) -> None:
    paper = (await visit.run(visit.services.paper_desk.paper, visit.person, paper_id)).paper
    whom = reader_text.readers(visit.words, audience, await titles(visit))
    title = shortened(paper.title, TITLE_CHARACTERS)
    text = visit.words("paper.ask_without_you", whom=whom, title=title)
    await visit.change(text, reader_keyboards.ask_without_you(visit.words, visit.parameter))


async def _show_again(visit: Visit, paper_id: int, version_id: int) -> None:
    """The draft below which it was chosen, or the paper's card; neither where it is lost."""
    try:
        if version_id:
            view = visit.services.paper_desk.view
            await show_draft(visit, await visit.run(view, visit.person, version_id))
        else:
            await show_card(visit, paper_id)
    except (NotThere, PaperDraftGone):
        await visit.change(visit.words("library.not_yours"))


async def _sessions(visit: Visit) -> tuple[Session, ...]:
    held = await visit.run(visit.services.agenda.held)
    return tuple(each for each in held.agenda.sessions if not each.is_break)
