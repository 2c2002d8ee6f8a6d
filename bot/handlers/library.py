"""/library: the papers with their versions, who may read them, and the way back to an older one."""

from bot.agenda_text import shortened
from bot.gently import or_note
from bot.library import library_keyboards, library_text, reader_keyboards
from bot.library.paper_screen import numbers, parameters, show_card, show_draft
from bot.library.paper_text import TITLE_CHARACTERS
from bot.visit import Visit
from bot.zone import zone
from meeting.agenda import Session
from services.errors import NotThere, PaperDraftGone


@or_note
async def show(visit: Visit) -> str | None:
    """All papers; a tap on another page changes the same message."""
    listed = await visit.run(visit.services.paper_desk.papers, visit.person)
    wanted = numbers(visit)[0] if visit.parameter else 0
    first = max(0, min(wanted, len(listed) - 1))
    text = library_text.papers(visit.words, listed, first, zone(visit))
    await visit.change(text, library_keyboards.papers(visit.words, listed, first))
    return None


@or_note
async def card(visit: Visit) -> str | None:
    """A tap on a paper, and [No]."""
    await show_card(visit, numbers(visit)[0])
    return None


@or_note
async def ask_back(visit: Visit) -> str | None:
    """[Roll back to v1]: it is asked once more, because it changes what everybody reads."""
    paper_id, version_id = numbers(visit)
    desk = visit.services.paper_desk
    paper = (await visit.run(desk.paper, visit.person, paper_id)).paper
    view = await visit.run(desk.view, visit.person, version_id)
    text = library_text.ask_back(visit.words, paper, view.version)
    await visit.change(text, library_keyboards.ask_back(visit.words, view.version, view.asked))
    return None


@or_note
async def roll_back(visit: Visit) -> str | None:
    """[Yes, back to v1], [Yes, and tell the 3 whose answers change]"""
    paper_id, version_id = map(int, parameters(visit)[:2])
    deed, tell = visit.services.paper_desk.roll_back, library_keyboards.ALOUD in parameters(visit)
    done = await visit.publish(deed, visit.person, paper_id, version_id, tell)
    visit.house.wake_courier()
    await show_card(visit, paper_id)
    return "library.rolled_back_told" if done.told else "library.rolled_back"


@or_note
async def lock(visit: Visit) -> str | None:
    """[Forbid forwarding], [Allow forwarding]"""
    paper_id, then = int(parameters(visit)[0]), parameters(visit)[1] == library_keyboards.ON
    await visit.run(visit.services.paper_desk.set_protected, visit.person, paper_id, then)
    await show_card(visit, paper_id)
    return "library.is_locked" if then else "library.is_unlocked"


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
    """[Everyone], a community, a session: from now on the paper is for these."""
    paper_id, version_id, *data = parameters(visit)
    audience = reader_keyboards.chosen(data, await _sessions(visit))
    if audience is None:
        return "errors.not_there"
    desk = visit.services.paper_desk
    await visit.run(desk.set_audience, visit.person, int(paper_id), audience)
    try:
        if int(version_id):
            await show_draft(visit, await visit.run(desk.view, visit.person, int(version_id)))
        else:
            await show_card(visit, int(paper_id))
    except (NotThere, PaperDraftGone):  # an editor who has just chosen others than themselves
        await visit.change(visit.words("library.not_yours"))
    return None


async def _sessions(visit: Visit) -> tuple[Session, ...]:
    held = await visit.run(visit.services.agenda.held)
    return tuple(each for each in held.agenda.sessions if not each.is_break)
