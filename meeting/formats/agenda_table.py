"""An agenda in a spreadsheet or csv: columns in any order, a sheet of rooms beside them."""

from collections.abc import Sequence
from datetime import date

from meeting.formats.agenda_row import RowReader
from meeting.formats.assemble import assemble
from meeting.formats.dates import Order, date_part
from meeting.formats.drafts import AgendaFile, Draft
from meeting.formats.grid import Line, Misread, Report, Sheet
from meeting.formats.headings import AGENDA, Headings, find_headings
from meeting.formats.moments import parts_of_range
from meeting.formats.room_table import read_rooms

WANTED = "an agenda has a row of headings such as Title, Date, Start, End, Room"
NO_TITLE = "There is no column for the titles of sessions; call one Title."
MOST_NAMED = 12  # columns that mean nothing here
NO_START = "There is no column for the start of a session; add one, such as Start."
NO_END = "There is no column that says when a session ends; add one, End or Duration (min)."


def read_table(sheets: Sequence[Sheet], zone: str, days: tuple[date, date] | None) -> AgendaFile:
    """All sheets that hold sessions, as one agenda. Raises Misread where none does."""
    if not any(sheet.lines for sheet in sheets):
        raise Misread(f"The file is empty; {WANTED}.")
    found = [(sheet, find_headings(sheet, AGENDA)) for sheet in sheets]
    tables = [(sheet, heads) for sheet, heads in found if heads and _is_agenda(heads)]
    if not tables and any(heads and {"start", "end"} <= heads.columns.keys() for _, heads in found):
        raise Misread(NO_TITLE)
    if not tables:
        raise Misread(f"The headings of an agenda were not found; {WANTED}.")
    report = Report()
    sessions = [sheet for sheet, _ in tables]
    rooms = [r for sheet in sheets if sheet not in sessions for r in read_rooms(sheet, report)]
    drafts: list[Draft] = []
    for sheet, heads in tables:
        label = f"sheet {sheet.name}, row" if len(tables) > 1 else "row"
        drafts += _drafts(sheet, heads, label, days, report)
    if not drafts and not report.problems:
        raise Misread("There are headings, but no session below them.")
    notes = passed_over([word for _, heads in tables for word in heads.unknown])
    return assemble(drafts, rooms, zone, report, notes)


def passed_over(headings: Sequence[str]) -> tuple[str, ...]:
    """The note about columns that mean nothing here; none where there are none."""
    names = list(dict.fromkeys(headings))
    more = f" and {len(names) - MOST_NAMED} more" if len(names) > MOST_NAMED else ""
    said = f"Columns that were passed over: {', '.join(names[:MOST_NAMED])}{more}."
    return (said,) if names else ()


def _is_agenda(heads: Headings) -> bool:
    return "title" in heads.columns and bool({"start", "date", "end"} & heads.columns.keys())


def _drafts(
    sheet: Sheet, heads: Headings, label: str, days: tuple[date, date] | None, report: Report
) -> list[Draft]:
    lines = sheet.lines[heads.below :]
    _require_columns(heads, lines)
    reader = RowReader(heads, _order(lines, heads, days), sheet.epoch, label, report)
    return [draft for line in lines if (draft := reader.read(line))]


def _require_columns(heads: Headings, lines: Sequence[Line]) -> None:
    """Raise Misread where no row could be read: one sentence instead of one a row."""
    if "start" not in heads.columns:
        raise Misread(NO_START)
    starts = (cell for line in lines for cell in heads.cells(line, "start"))
    if {"end", "duration", "hours"} & heads.columns.keys():
        return
    if lines and not any(parts_of_range(cell) for cell in starts):
        raise Misread(NO_END)


def _order(lines: Sequence[Line], heads: Headings, days: tuple[date, date] | None) -> Order:
    """Day or month first: told from all dates of the sheet together."""
    names = ("date", "start", "end", "end_date")
    cells = (cell for line in lines for name in names for cell in heads.cells(line, name))
    return Order((date_part(cell) for cell in cells if isinstance(cell, str)), days)
