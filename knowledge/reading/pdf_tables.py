"""Tables of a PDF page, told by cells below one another, become rows with their header."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from statistics import median

from knowledge.reading.blocks import has_letters
from knowledge.reading.tables import has_figures, rows_as_text
from knowledge.reading.text_lines import TextLine

# Shares of the character size: what parts two rows at most; a line of the same cell; one line.
_MOST_APART = 3.2
_SAME_CELL = 1.6
_SAME_LINE = 0.5
# Of the tightest distance between two lines of the table, which is that within a cell if any is.
_SAME_LEADING = 1.15
# A continued cell stands closer to its line above than the rows to one another.
_CLOSER = 0.9
_LONGEST_CELL = 60
_FEWEST_CELLS = 0.5

Row = list[TextLine]


@dataclass(slots=True)
class _Run:
    """Rows that may be a table; `columns` are stretches of the page's width, in points."""

    rows: list[Row] = field(default_factory=list)
    columns: list[tuple[float, float]] = field(default_factory=list)

    @property
    def full(self) -> list[Row]:
        return [row for row in self.rows if len(row) > 1]


def take_tables(pieces: Sequence[TextLine]) -> tuple[list[TextLine], list[TextLine]]:
    """Return the rows of the tables among the pieces, as lines, and the pieces in no table."""
    rows, at = _rows(pieces), 0
    lines: list[TextLine] = []
    rest = {id(piece) for piece in pieces}
    while at < len(rows):
        run = _run(rows, at)
        if not _is_table(run):
            at += 1
            continue
        lines.extend(_lines(run))
        rest -= {id(piece) for row in run.rows for piece in row}
        at += len(run.rows)
    return lines, [piece for piece in pieces if id(piece) in rest]


def _rows(pieces: Sequence[TextLine]) -> list[Row]:
    rows: list[Row] = []
    for piece in sorted(pieces, key=lambda piece: -piece.y):
        if rows and rows[-1][0].y - piece.y <= _SAME_LINE * piece.size:
            rows[-1].append(piece)
        else:
            rows.append([piece])
    return [sorted(row, key=lambda piece: piece.x0) for row in rows]


def _run(rows: Sequence[Row], start: int) -> _Run:
    run = _Run()
    for row in rows[start:]:
        if not _takes(run, row):
            break
        run.rows.append(row)
        run.columns = _columns(run.columns, row)
    while len(run.rows) > 1 and len(run.rows[-1]) == 1 and not _ends(run):
        run.rows.pop()
    return run


def _ends(run: _Run) -> bool:
    """Tell whether the last line, of one cell, still belongs to the row above it."""
    return _is_close(run, run.rows[-2], run.rows[-1], _same_row_within(run))


def _takes(run: _Run, row: Row) -> bool:
    if not run.rows:
        return len(row) > 1
    gap = run.rows[-1][0].y - row[0].y
    if gap > _MOST_APART * row[0].size:
        return False
    columns = _columns(run.columns, row)
    if len(row) == 1:
        return len(columns) == len(run.columns) and _overlapped(run.columns, row[0]) == 1
    return len(columns) >= len(run.columns) or len(run.full) < 2


def _overlapped(columns: Sequence[tuple[float, float]], piece: TextLine) -> int:
    return sum(left < piece.x1 and piece.x0 < right for left, right in columns)


def _columns(columns: Sequence[tuple[float, float]], row: Row) -> list[tuple[float, float]]:
    """Unite what overlaps: what is left apart are the columns."""
    merged: list[tuple[float, float]] = []
    for left, right in sorted([*columns, *((piece.x0, piece.x1) for piece in row)]):
        if merged and left < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(right, merged[-1][1]))
        else:
            merged.append((left, right))
    return merged


def _is_table(run: _Run) -> bool:
    full, wide = run.full, len(run.columns)
    if len(full) < 2 or wide < 2:
        return False
    cells = [piece for row in full for piece in row]
    if median(len(piece.text) for piece in cells) > _LONGEST_CELL:
        return False
    if wide > 2:
        return len(cells) >= _FEWEST_CELLS * wide * len(full)
    return len(full) > 2 and (_has_bold_header(run) or has_figures(_cells(run)[1:]))


def _has_bold_header(run: _Run) -> bool:
    first, others = run.rows[0], [piece for row in run.rows[1:] for piece in row]
    return all(piece.bold for piece in first) and not all(piece.bold for piece in others)


def _lines(run: _Run) -> Iterator[TextLine]:
    """Write the rows out; a line stands where its row stands, the first also where the header."""
    groups = [group for group in _grouped(run) if any(map(has_letters, _cells_of(run, group)))]
    cells = [_cells_of(run, group) for group in groups]
    header = True if _has_bold_header(run) else None
    texts = rows_as_text(cells, header=header)
    skipped = len(groups) - len(texts)
    for at, text in enumerate(texts):
        pieces = [piece for row in groups[at + skipped] for piece in row]
        names = tuple(cells[0]) if skipped else ()
        yield replace(_line(text, pieces), cells=tuple(cells[at + skipped]), header=names)


def _cells(run: _Run) -> list[list[str]]:
    return [_cells_of(run, group) for group in _grouped(run)]


def _grouped(run: _Run) -> list[list[Row]]:
    """Put the lines of one row together; its name may stand beside any of them."""
    most = _same_row_within(run)
    groups: list[list[Row]] = []
    named = False
    for row in run.rows:
        names = _is_named(run, row)
        if groups and _is_close(run, groups[-1][-1], row, most) and not (named and names):
            groups[-1].append(row)
            named = named or names
        else:
            groups.append([row])
            named = names
    return groups


def _is_named(run: _Run, row: Row) -> bool:
    return row[0].x0 < run.columns[0][1]


def _is_close(run: _Run, above: Row, row: Row, most: tuple[float, float]) -> bool:
    """Tell whether two lines stand closer than rows do; a lone cell goes with what is above it."""
    lone = len(row) == 1 and not _is_named(run, row)
    gap = above[0].y - row[0].y
    return gap <= min(_SAME_CELL * row[0].size, most[0] if lone else min(most))


def _same_row_within(run: _Run) -> tuple[float, float]:
    """Measure how far apart, in points, lines of one row stand at most: by the tightest distance
    between any two lines, and by the usual one between rows with a name."""
    gaps = [above[0].y - below[0].y for above, below in pairwise(run.rows)]
    named = [row[0].y for row in run.rows if _is_named(run, row)]
    usual = [above - below for above, below in pairwise(named)]
    return _SAME_LEADING * min(gaps), _CLOSER * median(usual) if usual else 0.0


def _cells_of(run: _Run, group: list[Row]) -> list[str]:
    return [
        " ".join(
            piece.text
            for row in group
            for piece in row
            if left <= (piece.x0 + piece.x1) / 2 <= right
        )
        for left, right in run.columns
    ]


def _line(text: str, pieces: list[TextLine]) -> TextLine:
    return replace(
        pieces[0],
        text=text,
        x0=min(piece.x0 for piece in pieces),
        x1=max(piece.x1 for piece in pieces),
        bold=False,
        bottom=min(piece.bottom for piece in pieces),
        top=max(piece.top for piece in pieces),
        row=True,
    )
