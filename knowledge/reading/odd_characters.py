"""Characters that have no place in a paper's text: told of with their page, and taken out."""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from knowledge.papers import Passage, ReadingWarning, WarningKind

# Marks that turn the direction of text or end that (UAX 9), and U+FFFD: what could not be decoded.
_CONTROLS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufffd")
_TAGS = range(0xE0000, 0xE0080)
# Stays, as the sign that something stood there.
_KEPT = "\ufffd"
_LONGEST = 80  # characters of the text that is shown
_AROUND = 20


def without_odd(
    passages: Sequence[Passage],
) -> tuple[tuple[Passage, ...], tuple[ReadingWarning, ...]]:
    """Take odd characters out of the passages; a warning for each page that had some."""
    return tuple(map(_cleaned, passages)), tuple(_warnings(passages))


def plain(text: str) -> str:
    """The text without its strange characters."""
    if text.isascii():
        return text
    return "".join(char for char in text if char in _KEPT or not is_strange(char))


@lru_cache(maxsize=4_096)
def is_strange(char: str) -> bool:
    """Tell a character of private use or without a meaning, and one that turns the direction."""
    private = unicodedata.category(char) in {"Co", "Cn", "Cs"}
    return private or char in _CONTROLS or ord(char) in _TAGS


def strange_text(text: str) -> str | None:
    """The surroundings of the first strange character of a text; None where there is none."""
    if text.isascii():
        return None
    place = next((at for at, char in enumerate(text) if is_strange(char)), None)
    return None if place is None else shown(text[max(0, place - _AROUND) : place + _AROUND])


def shown(text: str) -> str:
    """The beginning of a text, strange characters by their number: "[U+202E]"."""
    flat = " ".join(text.split())[:_LONGEST]
    return "".join(f"[U+{ord(char):04X}]" if is_strange(char) else char for char in flat)


def _warnings(passages: Sequence[Passage]) -> Iterator[ReadingWarning]:
    told: set[int | None] = set()
    for passage in passages:
        if passage.page not in told and plain(passage.text) != passage.text:
            told.add(passage.page)
            yield ReadingWarning(WarningKind.ODD, passage.page, strange_text(passage.text) or "")


def _cleaned(passage: Passage) -> Passage:
    headings = tuple(map(plain, passage.headings))
    return replace(passage, text=plain(passage.text), headings=headings)
