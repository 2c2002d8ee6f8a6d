"""A question in free words: answered from the meeting's rows, else from the papers with sources."""

from telegram import InlineKeyboardMarkup

from bot import agenda_keyboards, keyboards, meeting_text, render
from bot.visit import Visit
from services.ask import Reply
from services.errors import NoPapers


async def answer(visit: Visit, text: str) -> None:
    """Answer `text` with one message, once, even where an earlier run was killed in between.

    The meeting's rows come first: they answer at once, also while the papers' model is loaded.
    """
    with visit.services.right_of_way.taken():
        reply = await visit.run(
            visit.services.ask.from_meeting,
            visit.update.update_id,
            visit.person,
            text,
            visit.words.language,
        )
        if reply is None:
            await from_papers(visit, text)
        else:
            await _tell(visit, reply)


async def from_papers(visit: Visit, text: str) -> None:
    """Answer `text` from the papers alone, in the same way."""
    try:
        reply = await visit.think(
            visit.services.ask.answer, visit.update.update_id, visit.person, text
        )
    except NoPapers as error:
        await visit.say(visit.words(error.key))
        return
    await _tell(visit, reply)


async def _tell(visit: Visit, reply: Reply) -> None:
    if reply.message_id is None:
        message = await visit.say(*_shown(visit, reply), quoting=True)
        await visit.run(visit.services.ask.replied, reply.question_id, message.message_id)


def _shown(visit: Visit, reply: Reply) -> tuple[str, InlineKeyboardMarkup | None]:
    words = visit.words
    if reply.meeting is not None:
        words = visit.house.wording.speak(reply.language)
        text = meeting_text.reply(words, reply.meeting)
        return text, agenda_keyboards.answered(words, reply.meeting)
    if reply.answer is not None:
        numbers = [citation.number for citation in reply.answer.citations]
        text = render.answer(reply.answer, words.texts["ask.quoted"])
        return text, keyboards.sources(words, reply.question_id, numbers)
    shown = keyboards.nearest(words, reply.question_id) if reply.has_nearest else None
    if reply.foreign:
        return words("ask.silent_language", language=_papers_language(visit)), shown
    return words("ask.silent_nearest" if reply.has_nearest else "ask.silent"), shown


def _papers_language(visit: Visit) -> str:
    code = visit.services.config.languages.papers
    return visit.words.texts.get(f"languages.{code}", code)
