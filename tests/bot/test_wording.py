"""Texts: every language says the same things with the same parameters, and all of them are used."""

import re
from pathlib import Path
from string import Formatter

import pytest

from bot.roles import COMMANDS
from bot.wording import FOLDER, Wording, Words, load_wording
from meeting.people import Participant

LANGUAGES = tuple(sorted(path.stem for path in FOLDER.glob("*.toml")))
WORDING = load_wording(("en", *(code for code in LANGUAGES if code != "en")))
ROOT = Path(__file__).parents[2]


def parameters(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


@pytest.mark.parametrize("words", WORDING.languages, ids=lambda words: words.language)
def test_keys_and_parameters_are_the_same_in_every_language(words: Words) -> None:
    english = WORDING.languages[0]
    assert {k: parameters(v) for k, v in words.texts.items()} == {
        k: parameters(v) for k, v in english.texts.items()
    }


def test_every_text_is_used_and_every_used_key_exists() -> None:
    code = "\n".join(
        p.read_text() for room in ("bot", "services") for p in (ROOT / room).rglob("*.py")
    )
    keys = set(WORDING.languages[0].texts)
    named = set(re.findall(r"\"([a-z]+\.[a-z_]+)\"", code))
    named |= {f"commands.{name}" for name in COMMANDS}
    named |= {key for key in keys if key.startswith("languages.")}  # by the setting's code
    assert {key for key in keys if key not in named} == set()


@pytest.mark.parametrize("words", WORDING.languages, ids=lambda words: words.language)
def test_months_are_twelve(words: Words) -> None:
    assert len(words.texts["papers.months"].split()) == 12


def test_french_has_narrow_spaces_at_its_marks_and_curled_apostrophes() -> None:
    loose = re.compile(r"[^\u202f][?!;»]|[^\u202f\d]:(?=\s|\Z)|«[^\u202f]|'")
    french = next(words for words in WORDING.languages if words.language == "fr")
    assert {key: text for key, text in french.texts.items() if loose.search(text)} == {}


def test_parameters_are_escaped() -> None:
    words = Words("en", {"hello": "<b>{name}</b>"})
    assert words("hello", name="<A & B>") == "<b>&lt;A &amp; B&gt;</b>"
    assert words.plain("hello", name="<A>") == "<b><A></b>"


def test_a_person_is_spoken_to_in_their_choice_then_telegrams_language_then_the_lists() -> None:
    wording = Wording((Words("en", {}), Words("fr", {})))
    people = [
        Participant(7, "Ada", chosen, telegram, listed_language=listed)
        for chosen, telegram, listed in [
            ("fr", "en", "en"),
            (None, "fr-CA", "en"),
            (None, "de", "fr"),
            (None, "de", None),
            ("xx", None, "fr"),
            (None, None, None),
        ]
    ]
    spoken = [wording.speak_to(person).language for person in people]
    assert spoken == ["fr", "fr", "fr", "en", "fr", "en"]
