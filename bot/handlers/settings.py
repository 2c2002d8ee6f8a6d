"""/settings: the language that the bot speaks with a person."""

from dataclasses import replace

from bot import keyboards, menu
from bot.visit import Visit


async def show(visit: Visit) -> None:
    await visit.say(_text(visit), keyboards.languages(visit.words, visit.house.wording))


async def choose_language(visit: Visit) -> None:
    """A tap on a language: kept, and the message changes to it."""
    offered = [words.language for words in visit.house.wording.languages]
    chosen = visit.parameter if visit.parameter in offered else None
    person = await visit.run(visit.services.people.choose_language, visit.person, chosen)
    words = visit.house.wording.speak_to(person)
    visit = replace(visit, person=person, words=words)
    await visit.acknowledge(words.plain("settings.changed"))
    await visit.change(_text(visit), keyboards.languages(words, visit.house.wording))
    await menu.fit(visit.house, visit.context.bot, person)


def _text(visit: Visit) -> str:
    return visit.words("settings.text", language=visit.words.plain("language.name"))
