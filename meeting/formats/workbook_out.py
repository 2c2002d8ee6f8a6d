"""An agenda as an Excel workbook that comes in again as it went out; and an empty one to fill."""

from collections.abc import Mapping, Sequence
from datetime import datetime, time
from io import BytesIO
from typing import Any

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from meeting.agenda import Agenda, Room, Session

COLUMNS = {
    "ID": 14, "Title": 44, "Date": 12, "Start": 8, "End": 8, "Room": 14, "Chair": 22,
    "Speakers": 28, "Rapporteur": 22, "Papers": 28, "Description": 50, "Block": 10,
    "Plenary": 9, "Break": 9,
}  # fmt: skip
ROOM_COLUMNS = {"ID": 14, "Name": 20, "Hint": 40, "Capacity": 10, "Host": 22}
EXAMPLE = Session(
    session_id="opening",
    title="Opening (an example: write over it)",
    starts=datetime(2030, 5, 6, 9, 0),  # noqa: DTZ001 (a wall time in a cell)
    ends=datetime(2030, 5, 6, 10, 30),  # noqa: DTZ001
    room="main",
    chairs=("anna.berg@example.org",),
    speakers=("Omar Said", "Lena Holm"),
    description="Welcome and purpose.",
    plenary=True,
)
EXAMPLE_ROOM = Room("main", "Main hall", "Ground floor", 120)


def write_workbook(agenda: Agenda) -> bytes:
    """Times are wall times of the agenda's zone."""
    book = Workbook()
    sheet = book.active
    headings(sheet, "Agenda", COLUMNS)
    for row, session in enumerate(agenda.sessions, 2):
        fill(sheet, row, _cells(agenda, session))
    headings(rooms := book.create_sheet(), "Rooms", ROOM_COLUMNS)
    for row, room in enumerate(agenda.rooms, 2):
        fill(rooms, row, (room.room_id, room.name, room.hint, room.capacity, room.host))
    written = BytesIO()
    book.save(written)
    return written.getvalue()


def write_template(zone: str) -> bytes:
    """The headings, and one row as an example."""
    return write_workbook(Agenda(zone, (EXAMPLE,), (EXAMPLE_ROOM,)))


def headings(sheet: Any, title: str, widths: Mapping[str, int]) -> None:
    """Name a sheet and write its first row; widths are in characters."""
    sheet.title = title
    sheet.append(list(widths))
    sheet.freeze_panes = "A2"
    for column, width in enumerate(widths.values(), 1):
        sheet.column_dimensions[get_column_letter(column)].width = width
        sheet.cell(1, column).font = Font(bold=True)


def fill(sheet: Any, row: int, values: Sequence[object]) -> None:
    """Write one row, counted from 1; words are never taken for a formula."""
    for column, value in enumerate(values, 1):
        if value in (None, ""):
            continue
        cell = sheet.cell(row, column)
        cell.value = ILLEGAL_CHARACTERS_RE.sub("", value) if isinstance(value, str) else value
        cell.alignment = Alignment(vertical="top", wrap_text=isinstance(value, str))
        if isinstance(value, str):
            cell.data_type = "s"  # a title that begins with “=” is no formula
        elif isinstance(value, time):
            cell.number_format = "hh:mm"


def _cells(agenda: Agenda, session: Session) -> Sequence[object]:
    starts, ends = session.starts.replace(tzinfo=None), session.ends.replace(tzinfo=None)
    room = agenda.room(session.room)
    return (
        session.session_id,
        session.title,
        starts.date(),
        starts.time(),
        ends.time() if ends.date() == starts.date() else ends,
        room.name if room else session.room,
        "; ".join(session.chairs),
        "; ".join(session.speakers),
        "; ".join(session.rapporteurs),
        "; ".join(session.papers),
        session.description,
        session.block,
        "yes" if session.plenary else "",
        "yes" if session.is_break else "",
    )
