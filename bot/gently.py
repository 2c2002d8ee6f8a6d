"""A button or command whose subject is gone gets one sentence, whichever handler it is for."""

import functools

from bot.visit import Handler, Visit
from services.errors import NotThere


def or_tell(handler: Handler) -> Handler:
    """The handler, and the text of NotThere where it raises that."""

    @functools.wraps(handler)
    async def told(visit: Visit) -> None:
        try:
            await handler(visit)
        except NotThere as error:
            await visit.say(visit.words(error.key))

    return told
