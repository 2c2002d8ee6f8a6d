"""Every word that people read: the texts of bot/texts/*.toml, in the language of the person."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from bot.render import escape
from meeting.people import Participant, first_offered, spoken

FOLDER = Path(__file__).parent / "texts"


@dataclass(frozen=True, slots=True)
class Words:
    """The texts of one language, by key such as `ask.silent`."""

    language: str
    texts: Mapping[str, str]

    def __call__(self, key: str, **parameters: object) -> str:
        """The text as Telegram HTML, its parameters escaped; KeyError where the key is unknown."""
        return self.texts[key].format(**{k: escape(str(v)) for k, v in parameters.items()})

    def plain(self, key: str, **parameters: object) -> str:
        """The text for places that take no HTML: buttons, command menus, callback answers."""
        return self.texts[key].format(**parameters)


@dataclass(frozen=True, slots=True)
class Wording:
    """The texts of all languages on offer; the first one serves everybody else."""

    languages: tuple[Words, ...]

    def speak(self, *codes: str | None) -> Words:
        """The first of these languages (IETF tags, such as "fr" or "fr-CA") that is on offer."""
        return self._words(first_offered(codes, self._offered))

    def speak_to(self, person: Participant) -> Words:
        """The words for somebody: their choice, their Telegram's language, the list's."""
        return self._words(spoken(person, self._offered))

    @property
    def _offered(self) -> tuple[str, ...]:
        return tuple(words.language for words in self.languages)

    def _words(self, language: str) -> Words:
        return next(words for words in self.languages if words.language == language)


def load_wording(offered: tuple[str, ...]) -> Wording:
    """Read the files of the languages on offer; FileNotFoundError where one is missing."""
    return Wording(tuple(Words(code, _read(FOLDER / f"{code}.toml")) for code in offered))


def _read(path: Path) -> dict[str, str]:
    return dict(_flatten(tomllib.loads(path.read_text(encoding="utf-8"))))


def _flatten(table: Mapping[str, object], prefix: str = "") -> Iterator[tuple[str, str]]:
    for key, value in table.items():
        if isinstance(value, Mapping):
            yield from _flatten(value, f"{prefix}{key}.")
        else:
            yield f"{prefix}{key}", str(value)
