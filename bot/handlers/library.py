"""/library: the papers with their versions, the way back to an older one, and forwarding."""

from bot.gently import or_note
from bot.library import library_keyboards, library_text
from bot.library.paper_screen import numbers, parameters, show_card
from bot.visit import Visit
from bot.zone import zone


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
