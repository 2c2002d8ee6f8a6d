"""Odd characters are told of with their page, and are in no passage."""

from pathlib import Path

import pytest

from knowledge.papers import Passage, ReadingWarning, WarningKind
from knowledge.reading.blocks import clean
from knowledge.reading.files import read
from knowledge.reading.odd_characters import without_odd


@pytest.mark.parametrize(
    ("odd", "told"),
    [
        ("The qu\ue0a1ay is open.", "The qu[U+E0A1]ay is open."),
        ("The \u202equay\u202c is open.", "The [U+202E]quay[U+202C] is open."),
        ("The quay\U000e0041 is open.", "The quay[U+E0041] is open."),
        ("The quay\uffff is open.", "The quay[U+FFFF] is open."),
    ],
)
def test_odd_character_is_told_and_taken_out(tmp_path: Path, odd: str, told: str) -> None:
    path = tmp_path / "paper.txt"
    path.write_text(f"Boats\n\n{odd}\n", encoding="utf-8")

    reading = read(path, 50)

    assert [p.text for p in reading.passages] == ["The quay is open."]
    assert reading.warnings == (ReadingWarning(WarningKind.ODD, None, told),)


def test_each_page_is_told_once_and_what_could_not_be_decoded_stays() -> None:
    texts = (("a \ue000", 1), ("b \ue001", 1), ("c \ufffd", 2), ("d \ue002", 3))
    passages = [Passage(n, text, n, page, ("\ue003e",)) for n, (text, page) in enumerate(texts)]

    found, warnings = without_odd(passages)

    assert [(p.text, p.headings) for p in found] == [
        (text, ("e",)) for text in ("a ", "b ", "c \ufffd", "d ")
    ]
    assert [(warning.page, warning.detail) for warning in warnings] == [
        (1, "a [U+E000]"),
        (3, "d [U+E002]"),
    ]


def test_sign_of_a_symbol_font_before_a_text_is_its_bullet() -> None:
    assert clean("\uf0e8  first boat") == "• first boat"
