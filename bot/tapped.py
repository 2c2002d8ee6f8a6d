"""✓ on a [Got it] that was tapped."""

import contextlib

from telegram import Message
from telegram.error import BadRequest

from bot.patience import patiently
from bot.reporting import sent_keyboards
from bot.visit import Visit


async def show(visit: Visit) -> None:
    """Mark the button that was pressed, where Telegram still lets it be changed."""
    query = visit.update.callback_query
    message = query.message if query else None
    if query is None or not isinstance(message, Message) or message.reply_markup is None:
        return
    buttons = sent_keyboards.tapped(visit.words, message.reply_markup, query.data or "")
    if buttons is not None:
        with contextlib.suppress(BadRequest):  # deleted, or tapped a moment ago
            await patiently(lambda: query.edit_message_reply_markup(buttons))
