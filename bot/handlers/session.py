"""A session's card: to look at, to take into one's own day, to ask about."""

from bot.gently import or_tell
from bot.handlers import ask
from bot.living import shown
from bot.visit import Visit


@or_tell
async def show(visit: Visit) -> None:
    """The message becomes the card."""
    await visit.acknowledge()
    card = await visit.run(visit.services.sessions.card, visit.person, visit.parameter)
    await shown.show(visit, card)


@or_tell
async def send(visit: Visit) -> None:
    """The card as a message of its own, below one that is to stay."""
    await visit.acknowledge()
    card = await visit.run(visit.services.sessions.card, visit.person, visit.parameter)
    await shown.send(visit, card)


@or_tell
async def follow(visit: Visit) -> None:
    """A tap puts the session into one's day or takes it out; the card shows which."""
    await visit.acknowledge()
    code, _, follows = visit.parameter.partition(":")
    card = await visit.run(visit.services.sessions.follow, visit.person, code, follows == "1")
    await shown.show(visit, card)


@or_tell
async def about(visit: Visit) -> None:
    """What the papers say about the session's subject."""
    await visit.acknowledge()
    subject = await visit.run(visit.services.sessions.subject, visit.person, visit.parameter)
    await ask.from_papers(visit, subject)
