"""Many rooms below one another, each a line: name, bar with numbers in it, seats; pure."""

from PIL import ImageDraw

from bot.grouping.lettering import fitted, font, known
from bot.grouping.picture_parts import (
    ALARM,
    COLOURS,
    INK,
    MARGIN,
    ON,
    WIDTH,
    Drawing,
    RoomShown,
    frame,
)

LINE, THICK = 66, 46  # pixels: of a line, and of its bar
NAMES, SEATS = 250, 190  # widths at the left and at the right
BAR = WIDTH - 2 * MARGIN - NAMES - SEATS - 30
NAME, NUMBER = 36, 30  # heights of letters


def height(drawing: Drawing) -> int:
    """What all lines need, in pixels."""
    return LINE * len(drawing.rooms)


def draw_rows(draw: ImageDraw.ImageDraw, drawing: Drawing, top: int) -> None:
    """A line for each room."""
    for place, room in enumerate(drawing.rooms):
        middle = top + LINE * place + LINE // 2
        name, used = fitted(known(room.name) or str(place + 1), NAMES - 20, NAME, bold=True)
        draw.text((MARGIN, middle), name, fill=INK, font=used, anchor="lm")
        _bar(draw, room, middle, drawing.most)
        taken, used = fitted(room.taken, SEATS, NAME)
        colour = ALARM if room.is_over else INK
        draw.text((WIDTH - MARGIN, middle), taken, fill=colour, font=used, anchor="rm")


def _bar(draw: ImageDraw.ImageDraw, room: RoomShown, middle: int, most: int) -> None:
    """The people from the left, and the seats as a frame around them; a number where it fits."""
    left, high, low = MARGIN + NAMES, middle - THICK // 2, middle + THICK // 2
    begins = 0
    for community, count in room.mix.items():
        x, to = (left + BAR * each // most for each in (begins, begins + count))
        if count:
            draw.rectangle((x, high, to - 1, low), fill=COLOURS[community])
        if count and font(NUMBER).getlength(str(count)) + 8 < to - x:
            at = (x + to) // 2, middle
            draw.text(at, str(count), fill=ON[community], font=font(NUMBER), anchor="mm")
        begins += count
    if room.seats is not None:
        to, high, low = left + BAR * min(room.seats, most) // most, high - 3, low + 3
        corners = ((to, high), (left - 2, high), (left - 2, low), (to, low))
        frame(draw, room, corners if room.seats > most else (*corners, (to, high)))
