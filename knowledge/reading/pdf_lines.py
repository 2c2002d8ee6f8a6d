"""The printed lines of a PDF page, with the place, size and weight that tell what they are."""

import ctypes
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from knowledge.reading.blocks import clean, superscript

# Shares of the character size: how far apart on the page two characters of one line may be.
_SAME_LINE = 0.5
_STEP_BACK = 1.0
_SPACE = 0.25
_SMALLER = 0.85
_RAISED = 0.15
_BOLD_WEIGHT = 600
_LONGEST_FONT_NAME = 128
_LINE_END_HYPHEN = 0x02
_MOSTLY_SINGLE = 0.5
_FAKE_SIZE, _FAKE_LEADING, _FAKE_WIDTH = 10.0, 12.0, 500.0


@dataclass(frozen=True, slots=True)
class TextLine:
    """One printed line; lengths in points, the origin at the lower left corner of the page.

    `y` is the baseline, `size` the height of most of its characters' font boxes, `bold` true if
    it begins and ends in bold.
    """

    text: str
    page: int
    x0: float
    x1: float
    y: float
    size: float
    bold: bool
    page_height: float


@dataclass(slots=True)
class _Char:
    """One character; `index` is its place in pdfium's text page."""

    index: int
    text: str
    x0: float
    x1: float
    y: float
    size: float


def lines_of(page: pdfium.PdfPage, number: int) -> list[TextLine]:
    """Read the lines of one page in reading order; `number` counts pages from 1."""
    height = float(page.get_height())
    text_page = page.get_textpage()
    rows = list(_rows(_chars(text_page)))
    if _is_sideways(rows):
        return lines_of_text(str(text_page.get_text_range()), number)
    lines = [_line(text_page, row, number, height) for row in rows]
    return _in_reading_order([line for line in lines if line.text])


def lines_of_text(text: str, page: int) -> list[TextLine]:
    """Give lines that come without a layout a plain one, so that they can be read like others."""
    rows = [line.rstrip() for line in text.splitlines()]
    widest = max((len(row) for row in rows), default=1) or 1
    return [
        TextLine(
            clean(row),
            page,
            0.0,
            _FAKE_WIDTH * len(row) / widest,
            -_FAKE_LEADING * at,
            _FAKE_SIZE,
            bold=False,
            page_height=0.0,
        )
        for at, row in enumerate(rows)
        if clean(row)
    ]


def _chars(text_page: pdfium.PdfTextPage) -> Iterator[_Char]:
    x, y, box = ctypes.c_double(), ctypes.c_double(), raw.FS_RECTF()
    for index in range(raw.FPDFText_CountChars(text_page)):
        code = int(raw.FPDFText_GetUnicode(text_page, index))
        if code in {0, 0x0A, 0x0D}:
            continue
        raw.FPDFText_GetCharOrigin(text_page, index, x, y)
        raw.FPDFText_GetLooseCharBox(text_page, index, box)
        size = box.top - box.bottom or float(raw.FPDFText_GetFontSize(text_page, index))
        text = "-" if code in {_LINE_END_HYPHEN, 0xFFFE} else chr(code)
        yield _Char(index, text, float(box.left), float(box.right), float(y.value), float(size))


def _rows(chars: Iterator[_Char]) -> Iterator[list[_Char]]:
    row: list[_Char] = []
    for char in chars:
        if row and not _same_line(row, char):
            yield row
            row = []
        if row or not char.text.isspace():
            row.append(char)
    if row:
        yield row


def _same_line(row: list[_Char], char: _Char) -> bool:
    last = row[-1]
    if char.text.isspace():
        return True
    size = max(last.size, char.size, 1.0)
    drift = min(abs(char.y - last.y), abs(char.y - row[0].y))
    return drift <= _SAME_LINE * size and char.x0 >= last.x1 - _STEP_BACK * size


def _is_sideways(rows: list[list[_Char]]) -> bool:
    single = sum(len(row) == 1 for row in rows)
    return len(rows) > 10 and single > _MOSTLY_SINGLE * len(rows)


def _line(text_page: pdfium.PdfTextPage, row: list[_Char], page: int, height: float) -> TextLine:
    seen = [char for char in row if not char.text.isspace()]
    size = Counter(round(char.size, 1) for char in seen).most_common(1)[0][0]
    base = next(char.y for char in seen if round(char.size, 1) == size)
    return TextLine(
        clean(_text(row, size, base)),
        page,
        min(char.x0 for char in seen),
        max(char.x1 for char in seen),
        base,
        size,
        bold=_is_bold(text_page, seen[0].index) and _is_bold(text_page, seen[-1].index),
        page_height=height,
    )


def _text(row: list[_Char], size: float, base: float) -> str:
    words = [_written(row[0], size, base)]
    for before, char in pairwise(row):
        apart = char.x0 - before.x1 > _SPACE * size
        if apart and not before.text.isspace() and not char.text.isspace():
            words.append(" ")
        words.append(_written(char, size, base))
    return "".join(words)


def _written(char: _Char, size: float, base: float) -> str:
    raised = char.size < _SMALLER * size and char.y > base + _RAISED * size
    return superscript(char.text) if raised and char.text.isdecimal() else char.text


def _is_bold(text_page: pdfium.PdfTextPage, index: int) -> bool:
    if int(raw.FPDFText_GetFontWeight(text_page, index)) >= _BOLD_WEIGHT:
        return True
    name, flags = ctypes.create_string_buffer(_LONGEST_FONT_NAME), ctypes.c_int()
    raw.FPDFText_GetFontInfo(text_page, index, name, _LONGEST_FONT_NAME, flags)
    return any(word in name.value.lower() for word in (b"bold", b"black", b"heavy"))


def _in_reading_order(lines: list[TextLine]) -> list[TextLine]:
    """Sort a page of one column from top to bottom; keep the file's own order where lines abreast.

    Headers and footers are often drawn before or after all the rest.
    """
    down = sorted(lines, key=lambda line: (-line.y, line.x0))
    abreast = sum(
        abs(above.y - below.y) < _SAME_LINE * below.size for above, below in pairwise(down)
    )
    return down if abreast * 10 <= len(lines) else lines
