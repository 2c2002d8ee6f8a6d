"""Writes to somebody else than the person of the visit, in their own language."""

from collections.abc import Callable

import structlog
from telegram import Bot, InlineKeyboardMarkup
from telegram.error import TelegramError

from bot.patience import patiently
from bot.visit import House
from bot.wording import Words
from meeting.people import Participant

log = structlog.stdlib.get_logger(__name__)


async def tell(
    house: House,
    bot: Bot,
    person: Participant,
    key: str,
    keyboard: Callable[[Words], InlineKeyboardMarkup] | None = None,
    **parameters: object,
) -> bool:
    """Send the text `key`; False where it did not arrive, such as in a chat that blocks the bot."""
    words = house.wording.speak_to(person)
    buttons = keyboard(words) if keyboard else None
    try:
        await patiently(
            lambda: bot.send_message(person.chat_id, words(key, **parameters), reply_markup=buttons)
        )
    except TelegramError as error:
        log.warning("a person was not told", text=key, error=type(error).__name__)
        return False
    return True
