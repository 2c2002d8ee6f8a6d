"""Whatever somebody was asked to write goes to their draft, before it is taken for a question.

A draft of the agenda comes first: it stops waiting at the next button or command, so that what it
waits for was asked a moment ago.
"""

import functools

from bot.announcing.written import command_in_caption
from bot.handlers import announce, taking
from bot.roles import may_use
from bot.visit import Handler, Visit

ANNOUNCE = "announce"
EDIT = "edit"


def draft_first(handler: Handler) -> Handler:
    """The handler, for whatever is not awaited. Commands never come this way."""

    @functools.wraps(handler)
    async def taken(visit: Visit) -> None:
        if visit.text and await _edits(visit):
            await taking.take(visit)
        elif not may_use(visit.person.role, ANNOUNCE):
            await handler(visit)
        elif _is_picture_to_announce(visit):
            await announce.begin(visit)
        elif await visit.run(visit.services.drafts.expects, visit.person):
            await announce.take(visit)
        else:
            await handler(visit)

    return taken


def instead_of_an_answer(handler: Handler) -> Handler:
    """The handler of a button or command: whoever comes with one has something else in mind than
    to answer what the draft of the agenda asked."""

    @functools.wraps(handler)
    async def turned(visit: Visit) -> None:
        if await _edits(visit):
            await visit.run(visit.services.agenda_drafts.await_, visit.person, None)
        await handler(visit)

    return turned


async def _edits(visit: Visit) -> bool:
    """Whether the next message is for a draft of the agenda."""
    if not may_use(visit.person.role, EDIT):
        return False
    return await visit.run(visit.services.agenda_drafts.awaits, visit.person) is not None


def _is_picture_to_announce(visit: Visit) -> bool:
    """/announce below a photo or file, which Telegram does not take for a command."""
    message = visit.update.effective_message
    return message is not None and command_in_caption(message) == ANNOUNCE
