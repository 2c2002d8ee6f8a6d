"""Which sentence a person is shown of a passage that changed."""

import pytest

from knowledge.changed_words import changed_words, standing_in

BEFORE = "The hall holds 80 people. It is warm. Coats go to the cloakroom."


@pytest.mark.parametrize(
    ("after", "quotes", "words"),
    [
        ("The hall holds 90 people. It is warm. Coats go to the cloakroom.", (),
         ("The hall holds 80 people.", "The hall holds 90 people.")),
        ("The hall holds 90 people. It is warm. Coats go to the lobby.",
         ("Coats go to the cloakroom.",),
         ("Coats go to the cloakroom.", "Coats go to the lobby.")),
        ("It is warm. Coats go to the cloakroom.", (), ("The hall holds 80 people.", "")),
        ("It is warm. Coats go to the cloakroom. Bring a chair.", (),
         ("The hall holds 80 people.", "")),
        (BEFORE + " It closes at ten. Doors open at eight.", (),
         ("", "It closes at ten. Doors open at eight.")),
        ("", (), ("The hall holds 80 people.", "")),
        ("The hall holds 80  people.\n- It is warm.\n- Coats go to the cloakroom.", (), ("", "")),
    ],
)  # fmt: skip
def test_old_sentence_stands_beside_the_new_one(
    after: str, quotes: tuple[str, ...], words: tuple[str, str]
) -> None:
    stood, stands = standing_in([BEFORE]), standing_in([after])
    assert changed_words(BEFORE, after, quotes, stood, stands) == words


def test_sentence_that_stands_elsewhere_is_neither_lost_nor_new() -> None:
    after = "Bring a chair."
    stood = standing_in([BEFORE, "Bring a chair."])
    stands = standing_in([after, BEFORE])
    assert changed_words(BEFORE, after, (), stood, stands) == ("", "")


def test_words_are_found_whole() -> None:
    stands = standing_in(["It holds 180 people."])
    assert [stands("holds 180"), stands("80 people"), stands("IT  HOLDS")] == [True, False, True]
