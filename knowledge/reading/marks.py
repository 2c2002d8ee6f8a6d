"""The marks at the start of a line: bullets, printed paragraph numbers, footnote marks."""

import re
from dataclasses import dataclass

from knowledge.reading.blocks import SUPERSCRIPTS

_BULLET = re.compile(r"^\s*[-–—•·∙*▪◦‣●○■□➢✓]\s+(?=\S)")
_FOOTNOTE = re.compile(rf"^(?P<mark>[{SUPERSCRIPTS}]+|[*†‡]+(?=\s*[A-Z]))\s*(?=\S)")
_NUMBER = re.compile(
    r"^(?:(?P<pilcrow>¶\s?)|(?P<open>\())?(?P<number>[1-9]\d{0,3})(?P<close>[.)]?)\s+(?=\S)"
)
_OUTLINE = re.compile(r"^(?P<number>\d{1,2}(\.\d{1,2})+)\.?\s+(?=[^\W\d_])")
_ROMAN = re.compile(r"^[IVXL]+\.\s+(?=\S)")
_LETTER = re.compile(r"^[A-Z]\.\s+(?=\S)")
_RULE = re.compile(r"^[\s_\-–—=*~.·•#]+$")
_PAGE_NUMBER = re.compile(
    r"^[-–—\s|]*(page\s+|p\.\s*)?(\d{1,4}|[ivxl]{1,6})(\s*(of|/|sur|de)\s*\d{1,4})?[-–—\s|]*$",
    re.IGNORECASE,
)

_CONTENTS_LINE = re.compile(r"(\.\s?){5,}\s*(\d+|[ivxl]+)?$")


@dataclass(frozen=True, slots=True)
class PrintedNumber:
    """A number at the start of a line: its value, how it is written, and the text behind it."""

    value: int
    style: str
    text: str


def printed_number(text: str) -> PrintedNumber | None:
    """Read "12. Text", "12) Text", "(12) Text", "¶12 Text" or "12 Text"; None for anything else."""
    found = _NUMBER.match(text)
    if found is None or (bool(found["open"]) and found["close"] != ")"):
        return None
    style = f"{'¶' if found['pilcrow'] else ''}{found['open'] or ''}{found['close']}"
    rest = text[found.end() :]
    if not style and not rest[:1].isupper():
        return None
    return PrintedNumber(int(found["number"]), style, rest)


def without_bullet(line: str) -> str | None:
    """Return the text behind the bullet of a line, None if it has none."""
    found = _BULLET.match(line)
    return line[found.end() :] if found else None


def footnote_mark(text: str) -> str | None:
    """Return the mark a footnote starts with: superscript digits, asterisks or daggers."""
    found = _FOOTNOTE.match(text)
    return found["mark"] if found else None


def outline_level(text: str) -> int | None:
    """Say how deep a heading's own number puts it: "II." 1, "B." 2, "2.1" 2; None without one."""
    if _ROMAN.match(text):
        return 1
    outline = _OUTLINE.match(text)
    if outline:
        return outline["number"].count(".") + 1
    return 2 if _LETTER.match(text) else None


def is_rule(line: str) -> bool:
    """Tell whether the line only separates, such as "___" or "* * *"."""
    return bool(_RULE.match(line))


def is_contents_line(line: str) -> bool:
    """Tell whether the line is one of a table of contents, with dots up to its page number."""
    return bool(_CONTENTS_LINE.search(line))


def is_page_number(line: str) -> bool:
    """Tell whether the line is nothing but a page number, such as "3", "- 3 -", "Page 3 of 9"."""
    return bool(_PAGE_NUMBER.match(line))
