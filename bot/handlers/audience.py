"""Whom an announcement is for: ticked in the message that asks, which is edited as it goes."""

from bot.agenda_keyboards import day_of, first_of
from bot.announcing import audience_keyboards, audience_text, draft_screen
from bot.announcing.draft_screen import pressed
from bot.gently import not_twice, or_note
from bot.visit import Visit
from meeting.audience import Kind
from meeting.codes import short_code
from services.drafts import Choice, Draft
from services.errors import NobodyChosen, NotThere


@or_note
async def show(visit: Visit) -> str | None:
    """[To whom]: everyone, the communities, and the ways to all else."""
    draft, _ = await pressed(visit)
    await draft_screen.show_audience(visit, draft)
    return None


@or_note
@not_twice
async def everyone(visit: Visit) -> str | None:
    """[Everyone]: nothing more is to be ticked."""
    draft, _ = await pressed(visit)
    await _go_on(visit, await visit.run(visit.services.drafts.everyone, draft))
    return None


@or_note
async def tick(visit: Visit) -> str | None:
    """A tap on a value ticks it, or takes its tick away."""
    draft, (name, code, first, then) = await pressed(visit)
    kind, drafts = Kind(name), visit.services.drafts
    choices = await visit.run(drafts.choices, visit.person, kind)
    choice = next((each for each in choices if short_code(each.value) == code), None)
    if choice is None:
        raise NotThere(f"no {kind} has this code")
    if draft.audience.has(kind, choice.value) != (then == audience_keyboards.ON):
        draft = await visit.run(drafts.toggle, draft, kind, choice.value)
    await _show_around(visit, draft, choice, first)
    return None


@or_note
async def more(visit: Visit) -> str | None:
    """[More…]: the other kinds of which there are values."""
    draft, _ = await pressed(visit)
    await _show_kinds(visit, draft)
    return None


@or_note
async def values(visit: Visit) -> str | None:
    """A page of the values of one kind."""
    draft, (name, first) = await pressed(visit)
    await _show_values(visit, draft, Kind(name), first)
    return None


@or_note
async def days(visit: Visit) -> str | None:
    """[A session…]: first its day."""
    draft, _ = await pressed(visit)
    agenda = (await visit.run(visit.services.agenda.held)).agenda
    if not agenda.days():
        return "agenda.none"
    buttons = audience_keyboards.days(visit.words, draft, agenda.days())
    await visit.change(await draft_screen.meant(visit, draft), buttons)
    return None


@or_note
async def day(visit: Visit) -> str | None:
    """A page of the sessions of one day."""
    draft, (on, first) = await pressed(visit)
    await _show_day(visit, draft, on, first)
    return None


@or_note
async def names(visit: Visit) -> str | None:
    """[Names]: a page of the people who are meant."""
    draft, (first,) = await pressed(visit)
    shown = await draft_screen.view(visit, draft)
    if not shown.reach.count:
        raise NobodyChosen
    at = first_of(first, shown.reach.count, audience_text.NAMES_SHOWN)
    text = audience_text.names(visit.words, draft.audience, shown.labels, shown.reach, at)
    await visit.change(text, audience_keyboards.names(visit.words, draft, shown.reach, at))
    return None


@or_note
@not_twice
async def go_on(visit: Visit) -> str | None:
    """[Next ▶]"""
    draft, _ = await pressed(visit)
    await _go_on(visit, draft)
    return None


async def _go_on(visit: Visit, draft: Draft) -> None:
    reach = await visit.run(visit.services.drafts.reach, draft)
    if not reach.count:
        raise NobodyChosen
    await draft_screen.show_control(visit, draft)


async def _show_around(visit: Visit, draft: Draft, choice: Choice, first: str) -> None:
    """The page that a value is on."""
    if choice.kind is Kind.COMMUNITY:
        await draft_screen.show_audience(visit, draft)
    elif choice.kind is Kind.SESSION:
        agenda = (await visit.run(visit.services.agenda.held)).agenda
        session = agenda.session(choice.value)
        if session is None:
            raise NotThere(f"no session {choice.value}")
        await _show_day(visit, draft, f"{session.starts:%Y%m%d}", first)
    else:
        await _show_values(visit, draft, choice.kind, first)


async def _show_kinds(visit: Visit, draft: Draft) -> None:
    of, person = visit.services.drafts.choices, visit.person
    offered = [kind for kind in audience_keyboards.KINDS if await visit.run(of, person, kind)]
    buttons = audience_keyboards.kinds(visit.words, draft, offered)
    await visit.change(await draft_screen.meant(visit, draft), buttons)


async def _show_values(visit: Visit, draft: Draft, kind: Kind, first: str) -> None:
    choices = await visit.run(visit.services.drafts.choices, visit.person, kind)
    if not choices:
        await _show_kinds(visit, draft)
        return
    at = first_of(first, len(choices), audience_keyboards.SHOWN)
    buttons = audience_keyboards.values(visit.words, draft, kind, choices, at)
    await visit.change(await draft_screen.meant(visit, draft), buttons)


async def _show_day(visit: Visit, draft: Draft, on: str, first: str) -> None:
    agenda = (await visit.run(visit.services.agenda.held)).agenda
    date = day_of(on)
    sessions = agenda.on(date) if date else ()
    if not sessions:
        raise NotThere(f"no session on {on}")
    choices = await visit.run(visit.services.drafts.choices, visit.person, Kind.SESSION)
    counts = {choice.value: choice.count for choice in choices}
    buttons = audience_keyboards.sessions(visit.words, draft, sessions, counts, int(first))
    await visit.change(await draft_screen.meant(visit, draft), buttons)
