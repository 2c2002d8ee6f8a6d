"""Files that the tests of formats write for themselves."""

from collections.abc import Callable, Sequence
from io import BytesIO

import pytest
from openpyxl import Workbook

Rows = Sequence[Sequence[object]]
MakeWorkbook = Callable[..., bytes]


def make_workbook(*sheets: tuple[str, Rows], merged: Sequence[str] = ()) -> bytes:
    """A workbook of these sheets; `merged` are ranges of the first one."""
    book = Workbook()
    book.remove(book.active)
    for title, rows in sheets:
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(list(row))
    for cells in merged:
        book.worksheets[0].merge_cells(cells)
    written = BytesIO()
    book.save(written)
    return written.getvalue()


@pytest.fixture
def workbook() -> MakeWorkbook:
    return make_workbook
