"""Slips of the finger, set right by the words of the papers."""

import pytest

from knowledge.spelling import corrected

KNOWN = frozenset({"length", "pier", "reconciliation", "harbour"})


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("pier lenght", "pier length"),  # two letters exchanged
        ("the peir?", "the pier?"),
        ("harbor", "harbor"),  # a word that the model knows is left as it is
        ("reconcilliatoin", "reconciliation"),  # two slips, in a long word
        ("lxngxh", "lxngxh"),  # two slips, in a short one
        ("xier", "xier"),  # the first letter counts
        ("WiFi 5G 🎉", "WiFi 5G 🎉"),
        ("", ""),
    ],
)
def test_slip_is_set_right_and_the_rest_is_left(written: str, meant: str) -> None:
    assert corrected(written, KNOWN) == meant
