"""A few rooms side by side, each a column: name, title, bar, seats, numbers; pure."""

from PIL import ImageDraw

from bot.grouping.lettering import fitted, font, known, wrapped, write
from bot.grouping.picture_parts import (
    ALARM,
    COLOURS,
    INK,
    MARGIN,
    SOFT,
    SQUARE,
    WIDTH,
    Drawing,
    RoomShown,
    frame,
    square,
)

HEIGHT, BAR, BAR_WIDTH, GAP = 780, 380, 200, 30  # pixels
NAME, TITLE, SEATS, NUMBER = 44, 32, 40, 38  # heights of letters
TITLE_TOP, TITLE_LINE, BAR_TOP = 58, 38, 160  # below the top of a column
SEATS_BELOW, NUMBERS_BELOW, NUMBER_LINE = 14, 78, 52  # below the foot of a bar

Box = tuple[int, int, int]  # left, top or foot, width


def draw_columns(draw: ImageDraw.ImageDraw, drawing: Drawing, top: int) -> None:
    """All rooms in one row, HEIGHT pixels high."""
    across = max(1, len(drawing.rooms))
    width = (WIDTH - 2 * MARGIN - GAP * (across - 1)) // across
    for place, room in enumerate(drawing.rooms):
        name = known(room.name) or str(place + 1)
        _column(draw, drawing, room, name, (MARGIN + place * (width + GAP), top, width))


def _column(
    draw: ImageDraw.ImageDraw, drawing: Drawing, room: RoomShown, name: str, box: Box
) -> None:
    left, top, width = box
    middle, foot = left + width // 2, top + BAR_TOP + BAR
    words, used = fitted(name, width, NAME, bold=True)
    write(draw, (middle, top), words, used, INK)
    for line, words in enumerate(wrapped(room.title, width, font(TITLE), 2)):
        write(draw, (middle, top + TITLE_TOP + TITLE_LINE * line), words, font(TITLE), SOFT)
    wide = min(width, BAR_WIDTH)
    _bar(draw, room, (middle - wide // 2, foot, wide), drawing.most)
    words, used = fitted(room.taken, width, SEATS, bold=True)
    write(draw, (middle, foot + SEATS_BELOW), words, used, ALARM if room.is_over else INK)
    _numbers(draw, drawing, room, (left, foot + NUMBERS_BELOW, width))


def _bar(draw: ImageDraw.ImageDraw, room: RoomShown, box: Box, most: int) -> None:
    """The seats as a frame, and in it, from the bottom up, the people; beyond it where there are
    more people than seats."""
    left, foot, width = box
    begins = 0
    for community, count in room.mix.items():
        low, high = (foot - BAR * each // most for each in (begins, begins + count))
        if count:
            draw.rectangle((left, high, left + width, low - 1), fill=COLOURS[community])
        begins += count
    if room.seats is not None:
        top, right = foot - BAR * min(room.seats, most) // most, left + width + 2
        corners = ((left - 3, top), (left - 3, foot), (right, foot), (right, top))
        frame(draw, room, corners if room.seats > most else (*corners, (left - 3, top)))


def _numbers(draw: ImageDraw.ImageDraw, drawing: Drawing, room: RoomShown, box: Box) -> None:
    """A square and a number for each community, two in a line."""
    left, top, width = box
    indent = max(0, width // 4 - SQUARE * 3 // 2)
    for index, community in enumerate(drawing.legend):
        x, y = left + width // 2 * (index % 2) + indent, top + NUMBER_LINE * (index // 2)
        square(draw, (x, y), community)
        number = str(room.mix.get(community, 0))
        draw.text((x + SQUARE + 12, y - 8), number, fill=INK, font=font(NUMBER))
