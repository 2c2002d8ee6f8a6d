"""A page of several columns is parted into regions that are read one after the other."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from knowledge.reading.text_lines import TextLine

# A column has at least so many lines, of so many characters in the middle one.
_FEWEST_LINES = 5
_SHORTEST_PROSE = 20
# Which of a column's longest lines tells its width: the very longest may stick out.
_LONG_AT = 2
# Shares: of its width that a full line fills; of its text that stands in full lines; of the page's
# text in width that a column has at least; of the character size that parts two columns; of lines
# that may cross.
_NEARLY = 0.7
_TOLD = 0.55
_NARROWEST = 0.15
_GUTTER = 0.6
_MOST_CROSSING = 0.4
_SAME_LINE = 0.5
_SAME_START_POINTS = 2.0
_MOST_COLUMNS_DEEP = 4


@dataclass(frozen=True, slots=True)
class _Gutter:
    """The empty stretch between two columns, from `left` to `right` in points."""

    left: float
    right: float


def columns_of(pieces: Sequence[TextLine], depth: int = 0) -> Iterator[list[TextLine]]:
    """Yield the regions in reading order, each with its pieces in the order of the file.

    A line across all columns, such as a title, ends the columns above it. A table is no columns:
    its cells are short, or not as long as one another.
    """
    gutter = _gutter(pieces) if depth < _MOST_COLUMNS_DEEP else None
    if gutter is None:
        if pieces:
            yield list(pieces)
        return
    for band in _bands(pieces, gutter):
        left = [piece for piece in band if _is_left(piece, gutter)]
        right = [piece for piece in band if not _is_left(piece, gutter)]
        if not any(_side(piece, gutter) for piece in band):
            yield band
            continue
        yield from columns_of(left, depth + 1)
        yield from columns_of(right, depth + 1)


def _gutter(pieces: Sequence[TextLine]) -> _Gutter | None:
    """Find the gutter that parts most lines; None for a page of one column."""
    if len(pieces) < 2 * _FEWEST_LINES:
        return None
    best: tuple[int, _Gutter] | None = None
    for start in _starts(pieces):
        found = _parting(pieces, start)
        if found is not None and (best is None or found[0] > best[0]):
            best = found
    return best[1] if best else None


def _starts(pieces: Sequence[TextLine]) -> list[float]:
    """List where several lines begin that are not at the left edge of the text."""
    edges = sorted(piece.x0 for piece in pieces)
    left, right = edges[0], max(piece.x1 for piece in pieces)
    starts: list[float] = []
    for at, edge in enumerate(edges):
        far = edge > left + _NARROWEST * (right - left)
        last = at + _FEWEST_LINES - 1
        many = last < len(edges) and edges[last] - edge <= _SAME_START_POINTS
        fresh = not starts or edge - starts[-1] > _SAME_START_POINTS
        if far and many and fresh:
            starts.append(edge)
    return starts


def _parting(pieces: Sequence[TextLine], start: float) -> tuple[int, _Gutter] | None:
    gap = _GUTTER * median(piece.size for piece in pieces)
    first = start - _SAME_START_POINTS
    right = [piece for piece in pieces if piece.x0 >= first]
    low, high = min(piece.y for piece in right), max(piece.y for piece in right)
    beside = [piece for piece in pieces if low <= piece.y <= high and piece.x0 < first]
    left = [piece for piece in beside if piece.x1 <= start - gap]
    crossing = len(beside) - len(left)
    if crossing > _MOST_CROSSING * min(len(left), len(right)):
        return None
    if not _is_prose(left) or not _is_prose(right):
        return None
    edge = max(piece.x1 for piece in left)
    return min(len(left), len(right)) - crossing, _Gutter(edge, start)


def _is_prose(column: Sequence[TextLine]) -> bool:
    """Tell whether lines of nearly the full width hold most of the text: figures have labels."""
    if len(column) < _FEWEST_LINES:
        return False
    long = sorted(piece.x1 - piece.x0 for piece in column)[-_LONG_AT]
    full = [piece for piece in column if _is_full(piece, long)]
    told = sum(len(piece.text) for piece in full)
    return len(full) >= _FEWEST_LINES and told >= _TOLD * sum(len(p.text) for p in column)


def _is_full(piece: TextLine, long: float) -> bool:
    return len(piece.text) >= _SHORTEST_PROSE and piece.x1 - piece.x0 >= _NEARLY * long


def _side(piece: TextLine, gutter: _Gutter) -> int:
    """Return -1 left of the gutter, 1 right of it, 0 across it."""
    if piece.x1 <= gutter.right:
        return -1
    return 1 if piece.x0 >= gutter.left else 0


def _is_left(piece: TextLine, gutter: _Gutter) -> bool:
    return piece.x0 + piece.x1 < gutter.left + gutter.right


def _bands(pieces: Sequence[TextLine], gutter: _Gutter) -> Iterator[list[TextLine]]:
    """Part the page, from top to bottom, into stretches of columns and lines across them."""
    beside = sorted(piece.y for piece in pieces if _side(piece, gutter))
    bands: list[tuple[bool, list[int]]] = []
    for at in sorted(range(len(pieces)), key=lambda at: -pieces[at].y):
        across = _crosses(pieces[at], gutter, beside)
        if not bands or bands[-1][0] != across:
            bands.append((across, []))
        bands[-1][1].append(at)
    for _, band in bands:
        yield [pieces[at] for at in sorted(band)]


def _crosses(piece: TextLine, gutter: _Gutter, beside: Sequence[float]) -> bool:
    """Tell whether the piece is alone across the gutter, with no line of a column beside it."""
    near = _SAME_LINE * piece.size
    at = bisect_left(beside, piece.y - near)
    alone = at == len(beside) or beside[at] >= piece.y + near
    return alone and not _side(piece, gutter)
