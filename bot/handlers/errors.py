"""What no handler foresaw: facts for the log, a next step for the person, never a traceback."""

import logging

from telegram import Update
from telegram.error import Conflict, Forbidden, InvalidToken, NetworkError, TelegramError

from bot.visit import Context, House

log = logging.getLogger(__name__)


async def report(house: House, update: object, context: Context) -> None:
    """Log the error and apologise once, unless Telegram itself is what failed."""
    error = context.error
    if update is None and isinstance(error, TelegramError):
        log.log(*_polling(error))
        return
    log.error("an update was not handled: %s", type(error).__name__, exc_info=error)
    if isinstance(error, TelegramError) or not isinstance(update, Update):
        return
    chat, user = update.effective_chat, update.effective_user
    if chat is None or chat.type != chat.PRIVATE:
        return
    words = house.wording.speak(None, user.language_code if user else None)
    try:
        await context.bot.send_message(chat.id, words("errors.unexpected"))
    except TelegramError as second:
        log.warning("the apology did not arrive either: %s", type(second).__name__)


def _polling(error: TelegramError) -> tuple[int, str]:
    """Why Telegram could not be asked for updates, in one line; the poller tries again."""
    if isinstance(error, Conflict):
        return logging.ERROR, "another process polls with this token; stop one of the two"
    if isinstance(error, InvalidToken | Forbidden):
        return logging.CRITICAL, "Telegram refuses the token; check TELEGRAM_BOT_TOKEN"
    if isinstance(error, NetworkError):
        return logging.WARNING, f"Telegram is not reachable ({type(error).__name__}); trying again"
    return logging.ERROR, f"no updates: {error}"
