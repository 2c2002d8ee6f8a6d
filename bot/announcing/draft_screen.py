"""Shows a draft where it stands: what is asked of its author, to whom it goes, or the preview with
all that can be done."""

from datetime import datetime

from telegram import InlineKeyboardMarkup

from bot.announcing import announce_keyboards, announce_text, audience_keyboards, audience_text
from bot.announcing.announce_text import View
from bot.announcing.audience_labels import labels
from bot.announcing.draft_preview import is_above, send_preview, send_test
from bot.visit import Visit
from bot.zone import local_now
from meeting.audience import Kind
from services.drafts import Awaited, Draft
from services.errors import NothingToSend


async def pressed(visit: Visit) -> tuple[Draft, tuple[str, ...]]:
    """The draft whose number a button holds, and what else it holds. Raises DraftGone."""
    _, number, *others = visit.parameter.split(":")
    draft = await visit.run(visit.services.drafts.one, visit.person, int(number))
    return draft, tuple(others)


async def show(visit: Visit, draft: Draft) -> None:
    """Where the draft stands."""
    if draft.awaited is not None:
        await ask(visit, draft)
    elif draft.audience_is_chosen or draft.corrects is not None:
        await show_control(visit, draft)
    else:
        await show_audience(visit, draft)


async def ask(visit: Visit, draft: Draft) -> None:
    """What is awaited of the author."""
    at = local_now(visit)
    buttons = announce_keyboards.asked(visit.words, draft)
    if draft.awaited is Awaited.TIME:
        buttons = announce_keyboards.moments(visit.words, draft, at)
    await visit.change(announce_text.question(visit.words, draft, at), buttons)


async def show_audience(visit: Visit, draft: Draft) -> None:
    """To whom: everyone, the communities, and the ways to all else."""
    communities = await visit.run(visit.services.drafts.choices, visit.person, Kind.COMMUNITY)
    buttons = audience_keyboards.top(visit.words, draft, communities)
    await visit.change(await meant(visit, draft), buttons)


async def meant(visit: Visit, draft: Draft) -> str:
    """The sentence that says whom the draft is for, or asks."""
    if not draft.audience_is_chosen:
        return visit.words("announce.to_whom")
    shown = await view(visit, draft)
    return audience_text.meant(visit.words, draft.audience, shown.labels, shown.reach)


async def show_control(visit: Visit, draft: Draft, fresh: bool = False) -> None:
    """All that can be done, in place of the message whose button was pressed where that is below
    the preview of what the draft says now; else, and where it is to be `fresh`, below a new one."""
    shown = await view(visit, draft)
    text, buttons = _control(visit, draft, shown)
    if not fresh and is_above(visit, draft):
        await visit.change(text, buttons)
        return
    await _put_away(visit, draft, shown)
    await send_preview(visit, draft, text, buttons)


async def show_test(visit: Visit, draft: Draft) -> None:
    """A test for the author, and all that can be done with the draft below it."""
    text, buttons = _control(visit, draft, await view(visit, draft))
    await visit.change(visit.words("announce.tested"))
    await send_test(visit, draft, text, buttons)


async def show_moment(visit: Visit, draft: Draft, at: datetime) -> None:
    """The moment that was chosen (aware, in the meeting's zone), to be confirmed."""
    shown = await view(visit, draft)
    text = announce_text.confirm(visit.words, draft, shown, at)
    await visit.change(text, announce_keyboards.confirm(visit.words, draft, at))


async def view(visit: Visit, draft: Draft) -> View:
    """What the draft is shown against, read in a worker."""
    return await visit.run(_view, visit, draft)


def _control(visit: Visit, draft: Draft, shown: View) -> tuple[str, InlineKeyboardMarkup]:
    if draft.message is None:
        raise NothingToSend
    buttons = announce_keyboards.control(visit.words, draft, shown.offered)
    return announce_text.control(visit.words, draft, shown), buttons


def _view(visit: Visit, draft: Draft) -> View:
    return View(
        reach=visit.services.drafts.reach(draft),
        labels=labels(visit.services, draft.audience),
        offered=tuple(words.language for words in visit.house.wording.languages),
        settings=visit.services.config.announcements,
    )


async def _put_away(visit: Visit, draft: Draft, shown: View) -> None:
    """The pressed message keeps one sentence and no buttons."""
    if visit.update.callback_query is None:
        return
    if draft.corrects is not None:
        await visit.change(visit.words("announce.corrects"))
        return
    await visit.change(audience_text.meant(visit.words, draft.audience, shown.labels, shown.reach))
