"""Any text that is not a command: mostly a question, sometimes a courtesy, or too long."""

from bot import courtesy
from bot.handlers import ask, help, start
from bot.visit import Visit


async def take(visit: Visit) -> None:
    """Answer a question; say what to do with a text that is none."""
    if not any(character.isalnum() for character in visit.text):
        await visit.say(visit.words("ask.not_a_question", example=_example(visit)))
    elif len(visit.text) > visit.services.config.bot.question_characters:
        await visit.say(visit.words("ask.too_long"))
    elif courtesy.thanks(visit.house.wording, visit.text):
        await visit.say(visit.words("ask.welcome"))
    elif courtesy.greets(visit.house.wording, visit.text):
        await start.greet(visit)
    elif courtesy.asks_for_help(visit.house.wording, visit.text):
        await help.explain(visit)
    else:
        await ask.answer(visit, visit.text)


def _example(visit: Visit) -> str:
    suggestions = visit.services.config.suggestions
    return suggestions[0].label(visit.words.language) if suggestions else ""
