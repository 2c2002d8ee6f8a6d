"""A proposal as a picture, pure: rooms side by side, their seats, the communities by colour.

Telegram makes pictures smaller that are higher than 1,280 pixels, so that many rooms become lines
rather than rows of columns; letters are large enough to be read on a phone without a tap.
"""

from io import BytesIO

from PIL import Image, ImageDraw

from bot.grouping import picture_columns, picture_rows
from bot.grouping.lettering import fitted, write
from bot.grouping.picture_parts import INK, MARGIN, SQUARE, WIDTH, Drawing, square

ACROSS = 4  # rooms that have room side by side
HEAD, LEGEND = 110, 60  # pixels: the heading, and a line of the legend
HEADING, NAME = 44, 38  # heights of letters


def draw_png(drawing: Drawing) -> bytes:
    """The picture as PNG, WIDTH pixels wide."""
    few = len(drawing.rooms) <= ACROSS
    rooms = picture_columns.HEIGHT if few else picture_rows.height(drawing) + MARGIN
    legend = LEGEND * ((len(drawing.legend) + 1) // 2)
    image = Image.new("RGB", (WIDTH, HEAD + rooms + legend + MARGIN // 2), "white")
    draw = ImageDraw.Draw(image)
    heading, used = fitted(drawing.heading, WIDTH - 2 * MARGIN, HEADING, bold=True)
    write(draw, (WIDTH // 2, MARGIN // 2 + 8), heading, used, INK)
    put = picture_columns.draw_columns if few else picture_rows.draw_rows
    put(draw, drawing, HEAD)
    _legend(draw, drawing, HEAD + rooms)
    written = BytesIO()
    image.save(written, "PNG")
    return written.getvalue()


def _legend(draw: ImageDraw.ImageDraw, drawing: Drawing, top: int) -> None:
    """The communities with how many of them there are in all, two in a line."""
    half = (WIDTH - 2 * MARGIN) // 2
    for index, (community, name) in enumerate(drawing.legend.items()):
        x, y = MARGIN + half * (index % 2), top + LEGEND * (index // 2)
        total = sum(room.mix.get(community, 0) for room in drawing.rooms)
        square(draw, (x, y), community)
        words, used = fitted(f"{name} · {total}", half - SQUARE - 30, NAME)
        draw.text((x + SQUARE + 14, y - 8), words, fill=INK, font=used)
