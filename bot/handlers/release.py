"""The buttons below a draft of the agenda: who would be told what, and the release."""

from functools import partial

from bot import times
from bot.gently import not_twice, or_note
from bot.releasing import (
    draft_keyboards,
    draft_text,
    message_preview,
    released_keyboards,
    screen,
    told_text,
)
from bot.releasing.released_text import released
from bot.releasing.screen import found, pressed
from bot.visit import Visit
from bot.zone import local_now
from services.agenda_drafts import Awaited, Wanted
from services.errors import AskTwice, DraftMoved
from services.releases import Released


@or_note
async def show(visit: Visit) -> str | None:
    """[◀ The draft], [Cancel], [No]"""
    await screen.show(visit, await found(visit))
    return None


@or_note
async def all_changes(visit: Visit) -> str | None:
    """[All changes], on pages."""
    view = await found(visit)
    pages = partial(draft_text.all_pages, visit.words, view, screen.today(visit))
    await screen.show_page(visit, draft_keyboards.ALL, view.draft.draft_id, pages)
    return None


@or_note
async def who(visit: Visit) -> str | None:
    """[Who]: the names, on pages."""
    view = await found(visit)
    pages = partial(told_text.names, visit.words, view)
    await screen.show_page(visit, draft_keyboards.WHO, view.draft.draft_id, pages)
    return None


@or_note
async def see(visit: Visit) -> str | None:
    """[See the message]: each different one as those concerned would get it."""
    view = await found(visit)
    if not view.told:
        await screen.show(visit, view)
        return "release.moved"
    pages = partial(message_preview.previews, visit.words, view, local_now(visit))
    await screen.show_page(visit, draft_keyboards.SEE, view.draft.draft_id, pages)
    return None


@or_note
@not_twice
async def ask_describe(visit: Visit) -> str | None:
    """[Name and note…]: the next message is taken for them."""
    view, drafts = await found(visit), visit.services.agenda_drafts
    await visit.run(drafts.await_, visit.person, Awaited(Wanted.NAME))
    buttons = draft_keyboards.describing(visit.words, view.draft.draft_id)
    await visit.change(visit.words("release.ask_describe"), buttons)
    return None


@or_note
async def discard(visit: Visit) -> str | None:
    """[Discard]: the agenda that holds stays as it is."""
    drafts, number = visit.services.agenda_drafts, pressed(visit).draft_id
    draft, _ = await visit.run(drafts.one, visit.person, number)
    await visit.run(drafts.discard, visit.person, number)
    await visit.change(draft_text.gone(visit.words, draft))
    return None


@or_note
async def only_file(visit: Visit) -> str | None:
    """[Only what this file says]: without what the files before it brought."""
    button, drafts = pressed(visit), visit.services.agenda_drafts
    try:
        view = await visit.run(drafts.only_file, visit.person, button.draft_id, button.number)
    except DraftMoved as moved:
        await screen.show(visit, moved.view)
        return moved.key
    await screen.show(visit, view)
    return None


@or_note
async def go(visit: Visit) -> str | None:
    """[Release]: what was seen above the button, and once."""
    return await _release(visit, quiet=False)


@or_note
async def quietly(visit: Visit) -> str | None:
    """[Release quietly]"""
    return await _release(visit, quiet=True)


@or_note
async def sure(visit: Visit) -> str | None:
    """[Yes, cancel 23 sessions]: the second question was answered."""
    quiet = pressed(visit).others[1] == draft_keyboards.QUIETLY
    return await _release(visit, quiet, sure=True)


async def _release(visit: Visit, quiet: bool, sure: bool = False) -> str | None:
    button, deed = pressed(visit), visit.services.releases.release
    try:
        done = await visit.run(
            deed, visit.person, button.draft_id, button.number, quiet=quiet, sure=sure
        )
    except DraftMoved as moved:
        await screen.show(visit, moved.view)
        return moved.key
    except AskTwice as asked:
        await _ask_twice(visit, quiet, asked.count)
        return asked.key
    await _done(visit, done)
    return None


async def _ask_twice(visit: Visit, quiet: bool, count: int) -> None:
    button = pressed(visit)
    buttons = draft_keyboards.ask_twice(visit.words, button.draft_id, button.number, quiet, count)
    await visit.change(visit.words("release.ask_drop", count=count), buttons)


async def _done(visit: Visit, done: Released) -> None:
    visit.house.wake_courier()
    text = released(visit.words, done, times.time(local_now(visit)))
    await visit.change(text, released_keyboards.released(visit.words, done.number))
