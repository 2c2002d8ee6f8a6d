"""Every word that people read: the texts of bot/texts/*.toml, in the language of the person."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from bot.render import escape

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

    def speak(self, chosen: str | None, telegram: str | None) -> Words:
        """The words for a person: their choice, else their Telegram's language, else the first."""
        for code in (chosen, telegram and telegram.split("-")[0].lower()):
            for words in self.languages:
                if words.language == code:
                    return words
        return self.languages[0]


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
