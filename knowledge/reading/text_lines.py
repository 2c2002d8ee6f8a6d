"""A printed line of a page, as every reader of PDF hands it on."""

from dataclasses import dataclass

from knowledge.reading.blocks import clean

_FAKE_SIZE, _FAKE_LEADING, _FAKE_WIDTH = 10.0, 12.0, 500.0


@dataclass(frozen=True, slots=True)
class TextLine:
    """One printed line; lengths in points, the origin at the lower left corner of the page.

    `y` is the baseline, `size` the height of most of its characters' font boxes, `bold` true if
    it begins and ends in bold. `bottom` and `top` are 0 where nothing is known of the place.
    `column` counts from 0 through the columns of a page in reading order. `row` says that the
    line is a row of a table, written out with its header.
    """

    text: str
    page: int
    x0: float
    x1: float
    y: float
    size: float
    bold: bool
    page_height: float
    bottom: float = 0.0
    top: float = 0.0
    column: int = 0
    row: bool = False
    cells: tuple[str, ...] = ()
    header: tuple[str, ...] = ()


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
