"""The command menu beside the text field: of each chat, by the person's role and language."""

import structlog
from telegram import Bot, BotCommand, BotCommandScopeChat
from telegram.error import TelegramError

from bot.roles import commands_of
from bot.visit import Context, House
from bot.wording import Words
from meeting.people import Participant, Role

log = structlog.stdlib.get_logger(__name__)


async def publish(house: House, context: Context) -> None:
    """The menu of strangers: /start; the first language is for those whose own is not offered."""
    try:
        for index, words in enumerate(house.wording.languages):
            await context.bot.set_my_commands(
                [_command(words, "start")], language_code=None if index == 0 else words.language
            )
    except TelegramError as error:  # a menu is a help, not a condition
        log.warning("the command menu was not set", error=type(error).__name__)


async def fit(house: House, bot: Bot, person: Participant) -> None:
    """See to it that a chat has the menu of its person's role and language, asking Telegram only
    where this run of the bot has not set that very menu."""
    words = house.wording.speak_to(person)
    wanted = person.role, words.language
    if house.menus.get(person.chat_id) == wanted:
        return
    house.menus[person.chat_id] = wanted
    try:
        scope = BotCommandScopeChat(person.chat_id)
        await bot.set_my_commands(commands(words, person.role), scope=scope)
    except TelegramError as error:
        house.menus.pop(person.chat_id, None)
        log.warning("the menu of a chat was not set", error=type(error).__name__)


async def forget(house: House, bot: Bot, chat_id: int) -> None:
    """A chat that is nobody's any more has the menu of strangers again."""
    house.menus.pop(chat_id, None)
    try:
        await bot.delete_my_commands(scope=BotCommandScopeChat(chat_id))
    except TelegramError as error:
        log.warning("the menu of a chat was not removed", error=type(error).__name__)


def commands(words: Words, role: Role) -> list[BotCommand]:
    """The commands of a role with what they do, in one language."""
    return [_command(words, name) for name in commands_of(role)]


def _command(words: Words, name: str) -> BotCommand:
    return BotCommand(name, words.plain(f"commands.{name}"))
