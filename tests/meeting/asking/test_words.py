"""Plain words: spelled in one way, slips set right, real words left alone."""

import pytest

from meeting.asking.forms import without_greeting
from meeting.asking.words import mended, plain


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("What’s on at 15:30?", "what is on at 15:30"),
        ("Où dois-je être après le déjeuner ?", "ou dois je etre apres le dejeuner"),
        ("Wi-Fi?", "wifi"),
        ("tommorow, tmrw & 2moro", "tomorrow tomorrow tomorrow"),
        ("were is room Fram", "where is room fram"),
        ("cet après-midi", "cet apresmidi"),
        ("Qu’est-ce qui est prévu aujourd’hui ?", "que est prevu aujourdhui"),
    ],
)
def test_text_becomes_plain(text: str, words: str) -> None:
    assert plain(text) == words


def test_slip_is_set_right_by_a_known_word() -> None:
    assert mended("lunhc in fram", lambda: {"lunch"}, lambda word: False) == "lunch in fram"


def test_real_word_is_no_slip() -> None:
    assert mended("the launch", lambda: {"lunch"}, lambda word: word == "launch") == "the launch"


def test_what_follows_in_french_is_no_suit() -> None:
    assert without_greeting(plain("Bonjour, qu’est-ce qui suit ?")) == "quoi ensuite"
