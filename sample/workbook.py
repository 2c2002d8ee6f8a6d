"""The agenda as a spreadsheet of two sheets, Agenda and Rooms, as organisers keep theirs."""

import io
import tomllib
import zipfile
from collections.abc import Mapping, Sequence
from datetime import date, time
from pathlib import Path

from containers import MADE, with_fixed_times
from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.writer.excel import ExcelWriter
from source import AUTHOR, MEETING

Cell = str | int | date | time | None
Entry = Mapping[str, object]

# Each column with its width, in characters.
AGENDA = {
    "id": 24,
    "title": 44,
    "date": 12,
    "start": 8,
    "end": 8,
    "room": 12,
    "chairs": 32,
    "speakers": 48,
    "rapporteur": 32,
    "papers": 32,
    "description": 60,
    "block": 16,
    "plenary": 9,
    "break": 8,
}
ROOMS = {"id": 12, "name": 14, "hint": 54, "capacity": 10, "host": 32}


def workbook(source: Path, changes: Path | None = None) -> bytes:
    """Set the agenda, with what `changes` has otherwise; raises ValueError for a field that no
    column stands for."""
    entries = tomllib.loads(source.read_text(encoding="utf-8"))
    if changes is not None:
        _change(entries["session"], tomllib.loads(changes.read_text(encoding="utf-8"))["session"])
    book = Workbook()
    book.remove(book.worksheets[0])
    _fill(book.create_sheet("Agenda"), AGENDA, entries["session"])
    _fill(book.create_sheet("Rooms"), ROOMS, entries["room"])
    book.properties.title, book.properties.creator = f"Agenda · {MEETING}", AUTHOR
    book.properties.created = book.properties.modified = MADE
    return with_fixed_times(_packed(book))


def _change(sessions: Sequence[dict[str, object]], changes: Sequence[Entry]) -> None:
    by_id = {session["id"]: session for session in sessions}
    for change in changes:
        by_id[change["id"]].update(change)


def _packed(book: Workbook) -> io.BytesIO:
    # Not book.save: it notes the time of the day.
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        ExcelWriter(book, archive).save()
    return made


def _fill(sheet: Worksheet, columns: Mapping[str, int], entries: Sequence[Entry]) -> None:
    sheet.append(list(columns))
    for entry in entries:
        if unknown := set(entry) - set(columns):
            raise ValueError(f"{entry['id']}: no column for {', '.join(sorted(unknown))}")
        sheet.append([_cell(entry.get(column)) for column in columns])
    _dress(sheet, columns)


def _cell(value: object) -> Cell:
    match value:
        case list():
            return "; ".join(value)
        case bool():
            return "yes" if value else None
        case None | str() | int() | date() | time():
            return value
    raise ValueError(f"a cell cannot hold {value!r}")


def _dress(sheet: Worksheet, columns: Mapping[str, int]) -> None:
    for cell, width in zip(sheet[1], columns.values(), strict=True):
        cell.font = Font(bold=True, color="FFFFFF")
        cell.fill = PatternFill("solid", fgColor="1F3A5F")
        sheet.column_dimensions[cell.column_letter].width = width
    for row in sheet.iter_rows(min_row=2):
        for cell in row:
            cell.alignment = Alignment(vertical="top", wrap_text=True)
            if isinstance(cell.value, time):
                cell.number_format = "hh:mm"
    sheet.freeze_panes = "C2"
