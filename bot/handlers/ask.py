"""A question in free words: an answer with its sources, or that the papers do not say."""

from telegram import InlineKeyboardMarkup

from bot import keyboards, render
from bot.visit import Visit
from services.ask import Reply
from services.errors import NoPapers


async def question(visit: Visit) -> None:
    """Any text that is not a command."""
    if not any(character.isalnum() for character in visit.text):
        await visit.say(visit.words("ask.not_a_question", example=_example(visit)))
    elif len(visit.text) > visit.services.config.bot.question_characters:
        await visit.say(visit.words("ask.too_long"))
    else:
        await answer(visit, visit.text)


async def answer(visit: Visit, text: str) -> None:
    """Answer `text` with one message, once, even where an earlier run was killed in between."""
    try:
        reply = await visit.think(
            visit.services.ask.answer, visit.update.update_id, visit.person.chat_id, text
        )
    except NoPapers as error:
        await visit.say(visit.words(error.key))
        return
    if reply.message_id is None:
        message = await visit.say(*_shown(visit, reply), quoting=True)
        await visit.run(visit.services.ask.replied, reply.question_id, message.message_id)


def _shown(visit: Visit, reply: Reply) -> tuple[str, InlineKeyboardMarkup | None]:
    words = visit.words
    if reply.answer is not None:
        numbers = [citation.number for citation in reply.answer.citations]
        text = render.answer(reply.answer, words.texts["ask.quoted"])
        return text, keyboards.sources(words, reply.question_id, numbers)
    if reply.foreign:
        key = "ask.silent_language"
    else:
        key = "ask.silent_nearest" if reply.has_nearest else "ask.silent"
    return words(key), keyboards.nearest(words, reply.question_id) if reply.has_nearest else None


def _example(visit: Visit) -> str:
    suggestions = visit.services.config.suggestions
    return suggestions[0].label(visit.words.language) if suggestions else ""
