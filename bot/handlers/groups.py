"""Private chats only: added to a group or a channel, the bot says one sentence and leaves."""

import contextlib

from telegram import Update
from telegram.constants import ChatMemberStatus
from telegram.error import TelegramError

from bot.visit import Context, House

PRESENT = (ChatMemberStatus.MEMBER, ChatMemberStatus.ADMINISTRATOR)


async def leave(house: House, update: Update, context: Context) -> None:
    """Told that it was added, it explains itself; on any other sign of a group it just leaves."""
    chat = update.effective_chat
    if chat is None or chat.type == chat.PRIVATE:  # somebody has blocked or unblocked the bot
        return
    member = update.my_chat_member
    if member is not None and member.new_chat_member.status not in PRESENT:
        return  # it is out already
    if member is not None:
        words = house.wording.speak(None, member.from_user.language_code)
        with contextlib.suppress(TelegramError):  # it may not be allowed to write there
            await context.bot.send_message(chat.id, words("other.group"))
    with contextlib.suppress(TelegramError):  # thrown out in the meantime
        await context.bot.leave_chat(chat.id)
