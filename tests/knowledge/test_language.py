"""The language of a question, told by its small words."""

import pytest

from knowledge.language import likeliest


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Qui organise la réunion ?", "fr"),
        ("où est ma prochaine session ?", "fr"),
        ("combien de participants", "fr"),
        ("Demain après-midi ?", "fr"),
        ("prochaine pause ?", "fr"),
        ("lunch tomorrow", "en"),
        ("Who organises the meeting?", "en"),
        ("what about funding", "en"),
        ("dates?", "en"),
        ("", "en"),
    ],
)
def test_language_is_told_by_small_words_and_the_first_wins_a_tie(text: str, language: str) -> None:
    assert likeliest(text, ("en", "fr")) == language


def test_unknown_language_never_wins() -> None:
    assert likeliest("who is it", ("xx", "en")) == "en"
