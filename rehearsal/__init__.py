"""A Telegram Bot API of one's own on loopback, and chats with the bot behind it."""
