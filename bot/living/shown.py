"""Shows what is kept up to date from then on: the newest card of a session, somebody's day."""

from bot.living.screens import screen
from bot.visit import Visit
from services.living_cards import OwnDay, showing
from services.session_cards import Card


async def show(visit: Visit, content: Card | OwnDay) -> None:
    """The message whose button was pressed becomes this; a new one after a command."""
    drawn = screen(visit.words, content)
    await visit.change(drawn.html, drawn.keyboard, showing(content))


async def send(visit: Visit, content: Card | OwnDay) -> None:
    """A message of its own, below one that is to stay."""
    drawn = screen(visit.words, content)
    message = await visit.say(drawn.html, drawn.keyboard)
    await visit.keep(message.message_id, showing(content))
