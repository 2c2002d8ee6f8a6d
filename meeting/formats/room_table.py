"""The rooms in a sheet of their own: name, and how to get there, seats, host."""

from collections.abc import Sequence

from meeting.agenda import Room
from meeting.formats.grid import Line, Misread, Report, Sheet, is_blank, quoted, text
from meeting.formats.headings import ROOMS, Headings, find_headings
from meeting.formats.words import slug


def read_rooms(sheet: Sheet, report: Report) -> Sequence[Room]:
    """The rooms that a sheet lists; none where it is no list of rooms."""
    heads = find_headings(sheet, ROOMS)
    if heads is None or "name" not in heads.columns:
        return []
    rooms = []
    for line in sheet.lines[heads.below :]:
        row = f"sheet {sheet.name}, row {line.number}" if sheet.name else f"row {line.number}"
        try:
            if room := _room(heads, line, row, report):
                rooms.append(room)
        except Misread as problem:
            report.error(row, str(problem))
    return rooms


def _room(heads: Headings, line: Line, row: str, report: Report) -> Room | None:
    def said(column: str) -> str:
        return next((text(c) for c in heads.cells(line, column) if not is_blank(c)), "")

    if not said("name"):
        return None
    return Room(
        room_id=said("id") or slug(said("name")),
        name=said("name"),
        hint=said("hint"),
        capacity=_capacity(said("capacity"), row, report),
        host=said("host") or None,
    )


def _capacity(words: str, row: str, report: Report) -> int | None:
    if words.isdecimal() and len(words) < 7:
        return int(words)
    if words:
        report.warning(row, f"{quoted(words)} is no number of seats; it is left out.")
    return None
