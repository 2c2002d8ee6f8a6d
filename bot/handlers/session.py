"""A session's card: to look at, to take into one's own day, to ask about."""

from bot import session_keyboards, session_text
from bot.gently import or_tell
from bot.handlers import ask
from bot.visit import Visit


@or_tell
async def show(visit: Visit) -> None:
    """The message becomes the card."""
    await visit.acknowledge()
    card = await visit.run(visit.services.sessions.card, visit.person, visit.parameter)
    await visit.change(
        session_text.card(visit.words, card), session_keyboards.card(visit.words, card)
    )


@or_tell
async def send(visit: Visit) -> None:
    """The card as a message of its own, below one that is to stay."""
    await visit.acknowledge()
    card = await visit.run(visit.services.sessions.card, visit.person, visit.parameter)
    await visit.say(session_text.card(visit.words, card), session_keyboards.card(visit.words, card))


@or_tell
async def follow(visit: Visit) -> None:
    """A tap puts the session into one's day or takes it out; the card shows which."""
    await visit.acknowledge()
    code, _, follows = visit.parameter.partition(":")
    card = await visit.run(visit.services.sessions.follow, visit.person, code, follows == "1")
    await visit.change(
        session_text.card(visit.words, card), session_keyboards.card(visit.words, card)
    )


@or_tell
async def about(visit: Visit) -> None:
    """What the papers say about the session's subject."""
    await visit.acknowledge()
    subject = await visit.run(visit.services.sessions.subject, visit.person, visit.parameter)
    await ask.from_papers(visit, subject)
