"""The people whom one can be in the chat: read from a CSV file, found by the start of a name."""

import csv
import hashlib
from dataclasses import dataclass, replace
from pathlib import Path

from rehearsal.errors import ControlError

_DEFAULT_NAME = "Ingrid Solberg"


@dataclass(frozen=True, slots=True)
class Character:
    """Somebody to be. ``language`` is the two-letter code of their Telegram app, ``key`` what the
    organisers know them by; empty for somebody who is not on the list."""

    name: str
    organisation: str = ""
    language: str = "en"
    key: str = ""

    @property
    def user_id(self) -> int:
        """The same in every run, because the bot remembers people by it."""
        digest = hashlib.blake2s(self.name.casefold().encode(), digest_size=4).digest()
        return 1_000_000_000 + int.from_bytes(digest)

    @property
    def first_name(self) -> str:
        return self.name.split()[0]

    @property
    def last_name(self) -> str:
        return " ".join(self.name.split()[1:])


def read_roster(path: Path) -> list[Character]:
    """The people of a CSV file with the columns key, name, organisation and language.

    A missing file has one person in it. Raises ControlError when the file has no names.
    """
    if not path.exists():
        return [Character(_DEFAULT_NAME)]
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            found = [
                _character(row) for row in csv.DictReader(file) if (row.get("name") or "").strip()
            ]
    except (UnicodeDecodeError, csv.Error):
        raise ControlError(f"{path} is not a CSV file in UTF-8.") from None
    if not found:
        raise ControlError(f"{path} has nobody in its column “name”.")
    return found


def find(roster: list[Character], wanted: str) -> list[Character]:
    """Whose name starts with what was typed; a full name beats all that only start with it."""
    start = wanted.strip().casefold()
    exact = [each for each in roster if each.name.casefold() == start]
    return exact or [each for each in roster if each.name.casefold().startswith(start)]


def read_choice(typed: str) -> tuple[str, str]:
    """What follows /as: a name, and the language after it ("" when there is none)."""
    words = typed.split()
    if len(words) > 1 and len(words[-1]) == 2 and words[-1].isascii() and words[-1].islower():
        return " ".join(words[:-1]), words[-1]
    return " ".join(words), ""


def in_language(character: Character, language: str) -> Character:
    return replace(character, language=language) if language else character


def _character(row: dict[str, str | None]) -> Character:
    name = " ".join((row.get("name") or "").split())
    language = (row.get("language") or "").strip().lower() or "en"
    organisation, key = (row.get("organisation") or "").strip(), (row.get("key") or "").strip()
    return Character(name, organisation, language, key)
