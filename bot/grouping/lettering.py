"""Words in a picture, pure: in a font that comes along, so that they look alike on every machine.

Source Sans has the letters of every European language; what it does not have is left out rather
than drawn as a box.
"""

import functools
from collections.abc import Iterator
from importlib.resources import files

from PIL import ImageDraw, ImageFont
from PIL.ImageFont import FreeTypeFont

FOLDER = files("font_source_sans_pro") / "files"
REGULAR, BOLD = "SourceSansPro-Regular.ttf", "SourceSansPro-Semibold.ttf"
NO_LETTER = "\uffff"  # a character that no font has
SMALLEST = 0.65  # of the size that was asked for, before a text is cut


@functools.cache
def font(size: int, bold: bool = False) -> FreeTypeFont:
    """The font at this height, in pixels."""
    path = str(FOLDER / (BOLD if bold else REGULAR))
    return ImageFont.truetype(path, size, layout_engine=ImageFont.Layout.BASIC)


def known(text: str) -> str:
    """What of a text can be drawn, on one line."""
    return " ".join("".join(letter for letter in text if _has(letter)).split())


def fitted(text: str, width: int, size: int, bold: bool = False) -> tuple[str, FreeTypeFont]:
    """A text no wider than so many pixels: smaller where it has to be, and cut at last."""
    text, smallest = known(text), round(size * SMALLEST)
    for each in range(size, smallest, -2):
        if font(each, bold).getlength(text) <= width:
            return text, font(each, bold)
    return _cut(text, width, font(smallest, bold)), font(smallest, bold)


def wrapped(text: str, width: int, used: FreeTypeFont, most: int) -> list[str]:
    """A text in at most so many lines, broken between words; the last one is cut."""
    lines = list(_lines(known(text).split(), width, used))
    if len(lines) > most:
        lines = [*lines[: most - 1], " ".join(lines[most - 1 :])]
    return [_cut(line, width, used) for line in lines]


def write(
    draw: ImageDraw.ImageDraw, at: tuple[int, int], text: str, used: FreeTypeFont, colour: str
) -> None:
    """Write a text with its middle here, at the top of its line."""
    draw.text(at, text, fill=colour, font=used, anchor="ma")


def _lines(parts: list[str], width: int, used: FreeTypeFont) -> Iterator[str]:
    line = ""
    for part in parts:
        longer = f"{line} {part}".strip()
        if line and used.getlength(longer) > width:
            yield line
            longer = part
        line = longer
    if line:
        yield line


def _cut(text: str, width: int, used: FreeTypeFont) -> str:
    if used.getlength(text) <= width:
        return text
    while text and used.getlength(text + "…") > width:
        text = text[:-1].rstrip()
    return text + "…"


@functools.cache
def _has(letter: str) -> bool:
    return letter.isspace() or _drawn(letter) != _drawn(NO_LETTER)


def _drawn(letter: str) -> tuple[bytes, tuple[int, int]]:
    mask = font(20).getmask(letter)
    return bytes(mask), mask.size
