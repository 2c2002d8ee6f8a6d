"""/start: greets by name and offers three things to try."""

from bot import keyboards, people_text
from bot.handlers import ask
from bot.visit import Visit


async def greet(visit: Visit) -> None:
    config = visit.services.config
    meeting = config.meeting.name.get(visit.words.language) or next(
        iter(config.meeting.name.values())
    )
    person = await visit.run(visit.services.people.registration, visit.person)
    hello = visit.words("start.hello", name=visit.person.name, meeting=meeting)
    registered = people_text.registered(visit.words, person) if person else ""
    await visit.say(
        "\n".join([f"{hello} {registered}".strip(), visit.words("start.ask")]),
        keyboards.suggestions(visit.words, config.suggestions[:3]),
    )


async def try_one(visit: Visit) -> None:
    """A tap on a suggestion asks its question."""
    await visit.acknowledge()
    index, suggestions = int(visit.parameter), visit.services.config.suggestions
    if index >= len(suggestions):
        await visit.say(visit.words("errors.old_button"))
        return
    await ask.answer(visit, suggestions[index].asks(visit.words.language))
