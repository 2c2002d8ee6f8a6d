"""The characters of a PDF page that can be seen, and the stretches that nobody sees."""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from knowledge.reading.blocks import clean, has_letters
from knowledge.reading.pdf_hidden import Eye, eye_for

_CALLS = (raw.FPDFText_GetUnicode, raw.FPDFText_GetCharOrigin, raw.FPDFText_GetLooseCharBox)
_NOTHING = {0, 0x0A, 0x0D}
# What pdfium gives for a hyphen at a line's end.
_HYPHENS = {0x02, 0xFFFE}


@dataclass(slots=True)
class Char:
    """One character; `index` is its place in pdfium's text page, lengths are in points."""

    index: int
    text: str
    x0: float
    x1: float
    y: float
    size: float
    bottom: float
    top: float


def chars_of(page: pdfium.PdfPage, text_page: pdfium.PdfTextPage) -> tuple[list[Char], list[str]]:
    """Read the characters in the order of the file; the second are the texts that are hidden."""
    chars = list(_chars(text_page))
    inked = [char for char in chars if not char.text.isspace() and char.x1 > char.x0]
    if not inked:
        return chars, []
    eye = eye_for(page, text_page, min(char.size for char in inked), _around(inked))
    if eye is None:
        return chars, []
    shown: list[Char] = []
    hidden: list[str] = []
    for visible, run in groupby(chars, key=lambda char: _is_seen(eye, char)):
        stretch = list(run)
        if visible or eye.shows(_around(stretch), stretch[0].index):
            shown.extend(stretch)
        else:
            hidden.append(clean("".join(char.text for char in stretch)))
    return shown, [text for text in hidden if has_letters(text)]


def _is_seen(eye: Eye, char: Char) -> bool:
    # A space is as visible as what it stands in: it must not part a hidden sentence into words.
    if char.text.isspace() or char.x1 <= char.x0:
        return eye.last
    eye.last = eye.sees(char.index, char.size, (char.x0, char.bottom, char.x1, char.top))
    return eye.last


def _around(stretch: list[Char]) -> tuple[float, float, float, float]:
    return (
        min(char.x0 for char in stretch),
        min(char.bottom for char in stretch),
        max(char.x1 for char in stretch),
        max(char.top for char in stretch),
    )


def _chars(text_page: pdfium.PdfTextPage) -> Iterator[Char]:
    # Most of the time of a long report is spent here: handles and pointers are made once a page.
    handle, letter, origin, loose = text_page.raw, *_CALLS
    x, y, box = ctypes.c_double(), ctypes.c_double(), raw.FS_RECTF()
    at_x, at_y, at_box = ctypes.pointer(x), ctypes.pointer(y), ctypes.pointer(box)
    for index in range(raw.FPDFText_CountChars(text_page)):
        code = letter(handle, index)
        if code in _NOTHING:
            continue
        origin(handle, index, at_x, at_y)
        loose(handle, index, at_box)
        bottom, top = box.bottom, box.top
        size = top - bottom or float(raw.FPDFText_GetFontSize(handle, index))
        text = "-" if code in _HYPHENS else chr(code)
        yield Char(index, text, box.left, box.right, y.value, size, bottom, top)
