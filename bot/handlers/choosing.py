"""Which of several parallel sessions somebody would like to be in, by taps, until it is settled."""

from bot.gently import or_tell
from bot.grouping import choose_keyboards as keyboards
from bot.grouping import choose_text
from bot.grouping.screen import parameters
from bot.visit import Visit


@or_tell
async def show(visit: Visit) -> None:
    """The message becomes the question."""
    await visit.acknowledge()
    wishes, code = visit.services.grouping.wishes, parameters(visit)[0]
    choice = await visit.run(wishes.choice, visit.person, code)
    await visit.change(
        choose_text.choice(visit.words, choice), keyboards.choice(visit.words, choice)
    )


@or_tell
async def send(visit: Visit) -> None:
    """The question as a message of its own, below a notice."""
    await visit.acknowledge()
    wishes, code = visit.services.grouping.wishes, parameters(visit)[0]
    choice = await visit.run(wishes.choice, visit.person, code)
    await visit.say(choose_text.choice(visit.words, choice), keyboards.choice(visit.words, choice))


@or_tell
async def tap(visit: Visit) -> None:
    """A session becomes the next choice, or none any more."""
    await visit.acknowledge()
    code, session, wanted = parameters(visit)
    wishes = visit.services.grouping.wishes
    choice = await visit.run(wishes.tap, visit.person, code, session, wanted == keyboards.ON)
    await visit.change(
        choose_text.choice(visit.words, choice), keyboards.choice(visit.words, choice)
    )


@or_tell
async def done(visit: Visit) -> None:
    """[Done]: what was noted is read back."""
    await visit.acknowledge()
    wishes, code = visit.services.grouping.wishes, parameters(visit)[0]
    choice = await visit.run(wishes.choice, visit.person, code)
    await visit.change(choose_text.done(visit.words, choice), keyboards.done(visit.words, choice))
