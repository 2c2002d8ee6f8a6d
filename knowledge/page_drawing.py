"""`python -m knowledge.page_drawing --page N < FILE` draws a page within limits, and prints it."""

import argparse
import io
import json
import os
import sys
from collections.abc import Sequence
from typing import BinaryIO

import pypdfium2 as pdfium
from PIL import Image, ImageDraw

from knowledge.reading.limits import DEFAULT, Limits, limit_myself

DOTS_PER_INCH = 150
POINTS_PER_INCH = 72
MOST_WIDTH = 2000  # pixels
MOST_HEIGHT = 4000  # pixels; width and height of a photo may be 10,000 together
MOST_RATIO = 20  # of the longer to the shorter side; core.telegram.org/bots/api#sendphoto
PNG_BYTES = 5_000_000  # a page of text takes a tenth of it; a bigger one is a photograph
FILL, FRAME = (255, 196, 0, 56), (224, 142, 0, 255)  # red, green, blue, how opaque
AROUND = 3  # points between the text and its frame
THICK = 2  # pixels

Rectangle = tuple[float, float, float, float]


def main(arguments: list[str]) -> int:
    """Draw a page of the PDF in standard input; anything but 0 where that cannot be done."""
    options = _options(arguments)
    answer = _own_output()
    limit_myself(Limits(options.seconds, options.memory_mib))
    answer.write(draw(sys.stdin.buffer.read(), options.page, json.loads(options.boxes)))
    answer.close()
    return 0


def draw(data: bytes, page: int, boxes: Sequence[Rectangle]) -> bytes:
    """The page (counted from 1) as PNG or JPEG. `boxes` are left, bottom, right and top in points
    from the page's lower left corner, as PDF has them, whichever way the page is turned.

    Raises PdfiumError, IndexError and ValueError for what cannot be drawn.
    """
    with pdfium.PdfDocument(data) as document:
        document.init_forms()
        if not 1 <= page <= len(document):
            raise IndexError(f"there is no page {page}")
        sheet = document[page - 1]
        bitmap = sheet.render(scale=_scale(*sheet.get_size()))
        place = bitmap.get_posconv(sheet)
        around = [(a - AROUND, b - AROUND, c + AROUND, d + AROUND) for a, b, c, d in boxes]
        corners = [(place.to_bitmap(a, b), place.to_bitmap(c, d)) for a, b, c, d in around]
        picture = bitmap.to_pil().convert("RGB")
    return _encoded(_boxed(picture, [_upright(*one, *other) for one, other in corners]))


def _scale(width: float, height: float) -> float:
    """Pixels a point, so that a photo of the page is one that Telegram takes."""
    shorter, longer = sorted((width, height))
    if shorter <= 0 or longer > MOST_RATIO * shorter:
        raise ValueError(f"a page of {width} x {height} points is no picture")
    return min(DOTS_PER_INCH / POINTS_PER_INCH, MOST_WIDTH / width, MOST_HEIGHT / height)


def _upright(x0: float, y0: float, x1: float, y1: float) -> Rectangle:
    return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


def _boxed(picture: Image.Image, rectangles: Sequence[Rectangle]) -> Image.Image:
    veil = Image.new("RGBA", picture.size)
    pencil = ImageDraw.Draw(veil)
    for rectangle in rectangles:
        pencil.rectangle(rectangle, FILL, FRAME, THICK)
    return Image.alpha_composite(picture.convert("RGBA"), veil).convert("RGB")


def _encoded(picture: Image.Image) -> bytes:
    buffer = io.BytesIO()
    picture.save(buffer, "PNG")
    if buffer.tell() > PNG_BYTES:
        buffer = io.BytesIO()
        picture.save(buffer, "JPEG", quality=85)
    return buffer.getvalue()


def _options(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m knowledge.page_drawing", description=__doc__)
    parser.add_argument("--page", type=int, required=True)
    parser.add_argument("--boxes", default="[]")
    parser.add_argument("--seconds", type=float, default=DEFAULT.seconds)
    parser.add_argument("--memory-mib", type=int, default=DEFAULT.memory_mib)
    return parser.parse_args(arguments)


def _own_output() -> BinaryIO:
    """Keep standard output for the picture: what C libraries print there goes to standard error."""
    answer = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    return answer


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
