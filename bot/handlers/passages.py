"""[Show passage]: the passage behind an answer, in its context, the quoted words marked."""

from bot import keyboards, render
from bot.visit import Visit
from services.errors import NotThere


async def show(visit: Visit) -> None:
    await visit.acknowledge()
    question_id, _, number = visit.parameter.partition(":")
    try:
        view = await visit.run(
            visit.services.ask.passage, visit.person.chat_id, int(question_id), int(number)
        )
    except NotThere as error:
        await visit.say(visit.words(error.key))
        return
    messages = render.passage(
        view.heading, view.source.passage.headings, view.before, view.source.passage.text,
        view.after, view.quotes,
    )  # fmt: skip
    for text in messages[:-1]:
        await visit.say(text, quoting=True)
    button = keyboards.paper(visit.words, view.source.label.version_id)
    await visit.say(messages[-1], button, quoting=True)
