"""The people of a meeting: who they are, what they may do, and the chat they write from."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What somebody may do in the bot; each role is listed with its commands in bot/roles.py."""

    PARTICIPANT = "participant"
    SENDER = "sender"
    EDITOR = "editor"
    ORGANISER = "organiser"


class Community(StrEnum):
    """The policy communities that the meeting balances."""

    DIPLOMACY = "diplomacy"
    DEVELOPMENT = "development"
    DEFENCE = "defence and security"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody on the list of participants.

    `key` is the organisers' id or e-mail, unique whatever its case; `language` a code such as
    "fr", None where the list says none; `role` None where the list leaves it as it is; `sessions`
    the ids of the sessions they are assigned to.
    """

    key: str
    name: str
    organisation: str = ""
    community: Community = Community.OTHER
    role: Role | None = None
    language: str | None = None
    sessions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Participant:
    """A person in a private chat with the bot.

    `chosen_language` is what they set in /settings, `telegram_language` what their Telegram says
    (an IETF tag such as "fr" or "pt-BR"), `listed_language` what the organisers' list says; each
    may be None. `person_id` is their row in the list of participants; None for somebody let in
    without one (open access in a rehearsal).
    """

    chat_id: int
    name: str
    chosen_language: str | None = None
    telegram_language: str | None = None
    person_id: int | None = None
    role: Role = Role.PARTICIPANT
    listed_language: str | None = None


def in_order(name: str) -> str:
    """What names are sorted by: Étienne stands among the E, whatever their case."""
    letters = unicodedata.normalize("NFKD", name)
    return "".join(each for each in letters if not unicodedata.combining(each)).casefold()


def spoken(person: Participant, offered: Sequence[str]) -> str:
    """The language to speak with somebody: what they chose, their Telegram's, the list's, where it
    is on offer; else the first on offer."""
    said = person.chosen_language, person.telegram_language, person.listed_language
    return first_offered(said, offered)


def first_offered(tags: Sequence[str | None], offered: Sequence[str]) -> str:
    """The language on offer that the first of these IETF tags ("fr", "fr-CA") means; else the first
    on offer."""
    codes = (tag.split("-")[0].lower() for tag in tags if tag)
    return next((code for code in codes if code in offered), offered[0])
