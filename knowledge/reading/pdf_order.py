"""The pieces of a PDF page become whole lines in the order in which people read them."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from knowledge.reading.pdf_columns import columns_of
from knowledge.reading.pdf_tables import take_tables
from knowledge.reading.text_lines import TextLine

# Share of the character size by which the baselines of one line may differ.
_SAME_LINE = 0.5


def in_reading_order(pieces: Sequence[TextLine]) -> list[TextLine]:
    """Order the pieces of one page, given as the file draws them: columns first, then down.

    Pieces of one line are joined again, save in a table, whose rows become lines of their own.
    """
    lines: list[TextLine] = []
    for column, region in enumerate(columns_of(pieces)):
        lines.extend(replace(line, column=column) for line in _down(region))
    return lines


def _down(region: Sequence[TextLine]) -> list[TextLine]:
    """Sort from top to bottom; keep the file's own order where lines stand abreast.

    Headers and footers are often drawn before or after all the rest.
    """
    rows, rest = take_tables(region)
    lines = list(_joined(rest))
    down = sorted([*lines, *rows], key=lambda line: (-line.y, line.x0))
    abreast = sum(
        abs(above.y - below.y) < _SAME_LINE * below.size for above, below in pairwise(down)
    )
    return down if abreast * 10 <= len(down) else [*lines, *rows]


def _joined(pieces: Sequence[TextLine]) -> Iterator[TextLine]:
    line: TextLine | None = None
    for piece in pieces:
        if line is not None and _goes_on(line, piece):
            line = _with(line, piece)
            continue
        if line is not None:
            yield line
        line = piece
    if line is not None:
        yield line


def _goes_on(line: TextLine, piece: TextLine) -> bool:
    size = max(line.size, piece.size, 1.0)
    return abs(line.y - piece.y) <= _SAME_LINE * size and piece.x0 >= line.x1


def _with(line: TextLine, piece: TextLine) -> TextLine:
    return replace(
        line,
        text=f"{line.text} {piece.text}",
        x1=piece.x1,
        bold=line.bold and piece.bold,
        bottom=min(line.bottom, piece.bottom),
        top=max(line.top, piece.top),
    )
