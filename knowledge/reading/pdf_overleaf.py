"""A table that goes on overleaf takes its header with it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from knowledge.reading.tables import rows_as_text
from knowledge.reading.text_lines import TextLine

_SAME_PLACE_POINTS = 12.0


def with_headers_overleaf(pages: Sequence[list[TextLine]]) -> list[list[TextLine]]:
    """Name the columns in rows at the top of a page that go on from the foot of the one before."""
    done: list[list[TextLine]] = []
    for lines in pages:
        before = next((each[-1] for each in reversed(done) if each), None)
        done.append(_continued(before, lines) if before else lines)
    return done


def _continued(before: TextLine, lines: list[TextLine]) -> list[TextLine]:
    if not lines or not before.header or not _goes_on(before, lines[0]):
        return lines
    first = lines[0]
    rows = 0
    while rows < len(lines) and lines[rows].row and lines[rows].header == first.header:
        rows += 1
    return [*_renamed(before.header, lines[:rows]), *lines[rows:]]


def _goes_on(before: TextLine, line: TextLine) -> bool:
    """Tell whether two rows are of one table, of which the second part has no header of its own."""
    if not before.row or not line.row or line.page != before.page + 1:
        return False
    same = len(line.cells) == len(before.header) and line.header != before.header
    return same and abs(line.x0 - before.x0) <= _SAME_PLACE_POINTS


def _renamed(header: tuple[str, ...], rows: Sequence[TextLine]) -> Iterator[TextLine]:
    # What looked like a header at the top of a page is a row like the others.
    taken = rows[0].header
    if taken:
        yield _named(header, replace(rows[0], cells=taken))
    for row in rows:
        yield _named(header, row)


def _named(header: tuple[str, ...], row: TextLine) -> TextLine:
    (text,) = rows_as_text([header, row.cells], header=True) or [row.text]
    return replace(row, text=text, header=header)
