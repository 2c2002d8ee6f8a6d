"""The rows of an HTML table; a table that only lays out a page gives its texts."""

from lxml import html

from knowledge.reading.blocks import clean
from knowledge.reading.tables import rows_as_text

_LAID_OUT = ("h1", "h2", "h3", "h4", "table", "ul", "ol")
# A cell that claims to span more columns than this is no table's.
_WIDEST_SPAN = 50


def table_rows(table: html.HtmlElement) -> list[str]:
    """Write every row of a table with its header; the tables inside a cell belong to the cell."""
    rows = [row for row in table.iter("tr") if _table_of(row) is table]
    cells = [_cells(row) for row in rows]
    first = next((row for row in rows if len(row)), None)
    named = first is not None and all(cell.tag == "th" for cell in first)
    return rows_as_text(cells, header=True if named else None)


def is_layout(table: html.HtmlElement) -> bool:
    """Tell whether a table is there to place headings, lists or tables on the page."""
    return next(table.iterdescendants(*_LAID_OUT), None) is not None


def _table_of(row: html.HtmlElement) -> html.HtmlElement | None:
    return next(row.iterancestors("table"), None)


def _cells(row: html.HtmlElement) -> list[str]:
    cells: list[str] = []
    for cell in row:
        if cell.tag in {"td", "th"}:
            cells.append(clean(" ".join(cell.itertext())))
            cells.extend([""] * (_span(cell) - 1))
    return cells


def _span(cell: html.HtmlElement) -> int:
    span = cell.get("colspan", "1")
    return min(int(span), _WIDEST_SPAN) if span.isdecimal() and 0 < len(span) < 4 else 1
