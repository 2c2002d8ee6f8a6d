"""Words said alone that ask nothing of the meeting: thanks, hello, help, in any language."""

import re

from bot.wording import Wording

THANKS, HELLO, HELP = "ask.said_thanks", "ask.said_hello", "ask.said_help"


def thanks(wording: Wording, text: str) -> bool:
    """Whether `text` only says thank you."""
    return _says(wording, THANKS, text)


def greets(wording: Wording, text: str) -> bool:
    """Whether `text` only says hello."""
    return _says(wording, HELLO, text)


def asks_for_help(wording: Wording, text: str) -> bool:
    """Whether `text` only asks what the bot can do."""
    return _says(wording, HELP, text)


def _says(wording: Wording, key: str, text: str) -> bool:
    said = _plain(text)
    return any(
        said == _plain(phrase)
        for words in wording.languages
        for phrase in words.texts[key].split("|")
    )


def _plain(text: str) -> str:
    """The words alone: no capitals, punctuation or emoji."""
    return " ".join(re.findall(r"\w+", text.casefold()))
