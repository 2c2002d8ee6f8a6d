"""/history: the versions of the agenda, what changed with each, and whom its messages reached."""

from bot.gently import or_note
from bot.releasing import draft_text, history_text, released_keyboards, released_text, screen
from bot.releasing.screen import today
from bot.visit import Visit
from meeting.notices import NoticeKind


@or_note
async def show(visit: Visit) -> str | None:
    """The list, newest first; a tap on [Older] changes the same message."""
    versions = await visit.run(visit.services.history.past)
    if not versions:
        return "history.none"
    wanted = int(_parameters(visit)[0]) if visit.parameter else 0
    first = min(wanted, len(versions) - 1)
    text = history_text.versions(visit.words, versions, first, today(visit))
    await visit.change(text, released_keyboards.history(visit.words, versions, first))
    return None


@or_note
async def version(visit: Visit) -> str | None:
    """A tap on a number: what changed, on pages."""
    number, wanted = map(int, _parameters(visit))
    view = await visit.run(visit.services.history.version, number)
    pages = history_text.version(visit.words, view, today(visit))
    page = min(wanted, len(pages) - 1)
    buttons = released_keyboards.version(visit.words, view.line, page, len(pages))
    await visit.change(pages[page], buttons)
    return None


@or_note
async def ask_again(visit: Visit) -> str | None:
    """[Release again…]: as a draft, to be looked at; a draft that is there is not lost unasked."""
    number = int(_parameters(visit)[0])
    view = await visit.run(visit.services.agenda_drafts.current, visit.person)
    if view is None or view.is_empty:
        await _restore(visit, number)
        return None
    changes = draft_text.counted_changes(visit.words, len(view.lines) + len(view.room_changes))
    question = visit.words("history.ask_replace", changes=changes, number=number)
    buttons = released_keyboards.replace_draft(visit.words, number, view.draft.draft_id)
    await visit.change(question, buttons)
    return None


@or_note
async def replace(visit: Visit) -> str | None:
    """[Replace it]"""
    await _restore(visit, int(_parameters(visit)[0]))
    return None


@or_note
async def standing(visit: Visit) -> str | None:
    """[How it goes], [Refresh]"""
    number = int(_parameters(visit)[0])
    view = await visit.run(visit.services.history.version, number)
    text = released_text.standing(visit.words, view.line, today(visit))
    await visit.change(text, released_keyboards.standing(visit.words, view.line))
    return None


@or_note
async def missed(visit: Visit) -> str | None:
    """[Who was not reached], by why, on pages."""
    number, wanted = map(int, _parameters(visit))
    heard = await visit.run(visit.services.notices.heard, NoticeKind.CHANGE, number)
    people = [(each.name, each.state) for each in heard]
    pages = await visit.run(released_text.missed, visit.words, number, people)
    page = min(wanted, len(pages) - 1)
    buttons = released_keyboards.missed(visit.words, number, page, len(pages))
    await visit.change(pages[page], buttons)
    return None


async def _restore(visit: Visit, number: int) -> None:
    drafts = visit.services.agenda_drafts
    view = await visit.run(drafts.restore, visit.person, number)
    await screen.show(visit, view, visit.words("history.restored", number=number))


def _parameters(visit: Visit) -> list[str]:
    """What the button holds behind its name."""
    return visit.parameter.split(":")[1:]
