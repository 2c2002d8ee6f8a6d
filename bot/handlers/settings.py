"""/settings: the language that the bot speaks with a person, when it reminds them, and whether it
tells them of answers that have changed."""

from dataclasses import dataclass, replace

from telegram import InlineKeyboardMarkup

from bot import keyboards, menu
from bot.gently import or_note
from bot.visit import Visit


@dataclass(frozen=True, slots=True)
class Chosen:
    """What holds for somebody: minutes before a session, and whether to tell of answers."""

    minutes: int
    recall: bool


async def show(visit: Visit) -> None:
    chosen = await _chosen(visit)
    await visit.say(_text(visit, chosen), _keyboard(visit, chosen))


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


@or_note
async def choose_recall(visit: Visit) -> str | None:
    """A tap that switches on or off whether somebody is told when a paper changes an answer."""
    wanted = visit.parameter == keyboards.ON
    await visit.run(visit.services.recall.choose, visit.person, wanted)
    await _show_anew(visit)
    return "settings.changed"


async def _show_anew(visit: Visit) -> None:
    chosen = await _chosen(visit)
    await visit.change(_text(visit, chosen), _keyboard(visit, chosen))


async def _chosen(visit: Visit) -> Chosen | None:
    """None for somebody who is not on the list: they have no sessions, and get no notices."""
    if visit.person.person_id is None:
        return None
    minutes = await visit.run(visit.services.reminders.chosen, visit.person)
    return Chosen(minutes, await visit.run(visit.services.recall.is_wanted, visit.person))


def _text(visit: Visit, chosen: Chosen | None) -> str:
    words = visit.words
    text = words("settings.text", language=words.plain("language.name"))
    if chosen is None:
        return text
    reminded = "settings.reminded" if chosen.minutes else "settings.not_reminded"
    recalled = "settings.recalled" if chosen.recall else "settings.not_recalled"
    return f"{text}\n\n{words(reminded, minutes=chosen.minutes)}\n\n{words(recalled)}"


def _keyboard(visit: Visit, chosen: Chosen | None) -> InlineKeyboardMarkup:
    words, wording = visit.words, visit.house.wording
    if chosen is None:
        return keyboards.settings(words, wording, (), None, None)
    choices = visit.services.reminders.choices
    return keyboards.settings(words, wording, choices, chosen.minutes, chosen.recall)
