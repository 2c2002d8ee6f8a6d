"""Rows of a table as text, each with the names of its columns: "Country: Chad · 2006: 12"."""

import re
from collections.abc import Sequence

from knowledge.reading.blocks import has_letters

_BETWEEN = " · "
# Characters. A longer cell is a sentence, and no name of a column.
_LONGEST_NAME = 60
_MOST_NAMES_MISSING = 1
_FIGURES_SHARE = 0.5
_FIGURE = re.compile(r"^[^\w]*\d[\d\s.,%/()–-]*[^\w]*(?:[a-zA-Z]{1,3}\.?)?$")
_YEAR = re.compile(r"^(19|20)\d\d([/–-]\d{2,4})?$")


def rows_as_text(rows: Sequence[Sequence[str]], *, header: bool | None = None) -> list[str]:
    """Write every row but the header as one line; `header` None: look whether the first row is one.

    Without a header a row of two cells reads "name: value". Cells of a row stand by column, empty
    ones included; rows without a letter or digit are left out.
    """
    full = [row for row in rows if any(has_letters(cell) for cell in row)]
    headed = has_header(full) if header is None else header
    if headed and len(full) > 1:
        return [_named(full[0], row) for row in full[1:]]
    return [_plain(row) for row in full]


def has_header(rows: Sequence[Sequence[str]]) -> bool:
    """Tell whether the first row names the columns of the others."""
    if len(rows) < 2:
        return False
    names = [cell for cell in rows[0] if cell]
    missing = len(rows[0]) - len(names)
    if len(names) < 2 or missing > _MOST_NAMES_MISSING or len(set(names)) < len(names):
        return False
    if any(len(name) > _LONGEST_NAME or _is_figure(name) for name in names):
        return False
    return len(names) > 2 or has_figures(rows[1:])


def has_figures(rows: Sequence[Sequence[str]]) -> bool:
    """Tell whether some column but the first holds mostly figures."""
    width = max((len(row) for row in rows), default=0)
    return any(_is_figures([row[at] for row in rows if at < len(row)]) for at in range(1, width))


def _is_figures(cells: Sequence[str]) -> bool:
    figures = sum(bool(_FIGURE.match(cell)) for cell in cells)
    return figures > _FIGURES_SHARE * len(cells)


def _is_figure(name: str) -> bool:
    return bool(_FIGURE.match(name)) and not _YEAR.match(name)


def _named(names: Sequence[str], row: Sequence[str]) -> str:
    parts = []
    for at, cell in enumerate(row):
        name = names[at].rstrip(" :") if at < len(names) else ""
        if cell:
            parts.append(f"{name}: {cell}" if name else cell)
    return _BETWEEN.join(parts)


def _plain(row: Sequence[str]) -> str:
    cells = [cell for cell in row if cell]
    if len(row) == 2 and len(cells) == 2 and len(cells[0]) <= _LONGEST_NAME:
        return f"{cells[0].rstrip(' :')}: {cells[1]}"
    return _BETWEEN.join(cells)
