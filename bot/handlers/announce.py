"""/announce: a message is written, in one language or more, and shown as it will look."""

from dataclasses import replace

from telegram import Message

from bot.announcing import announce_keyboards, announce_text, announcement_text, draft_screen
from bot.announcing.draft_screen import pressed
from bot.announcing.written import after_command, written
from bot.gently import not_twice, or_note
from bot.visit import Visit
from bot.zone import local_now, zone
from services.drafts import Awaited, Draft

ALBUM = "album"  # in the memory of a chat: the album of which each picture comes by itself


@or_note
async def begin(visit: Visit) -> str | None:
    """/announce, with the text behind it or without; a draft that is there is shown again."""
    drafts, message = visit.services.drafts, visit.update.effective_message
    said = after_command(message) if message else None
    current = await visit.run(drafts.current, visit.person)
    if message is not None and message.media_group_id is not None:
        await visit.run(drafts.begin, visit.person)
        return _album(visit, message)
    if said is not None and not said.is_empty:
        await visit.run(drafts.begin, visit.person)
        await draft_screen.show(visit, await visit.run(drafts.take, visit.person, said))
    elif current is None or current.message is None:
        await draft_screen.show(visit, await visit.run(drafts.begin, visit.person))
    else:
        here = visit.words("announce.draft_here")
        await visit.say(here, announce_keyboards.anew(visit.words, current))
        await draft_screen.show(visit, current)
    return None


@or_note
async def begin_anew(visit: Visit) -> str | None:
    """[Start anew]"""
    await pressed(visit)
    await draft_screen.show(visit, await visit.run(visit.services.drafts.begin, visit.person))
    return None


@or_note
@not_twice
async def correct(visit: Visit) -> str | None:
    """[Correct], below the report of an announcement that was sent."""
    await ask_correction(visit, int(visit.parameter))
    return None


async def ask_correction(visit: Visit, announcement_id: int) -> None:
    """Ask for the text that takes the place of the old one, in a message of its own. Raises
    NotThere where there is nothing to correct."""
    draft = await visit.run(visit.services.drafts.correct, visit.person, announcement_id)
    question = announce_text.question(visit.words, draft, local_now(visit))
    await visit.say(question, announce_keyboards.asked(visit.words, draft))


@or_note
async def take(visit: Visit) -> str | None:
    """Whatever the author writes, sends or forwards while something is awaited of them."""
    drafts, message = visit.services.drafts, visit.update.effective_message
    draft = await visit.run(drafts.current, visit.person)
    if draft is None or message is None:
        return "announce.gone"
    if draft.awaited is Awaited.TIME:
        await _take_time(visit, draft)
        return None
    if message.media_group_id is not None:
        return _album(visit, message)
    said = written(message)
    if said.unusable:
        return "announce.unusable"
    await draft_screen.show(visit, await visit.run(drafts.take, visit.person, said))
    return None


@or_note
@not_twice
async def show(visit: Visit) -> str | None:
    """[◀ Back]: nothing more is awaited, and the draft is shown where it stands."""
    draft, _ = await pressed(visit)
    if draft.awaited is not None:
        draft = await visit.run(visit.services.drafts.await_, draft, None)
    await draft_screen.show(visit, draft)
    return None


@or_note
async def change(visit: Visit) -> str | None:
    """[Change the text]"""
    draft, _ = await pressed(visit)
    draft = await visit.run(visit.services.drafts.await_, draft, Awaited.TEXT)
    await draft_screen.ask(visit, draft)
    return None


@or_note
async def language(visit: Visit) -> str | None:
    """[Text in French…], [✓ Text in French]"""
    draft, (code,) = await pressed(visit)
    drafts = visit.services.drafts
    draft = await visit.run(drafts.await_, draft, Awaited.TRANSLATION, code)
    await draft_screen.ask(visit, draft)
    return None


@or_note
async def drop_language(visit: Visit) -> str | None:
    """[Without it]: not in French after all."""
    draft, (code,) = await pressed(visit)
    drafts = visit.services.drafts
    if draft.message is not None and code in draft.message.texts:
        draft = await visit.run(drafts.await_, draft, None)
        draft = await visit.run(drafts.drop_translation, draft, code)
        await draft_screen.show_control(visit, draft, fresh=True)
    return None


@or_note
async def cancel(visit: Visit) -> str | None:
    """[Cancel]: the draft is thrown away."""
    draft, _ = await pressed(visit)
    await visit.run(visit.services.drafts.discard, visit.person, draft.draft_id)
    await visit.change(visit.words("announce.cancelled"))
    return None


@or_note
async def sample(_visit: Visit) -> str | None:
    """[Got it] below a preview or a test."""
    return "announce.sample"


async def explain_mark(visit: Visit) -> None:
    """A mark that had no room above the text of a copy."""
    await visit.acknowledge(announcement_text.mark_of(visit.words, visit.parameter, zone(visit)))


async def _take_time(visit: Visit, draft: Draft) -> None:
    at = await visit.run(visit.services.drafts.take_time, visit.person, visit.text)
    await draft_screen.show_moment(visit, replace(draft, awaited=None), at)


def _album(visit: Visit, message: Message) -> str | None:
    """Said once, although each picture of an album comes as a message of its own."""
    memory = visit.context.chat_data
    if memory is None or memory.get(ALBUM) == message.media_group_id:
        return None
    memory[ALBUM] = message.media_group_id
    return "announce.album"
