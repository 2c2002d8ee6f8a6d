"""What people can mend, such as a subject that is gone, is told them in one sentence, whichever
handler it is for."""

import functools
from collections.abc import Callable, Coroutine
from datetime import timedelta
from typing import Any

from bot.render import escape
from bot.visit import Handler, Visit
from services.errors import AttacheError, NotThere

LAST_PRESS = "last press"  # in the memory of a chat
A_MOMENT = timedelta(seconds=3)
Noting = Callable[[Visit], Coroutine[Any, Any, str | None]]  # returns the key of a note


def or_tell(handler: Handler) -> Handler:
    """The handler, and the text of NotThere where it raises that."""

    @functools.wraps(handler)
    async def told(visit: Visit) -> None:
        try:
            await handler(visit)
        except NotThere as error:
            await visit.say(visit.words(error.key))

    return told


def or_note(handler: Noting) -> Handler:
    """The handler, and the press acknowledged once it is done: with the note that it returns, or
    with what is to be mended. To somebody who wrote, the note is a message."""

    @functools.wraps(handler)
    async def noted(visit: Visit) -> None:
        try:
            key = await handler(visit)
            note = visit.words.plain(key) if key else None
        except AttacheError as error:
            note = visit.words.plain(error.key, **vars(error))
        if visit.update.callback_query is not None:
            await visit.acknowledge(note)
            _remember(visit)
        elif note is not None:
            await visit.say(escape(note))

    return noted


def not_twice(handler: Noting) -> Noting:
    """The handler, but nothing where the same button was the last one pressed, a moment ago: by
    somebody who had not seen yet what it did. For handlers within `or_note`."""

    @functools.wraps(handler)
    async def once(visit: Visit) -> str | None:
        press, at = (visit.context.chat_data or {}).get(LAST_PRESS, (None, None))
        if press == _press(visit) and visit.services.clock.now() - at < A_MOMENT:
            return None
        return await handler(visit)

    return once


def _remember(visit: Visit) -> None:
    """In memory only: after a restart nobody is still tapping."""
    if visit.context.chat_data is not None:
        visit.context.chat_data[LAST_PRESS] = _press(visit), visit.services.clock.now()


def _press(visit: Visit) -> tuple[int | None, str | None]:
    query, message = visit.update.callback_query, visit.update.effective_message
    return message.message_id if message else None, query.data if query else None
