"""Thanks, greetings and calls for help are known when they stand alone, in every language."""

import pytest

from bot.courtesy import asks_for_help, greets, thanks
from bot.wording import load_wording

WORDING = load_wording(("en", "fr"))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Thanks!", "thanks"),
        ("Great, thanks 🙏", "thanks"),
        ("MERCI beaucoup !", "thanks"),
        ("Hello", "hello"),
        ("bonjour 👋", "hello"),
        ("Help!", "help"),
        ("Que savez-vous faire ?", "help"),
        ("Help for fragile states", "question"),
        ("Thanks, and where is it?", "question"),
        ("Bonjour, où est la salle Fram ?", "question"),
        ("thanksgiving", "question"),
        ("", "question"),
        ("🙏", "question"),
    ],
)
def test_only_words_that_stand_alone_are_a_courtesy(text: str, kind: str) -> None:
    found = {
        "thanks": thanks(WORDING, text),
        "hello": greets(WORDING, text),
        "help": asks_for_help(WORDING, text),
    }
    assert [name for name, said in found.items() if said] == ([kind] if kind != "question" else [])
