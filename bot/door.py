"""The door: makes a visit of an update, for invited people; everybody else gets one sentence."""

from collections.abc import Callable, Coroutine
from functools import partial
from typing import Any

from telegram import Update, User

from bot.patience import patiently
from bot.visit import Context, Handler, House, Visit

Callback = Callable[[Update, Context], Coroutine[Any, Any, None]]


def through_the_door(house: House) -> Callable[[Handler], Callback]:
    """What turns a handler of visits into a callback for python-telegram-bot."""
    return lambda handler: partial(_admit, house, handler)


async def _admit(house: House, handler: Handler, update: Update, context: Context) -> None:
    user, chat = update.effective_user, update.effective_chat
    if user is None or chat is None:
        return
    person = await house.workers.run(
        house.services.people.meet, chat.id, _name(user), user.language_code
    )
    if person is None:
        await _turn_away(house, update, context, chat.id)
        return
    words = house.wording.speak(person.chosen_language, person.telegram_language)
    await handler(Visit(house, update, context, person, words))


async def _turn_away(house: House, update: Update, context: Context, chat_id: int) -> None:
    user = update.effective_user
    words = house.wording.speak(None, user.language_code if user else None)
    if update.callback_query is not None:
        await update.callback_query.answer()
    await patiently(lambda: context.bot.send_message(chat_id, words("access.uninvited")))


def _name(user: User) -> str:
    """The name to greet somebody by."""
    return user.first_name or user.full_name
