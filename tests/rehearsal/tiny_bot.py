"""A small bot: echoes texts with a button, and shows what a button or a document gave.

With `invite --all --out FILE` it writes the link of one person, Ada.
"""

import asyncio
import os
import sys
from pathlib import Path

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Update
from telegram.constants import ChatAction
from telegram.ext import Application, CallbackQueryHandler, MessageHandler, filters

KEYBOARD = InlineKeyboardMarkup(
    [
        [InlineKeyboardButton("Louder", callback_data="louder")],
        [InlineKeyboardButton("Alert", callback_data="alert")],
    ]
)


async def echo(update: Update, _: object) -> None:
    message = update.effective_message
    if message.text == "/die":
        sys.stderr.write("the bot was told to die\n")
        sys.stderr.flush()
        os._exit(3)
    if message.text == "/wait":
        await asyncio.sleep(60)
    await message.chat.send_action(ChatAction.TYPING)
    user = update.effective_user
    await message.reply_html(
        f"<b>{user.first_name}</b> ({user.language_code}): {message.text_html}",
        reply_markup=KEYBOARD,
        do_quote=True,
    )


async def tapped(update: Update, _: object) -> None:
    query = update.callback_query
    if query.data == "alert":
        await query.answer("Look out", show_alert=True)
    else:
        await query.answer()
        await query.edit_message_text(query.message.text.upper(), reply_markup=KEYBOARD)


async def returned(update: Update, _: object) -> None:
    message = update.effective_message
    file = await message.document.get_file()
    content = bytes(await file.download_as_bytearray())
    await message.reply_document(content[::-1], filename=f"reversed-{message.document.file_name}")


def main() -> None:
    application = (
        Application.builder()
        .token(os.environ["TELEGRAM_BOT_TOKEN"])
        .base_url(os.environ["TELEGRAM_BASE_URL"])
        .base_file_url(os.environ["TELEGRAM_BASE_FILE_URL"])
        .build()
    )
    application.add_handler(CallbackQueryHandler(tapped))
    application.add_handler(MessageHandler(filters.Document.ALL, returned))
    application.add_handler(MessageHandler(filters.TEXT, echo))
    application.run_polling(poll_interval=0)


if __name__ == "__main__":
    if sys.argv[1:4] == ["invite", "--all", "--out"]:
        link = "https://t.me/tiny_bot?start=ada-code"
        Path(sys.argv[4]).write_text(f"key,name,link\nada,Ada Moe,{link}\n")
    elif len(sys.argv) > 1:
        sys.exit("the bot has no such command")
    else:
        main()
