"""Whatever somebody was asked to write goes to their draft, before it is taken for a question."""

import functools

from bot.announcing.written import command_in_caption
from bot.handlers import announce
from bot.roles import may_use
from bot.visit import Handler, Visit

ANNOUNCE = "announce"


def draft_first(handler: Handler) -> Handler:
    """The handler, for whatever is not awaited. Commands never come this way."""

    @functools.wraps(handler)
    async def taken(visit: Visit) -> None:
        if not may_use(visit.person.role, ANNOUNCE):
            await handler(visit)
        elif _is_picture_to_announce(visit):
            await announce.begin(visit)
        elif await visit.run(visit.services.drafts.expects, visit.person):
            await announce.take(visit)
        else:
            await handler(visit)

    return taken


def _is_picture_to_announce(visit: Visit) -> bool:
    """/announce below a photo or file, which Telegram does not take for a command."""
    message = visit.update.effective_message
    return message is not None and command_in_caption(message) == ANNOUNCE
