"""The printed lines of a PDF page, with the place, size and weight that tell what they are."""

import ctypes
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from knowledge.reading.blocks import clean, superscript
from knowledge.reading.pdf_chars import Char, chars_of
from knowledge.reading.pdf_order import in_reading_order
from knowledge.reading.text_lines import TextLine, lines_of_text

# Shares of the character size: how far apart on the page two characters of one line may be.
_SAME_LINE = 0.5
_STEP_BACK = 1.0
_SPACE = 0.25
_SMALLER = 0.85
_RAISED = 0.15
_BOLD_WEIGHT = 600
_LONGEST_FONT_NAME = 128
_MOSTLY_SINGLE = 0.5
_APART = 1.0
_OPENING = re.compile(r"^\s*(\W{1,2}|\(?(\d{1,3}|[a-zA-Z]|[ivxIVX]{1,4})[.)])\s*$")


@dataclass(frozen=True, slots=True)
class PageText:
    """What one page says, and what it says where nobody can see it."""

    lines: list[TextLine]
    hidden: list[str]


def page_text(page: pdfium.PdfPage, number: int) -> PageText:
    """Read one page in reading order; `number` counts pages from 1."""
    height = float(page.get_height())
    text_page = page.get_textpage()
    chars, hidden = chars_of(page, text_page)
    rows = list(_rows(chars))
    if _is_sideways(rows):
        text = str(text_page.get_text_range())
        return PageText([] if hidden else lines_of_text(text, number), hidden)
    pieces = [piece for row in rows for piece in _pieces(row)]
    lines = [_line(text_page, piece, number, height) for piece in pieces]
    return PageText(in_reading_order([line for line in lines if line.text]), hidden)


def _rows(chars: Iterable[Char]) -> Iterator[list[Char]]:
    row: list[Char] = []
    for char in chars:
        if row and not _same_line(row, char):
            yield row
            row = []
        if row or not char.text.isspace():
            row.append(char)
    if row:
        yield row


def _same_line(row: list[Char], char: Char) -> bool:
    last = row[-1]
    # Most characters stand right behind the one before: asked first, since there are so many.
    if (char.y == last.y and char.x0 >= last.x1 - _STEP_BACK) or char.text.isspace():
        return True
    size = max(last.size, char.size, 1.0)
    drift = min(abs(char.y - last.y), abs(char.y - row[0].y))
    return drift <= _SAME_LINE * size and char.x0 >= last.x1 - _STEP_BACK * size


def _pieces(row: list[Char]) -> Iterator[list[Char]]:
    """Part a row where a gap is too wide for words of one sentence, as between columns.

    The mark that opens a list item or a numbered paragraph stays with its text.
    """
    start, last = 0, row[0]
    for at, char in enumerate(row):
        if char.text.isspace():
            continue
        wide = char.x0 - last.x1 > _APART * char.size
        if wide and (start or not _OPENING.match("".join(c.text for c in row[:at]))):
            yield row[start:at]
            start = at
        last = char
    yield row[start:]


def _is_sideways(rows: list[list[Char]]) -> bool:
    single = sum(len(row) == 1 for row in rows)
    return len(rows) > 10 and single > _MOSTLY_SINGLE * len(rows)


def _line(text_page: pdfium.PdfTextPage, row: list[Char], page: int, height: float) -> TextLine:
    seen = [char for char in row if not char.text.isspace()]
    size, base = _size_and_base(seen)
    return TextLine(
        clean(_text(row, size, base)),
        page,
        min(char.x0 for char in seen),
        max(char.x1 for char in seen),
        base,
        size,
        bold=_is_bold(text_page, seen[0].index) and _is_bold(text_page, seen[-1].index),
        page_height=height,
        bottom=min(char.bottom for char in seen),
        top=max(char.top for char in seen),
    )


def _size_and_base(seen: list[Char]) -> tuple[float, float]:
    """Return the size that most characters have, and the baseline of the first of those."""
    if len({char.size for char in seen}) == 1:
        return round(seen[0].size, 1), seen[0].y
    size = Counter(round(char.size, 1) for char in seen).most_common(1)[0][0]
    return size, next(char.y for char in seen if round(char.size, 1) == size)


def _text(row: list[Char], size: float, base: float) -> str:
    space, small = _SPACE * size, _SMALLER * size
    words = [_written(row[0], size, base)]
    for before, char in pairwise(row):
        apart = char.x0 - before.x1 > space
        if apart and not before.text.isspace() and not char.text.isspace():
            words.append(" ")
        words.append(char.text if char.size >= small else _written(char, size, base))
    return "".join(words)


def _written(char: Char, size: float, base: float) -> str:
    raised = char.size < _SMALLER * size and char.y > base + _RAISED * size
    return superscript(char.text) if raised and char.text.isdecimal() else char.text


def _is_bold(text_page: pdfium.PdfTextPage, index: int) -> bool:
    if int(raw.FPDFText_GetFontWeight(text_page, index)) >= _BOLD_WEIGHT:
        return True
    name, flags = ctypes.create_string_buffer(_LONGEST_FONT_NAME), ctypes.c_int()
    raw.FPDFText_GetFontInfo(text_page, index, name, _LONGEST_FONT_NAME, flags)
    return any(word in name.value.lower() for word in (b"bold", b"black", b"heavy"))
