"""/settings: the language that the bot speaks with a person, and when it reminds them."""

from dataclasses import replace

from telegram import InlineKeyboardMarkup

from bot import keyboards, menu
from bot.gently import or_note
from bot.visit import Visit


async def show(visit: Visit) -> None:
    minutes = await _reminded(visit)
    await visit.say(_text(visit, minutes), _keyboard(visit, minutes))


async def choose_language(visit: Visit) -> None:
    """A tap on a language: kept, and the message changes to it."""
    offered = [words.language for words in visit.house.wording.languages]
    chosen = visit.parameter if visit.parameter in offered else None
    person = await visit.run(visit.services.people.choose_language, visit.person, chosen)
    words = visit.house.wording.speak_to(person)
    visit = replace(visit, person=person, words=words)
    await visit.acknowledge(words.plain("settings.changed"))
    await _show_anew(visit)
    await menu.fit(visit.house, visit.context.bot, person)


@or_note
async def choose_reminder(visit: Visit) -> str | None:
    """A tap on a number of minutes: kept, and what is to come follows."""
    await visit.run(visit.services.reminders.choose, visit.person, int(visit.parameter))
    await _show_anew(visit)
    return "settings.changed"


async def _show_anew(visit: Visit) -> None:
    minutes = await _reminded(visit)
    await visit.change(_text(visit, minutes), _keyboard(visit, minutes))


async def _reminded(visit: Visit) -> int | None:
    """How many minutes before; None for somebody who is not on the list, and has no sessions."""
    if visit.person.person_id is None:
        return None
    return await visit.run(visit.services.reminders.chosen, visit.person)


def _text(visit: Visit, minutes: int | None) -> str:
    words = visit.words
    text = words("settings.text", language=words.plain("language.name"))
    if minutes is None:
        return text
    key = "settings.reminded" if minutes else "settings.not_reminded"
    return f"{text}\n\n{words(key, minutes=minutes)}"


def _keyboard(visit: Visit, minutes: int | None) -> InlineKeyboardMarkup:
    choices = () if minutes is None else visit.services.reminders.choices
    return keyboards.settings(visit.words, visit.house.wording, choices, minutes)
