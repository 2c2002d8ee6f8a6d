"""What every reader hands over: the blocks of a file in reading order."""

import re
import unicodedata
from collections.abc import Mapping, Sized
from dataclasses import dataclass, field
from enum import StrEnum

from knowledge.papers import ReadingWarning
from knowledge.reading import refusals
from knowledge.reading.odd_characters import is_strange
from knowledge.reading.places import Place


class Kind(StrEnum):
    """What part a block plays on the page."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    FOOTNOTE = "footnote"
    RULE = "rule"
    FLOAT = "float"


@dataclass(frozen=True, slots=True)
class Block:
    """One stretch of text as it stands in the file.

    `level` of a heading counts from 1, 0 is the paper's own title; of an item it is the depth of
    its list, from 0. The text of an item has no bullet but keeps a printed number ("3. Text"); a
    footnote begins with its mark as superscript ("¹ Text"). `page` counts from 1, None where the
    file has no pages. `runs_on` says that the layout leaves no sign of an end at the foot of the
    page, so that the paragraph may go on overleaf even after a full stop. `places` say where its
    lines stand, in order; `column` counts from 0 through the columns of its page.
    """

    text: str
    kind: Kind = Kind.PARAGRAPH
    page: int | None = None
    level: int = 0
    runs_on: bool = False
    places: tuple[Place, ...] = ()
    column: int = 0


@dataclass(frozen=True, slots=True)
class Contents:
    """A whole file as its reader understood it; `title` is what the metadata says, untouched.

    `labels` say what the file calls a page, by its count from 1, where that is not the count.
    """

    blocks: tuple[Block, ...]
    title: str | None = None
    pages: int | None = None
    labels: Mapping[int, str] = field(default_factory=dict)
    warnings: tuple[ReadingWarning, ...] = ()


# Blocks of one file. A report of 5,000 pages has half as many.
MOST_BLOCKS = 50_000
SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_TO_SUPERSCRIPT = str.maketrans("0123456789", SUPERSCRIPTS)
# Ligatures, and the bullets that Word's Symbol and Wingdings fonts put in the private use area.
_PLAINER = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
    | {"\uf0b7": "•", "\uf0a7": "▪", "\uf0d8": "▪", "\uf0fc": "▪", "\uf02d": "-"}
)
# Symbol fonts of Office keep their signs from U+F020 on: one of them before a text is a bullet.
_SYMBOL_BULLET = re.compile(r"^[\uf020-\uf0ff](?=\s)")
_MARKUP = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1")
_SENTENCE_END = re.compile(rf"[.!?:…][\"'”’»)\]*{SUPERSCRIPTS}\s]*$")


def superscript(digits: str) -> str:
    """Write the digits of a footnote mark as superscript digits."""
    return digits.translate(_TO_SUPERSCRIPT)


def clean(text: str) -> str:
    """Normalise whitespace and composition, drop what cannot be seen; typography is kept, and what
    is odd, to be told of and taken out of the passages in the end (`odd_characters.py`)."""
    if text.isascii() and text.isprintable():
        return " ".join(text.split())
    whole = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    composed = unicodedata.normalize("NFC", whole).translate(_PLAINER)
    spaced = _SYMBOL_BULLET.sub("•", " ".join(composed.split()))
    return "".join(char for char in spaced if not _is_invisible(char))


def check_count(blocks: Sized) -> None:
    """Raise RefusedError where there are more blocks than a paper has."""
    if len(blocks) > MOST_BLOCKS:
        raise refusals.too_much_text()


def without_markup(text: str) -> str:
    """Drop the marks of bold text, keep the words."""
    return _MARKUP.sub(r"\2", text)


def is_finished(text: str) -> bool:
    """Tell whether the text ends where a sentence or an introducing line can end."""
    return bool(_SENTENCE_END.search(text))


def has_letters(text: str) -> bool:
    """Tell whether there is anything to read in the text."""
    return any(char.isalnum() for char in text)


def _is_invisible(char: str) -> bool:
    # Cf holds soft hyphens and zero-width marks; joiners shape Arabic and Indic words and stay.
    category = unicodedata.category(char)
    if category == "Cf":
        return char not in "\u200c\u200d" and not is_strange(char)
    return category == "Cc"
