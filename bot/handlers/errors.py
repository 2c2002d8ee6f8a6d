"""What no handler foresaw: facts for the log, a next step for the person, never a traceback."""

import structlog
from telegram import Update
from telegram.error import Conflict, Forbidden, InvalidToken, NetworkError, TelegramError

from bot.visit import Context, House

log = structlog.stdlib.get_logger(__name__)


async def report(house: House, update: object, context: Context) -> None:
    """Log the error and apologise once, unless Telegram itself is what failed."""
    error = context.error
    if update is None and isinstance(error, TelegramError):
        _log_polling(error)
        return
    number = update.update_id if isinstance(update, Update) else None
    kind = type(error).__name__
    log.error("an update was not handled", update=number, error=kind, exc_info=error)
    if isinstance(error, TelegramError) or not isinstance(update, Update):
        return
    chat, user = update.effective_chat, update.effective_user
    if chat is None or chat.type != chat.PRIVATE:
        return
    words = house.wording.speak(None, user.language_code if user else None)
    try:
        await context.bot.send_message(chat.id, words("errors.unexpected"))
    except TelegramError as second:
        log.warning("the apology did not arrive either", error=type(second).__name__)


def _log_polling(error: TelegramError) -> None:
    """Why Telegram could not be asked for updates, in one line; the poller tries again."""
    kind = type(error).__name__
    if isinstance(error, Conflict):
        log.error("another process polls with this token; stop one of the two", error=kind)
    elif isinstance(error, InvalidToken | Forbidden):
        log.critical("Telegram refuses the token; check TELEGRAM_BOT_TOKEN", error=kind)
    elif isinstance(error, NetworkError):
        log.warning("Telegram is not reachable; trying again", error=kind)
    else:  # such as a store that is full
        log.error("updates were not taken in; trying again", error=kind, exc_info=error)
