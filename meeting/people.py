"""The people of a meeting, as far as the bot needs to know them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Participant:
    """A person in a private chat with the bot.

    `chosen_language` is what they set in /settings, `telegram_language` what their Telegram says
    (an IETF tag such as "fr" or "pt-BR"); either may be None.
    """

    chat_id: int
    name: str
    chosen_language: str | None = None
    telegram_language: str | None = None
