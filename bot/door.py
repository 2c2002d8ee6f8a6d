"""The door: links let people in, roles say what is there for them; others get one sentence."""

import re
from collections.abc import Callable, Coroutine
from functools import partial
from typing import Any

from telegram import Bot, MessageEntity, Update, User

from bot import menu, roles
from bot.handlers import other
from bot.patience import patiently
from bot.tell import tell
from bot.visit import Context, Handler, House, Visit
from meeting.people import Role

# No button of ours holds a number that no row can have, nor white space, which "$" in a pattern
# lets by at the end: somebody made that up.
FORGED = re.compile(r"\d{16}|\s")
Callback = Callable[[Update, Context], Coroutine[Any, Any, None]]


def through_the_door(house: House) -> Callable[[Handler], Callback]:
    """What turns a handler of visits into a callback for python-telegram-bot."""
    return lambda handler: partial(_admit, house, handler)


async def _admit(house: House, handler: Handler, update: Update, context: Context) -> None:
    user, chat = update.effective_user, update.effective_chat
    if user is None or chat is None:
        return
    await _open_invitation(house, update, context.bot, chat.id)
    person = await house.workers.run(
        house.services.people.meet, chat.id, _name(user), user.language_code
    )
    if person is None:
        await _turn_away(house, update, context, chat.id)
        return
    # Beside the reply, which must not wait for it.
    context.application.create_task(menu.fit(house, context.bot, person))
    handler = _instead(update, person.role) or handler
    await handler(Visit(house, update, context, person, house.wording.speak_to(person)))


async def _open_invitation(house: House, update: Update, bot: Bot, chat_id: int) -> None:
    """What the link of an invitation sends: /start and a code."""
    words = _written(update).split()
    if _command(update) != "start" or len(words) < 2:
        return
    opening = await house.workers.run(house.services.invitations.open, chat_id, words[1])
    if opening.left_chat is not None:
        await menu.forget(house, bot, opening.left_chat)
    if opening.alarm:
        await _alarm(house, bot)


async def _alarm(house: House, bot: Bot) -> None:
    misses = house.services.config.invitations.alarm_misses
    for organiser in await house.workers.run(house.services.people.organisers):
        await tell(house, bot, organiser, "invitations.alarm", misses=misses)


async def _turn_away(house: House, update: Update, context: Context, chat_id: int) -> None:
    user = update.effective_user
    words = house.wording.speak(user.language_code if user else None)
    if update.callback_query is not None:
        await update.callback_query.answer()
    await patiently(lambda: context.bot.send_message(chat_id, words("access.uninvited")))
    if chat_id in house.menus:
        await menu.forget(house, context.bot, chat_id)


def _instead(update: Update, role: Role) -> Handler | None:
    """What somebody may not use does not exist for them, and answers as if it did not."""
    query = update.callback_query
    if query is not None:
        data = query.data or ""
        return None if roles.may_press(role, data) and not FORGED.search(data) else other.button
    command = _command(update)
    return other.command if command and not roles.may_use(role, command) else None


def _command(update: Update) -> str:
    """The command that a message begins with, in lower case; empty where it is forwarded."""
    message = update.message
    if message is None or message.forward_origin is not None or not message.entities:
        return ""
    first = message.entities[0]
    if first.type != MessageEntity.BOT_COMMAND or first.offset:
        return ""
    return _written(update)[1 : first.length].partition("@")[0].lower()


def _written(update: Update) -> str:
    message = update.message
    return (message.text or "") if message else ""


def _name(user: User) -> str:
    """The name to greet somebody by."""
    return user.first_name or user.full_name
