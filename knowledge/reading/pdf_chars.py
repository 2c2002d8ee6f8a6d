"""The characters of a PDF page that can be seen, and the stretches that nobody sees."""

import ctypes
import struct
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from knowledge.reading.blocks import clean, has_letters
from knowledge.reading.pdf_hidden import Eye, eye_for

_CALLS = (raw.FPDFText_GetCharOrigin, raw.FPDFText_GetLooseCharBox)
# Left, top, right and bottom of pdfium's rectangle, read at once.
_RECT = struct.Struct("4f").unpack_from
_NOTHING = frozenset("\0\n\r")
# What pdfium gives for a hyphen at a line's end.
_HYPHENS = {"\x02": "-", "\ufffe": "-"}


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
    # Most of the time of a long report is spent here: handles and pointers are made once a page,
    # and a character as high and as low as the one before stands on the same baseline.
    handle, origin, loose = text_page.raw, *_CALLS
    x, y, box = ctypes.c_double(), ctypes.c_double(), raw.FS_RECTF()
    at_x, at_y, at_box = ctypes.pointer(x), ctypes.pointer(y), ctypes.pointer(box)
    bottom = top = size = base = 0.0
    for index, text in enumerate(_letters(text_page)):
        if text in _NOTHING:
            continue
        loose(handle, index, at_box)
        left, high, right, low = _RECT(box)
        if low != bottom or high != top or low == high:
            origin(handle, index, at_x, at_y)
            bottom, top, base = low, high, y.value
            size = top - bottom or float(raw.FPDFText_GetFontSize(handle, index))
        yield Char(index, _HYPHENS.get(text, text), left, right, base, size, bottom, top)


def _letters(text_page: pdfium.PdfTextPage) -> Sequence[str]:
    """One text for each of pdfium's characters: all at once, where it leaves none out."""
    count = max(0, int(raw.FPDFText_CountChars(text_page)))
    buffer = (ctypes.c_ushort * (count + 1))()
    written = int(raw.FPDFText_GetText(text_page, 0, count, buffer))
    letters = bytes(buffer)[: 2 * (written - 1)].decode("utf-16-le", "surrogatepass")
    if len(letters) == count:
        return letters
    return [chr(raw.FPDFText_GetUnicode(text_page, index)) for index in range(count)]
