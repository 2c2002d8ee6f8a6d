"""An Excel workbook as sheets of plain values; it is looked at before it is opened."""

import re
import warnings
from datetime import date, datetime, time, timedelta
from io import BytesIO
from typing import Any
from zipfile import BadZipFile, ZipFile

from openpyxl import load_workbook
from openpyxl.utils import range_boundaries

from meeting.formats.grid import Broken, Cell, Line, Misread, Sheet, without_blank_lines

MOST_BYTES = 64 * 1024 * 1024  # unpacked; an agenda of 10,000 rows takes about 8 MiB
MOST_PARTS = 2_000
MOST_MERGED = 1_000_000  # cells that merges and links may span; each becomes an object
MOST_CELLS = 500_000  # and rows; each becomes an object, empty ones with a colour too
MOST_COLUMNS, MOST_ROWS = 200, 20_000
CELL = re.compile(rb"<(?:\w+:)?(?:c|row)[\s/>]")
SPANS = re.compile(rb'<(?:mergeCell|hyperlink)\b[^>]*?\bref="([A-Z0-9:$]+)"')
NEVER_COMPUTED = "This cell holds a formula that was never computed; open the file and save it."


def read_workbook(data: bytes) -> tuple[Sheet, ...]:
    """The visible sheets, merged cells filled with their value; raises Misread."""
    has_formulas = _examine(data)
    values = _load(data, data_only=True)
    formulas = _load(data, data_only=False) if has_formulas else None
    return tuple(
        Sheet(
            sheet.title,
            without_blank_lines(_lines(sheet, formulas[sheet.title] if formulas else None)),
            values.epoch,
        )
        for sheet in values.worksheets
        if sheet.sheet_state == "visible"
    )


def _examine(data: bytes) -> bool:
    """Raise Misread for what would not fit into memory; whether there are formulas."""
    try:
        with ZipFile(BytesIO(data)) as parts:
            infos = parts.infolist()
            if len(infos) > MOST_PARTS or sum(info.file_size for info in infos) > MOST_BYTES:
                raise Misread("This workbook is too big once unpacked; keep only the agenda in it.")
            names = [info.filename for info in infos]
            sheets = [parts.read(n) for n in names if not n.startswith("xl/media/")]
    except (BadZipFile, NotImplementedError, RuntimeError, OSError, EOFError):
        raise Misread("This workbook is damaged; open it and save it again as .xlsx.") from None
    if "xl/workbook.xml" not in names:
        raise Misread("This is no Excel workbook; save it as .xlsx, or as .csv.")
    if sum(len(CELL.findall(xml)) for xml in sheets) > MOST_CELLS:
        raise Misread("This workbook has too many cells; keep only the agenda in it.")
    if sum(_area(ref.decode()) for xml in sheets for ref in SPANS.findall(xml)) > MOST_MERGED:
        raise Misread("The merged cells of this workbook span too much; undo the widest of them.")
    return any(b"<f>" in xml or b"<f " in xml for xml in sheets)


def _area(reference: str) -> int:
    try:
        left, top, right, bottom = range_boundaries(reference)
        return (int(right or 1) - int(left or 1) + 1) * (int(bottom or 1) - int(top or 1) + 1)
    except (TypeError, ValueError):
        return 0


def _load(data: bytes, data_only: bool) -> Any:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # about extensions of Excel's that say nothing here
        return load_workbook(BytesIO(data), data_only=data_only, keep_links=False)


def _lines(sheet: Any, formulas: Any) -> list[Line]:
    """Goes by the cells that exist: a sheet may claim a million rows and hold ten."""
    rows: dict[int, dict[int, Cell]] = {}
    for (row, column), cell in sheet._cells.items():
        value = _value(cell, formulas._cells.get((row, column)) if formulas else None)
        if value is not None and column <= MOST_COLUMNS:
            rows.setdefault(row, {})[column] = value
    for merged in sheet.merged_cells.ranges:
        _fill(rows, *merged.bounds)
    if len(rows) > MOST_ROWS:
        raise Misread(f"The sheet {sheet.title} has more than {MOST_ROWS} rows; split the file.")
    return [Line(number, _row(rows[number])) for number in sorted(rows)]


def _fill(rows: dict[int, dict[int, Cell]], left: int, top: int, right: int, bottom: int) -> None:
    value = rows.get(top, {}).get(left)
    if value is None:
        return
    for row in range(top, bottom + 1):
        for column in range(left, min(right, MOST_COLUMNS) + 1):
            rows.setdefault(row, {})[column] = value


def _row(cells: dict[int, Cell]) -> tuple[Cell, ...]:
    return tuple(cells.get(column) for column in range(1, max(cells) + 1))


def _value(cell: Any, formula: Any) -> Cell:
    value = cell.value
    if isinstance(value, bool):
        return "yes" if value else "no"
    if cell.data_type == "e":
        return Broken(f"This cell holds the error {value}; write the value itself.")
    if value is None and formula is not None and formula.data_type == "f":
        return Broken(NEVER_COMPUTED)
    if isinstance(value, (str, int, float, datetime, date, time, timedelta)):
        return value
    return None if value is None else str(value)
