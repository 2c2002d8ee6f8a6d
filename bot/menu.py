"""The command menu that Telegram shows beside the text field, in every language on offer."""

import logging

from telegram import BotCommand
from telegram.error import TelegramError

from bot.visit import Context, House
from bot.wording import Words

COMMANDS = ("papers", "settings", "help", "start")

log = logging.getLogger(__name__)


async def publish(house: House, context: Context) -> None:
    """Set the menu; the first language is for everybody whose own is not on offer."""
    try:
        for index, words in enumerate(house.wording.languages):
            await context.bot.set_my_commands(
                commands(words), language_code=None if index == 0 else words.language
            )
    except TelegramError as error:  # a menu is a help, not a condition
        log.warning("the command menu was not set: %s", type(error).__name__)


def commands(words: Words) -> list[BotCommand]:
    """The commands with what they do, in one language."""
    return [BotCommand(name, words.plain(f"commands.{name}")) for name in COMMANDS]
