"""Who is in which group, out of a spreadsheet or csv."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from meeting.agenda import Agenda
from meeting.formats.agenda_file import check_kind
from meeting.formats.delimited import decode, read_delimited
from meeting.formats.grid import Line, Misread, Sheet, is_blank, text
from meeting.formats.group_faults import Fault, GroupTable, TableFault
from meeting.formats.headings import (
    AGENDA,
    PEOPLE,
    Headings,
    Vocabulary,
    find_headings,
    vocabulary,
)
from meeting.formats.spreadsheet import read_workbook
from meeting.formats.words import folded
from meeting.parallel import blocks_of

KINDS = "an Excel workbook (.xlsx) or a csv file"
COLUMNS: Vocabulary = {"key": PEOPLE["key"], **vocabulary(group="groups, groupe, groupes")}
Place = tuple[str, str]  # a block and the id of one of its sessions


@dataclass(frozen=True, slots=True)
class _Row:
    number: int
    key: str
    group: str


def is_group_table(data: bytes) -> bool:
    """Whether a file has the headings of a table of groups, and is no agenda."""
    try:
        return _sheet(data) is not None
    except Exception:  # whatever a library meets in a file that is broken: others say what it is
        return False


def read_group_table(data: bytes, agenda: Agenda, keys: Collection[str]) -> GroupTable:
    """Never raises for what is in the file. Groups are called by their ids or titles; `keys` are
    those of everybody on the list, in lower case."""
    try:
        found = _sheet(data)
    except Exception:  # whatever a library meets in a file that is broken
        found = None
    if found is None:
        return _refused(Fault.UNREADABLE)
    rows, faults = _rows(*found)
    if not rows and not faults:
        return _refused(Fault.EMPTY)
    return _settled(rows, faults, agenda, keys)


def _sheet(data: bytes) -> tuple[Sheet, Headings] | None:
    """The first sheet with the headings. Raises Misread."""
    check_kind(data, KINDS)
    is_workbook = data.startswith(b"PK")
    sheets = read_workbook(data) if is_workbook else (read_delimited(decode(data), COLUMNS),)
    for sheet in sheets:
        heads = find_headings(sheet, COLUMNS)
        if heads and {"key", "group"} <= heads.columns.keys() and not _is_agenda(sheet):
            return sheet, heads
    return None


def _is_agenda(sheet: Sheet) -> bool:
    heads = find_headings(sheet, AGENDA)
    return heads is not None and {"title", "start"} <= heads.columns.keys()


def _rows(sheet: Sheet, heads: Headings) -> tuple[list[_Row], list[TableFault]]:
    """The rows that name a group."""
    rows: list[_Row] = []
    faults: list[TableFault] = []
    for line in sheet.lines[heads.below :]:
        try:
            row = _Row(line.number, _said(heads, line, "key"), _said(heads, line, "group"))
        except Misread:
            faults.append(TableFault(Fault.BROKEN, line.number))
            continue
        if row.group:
            rows.append(row)
    return rows, faults


def _said(heads: Headings, line: Line, column: str) -> str:
    cells = heads.cells(line, column)
    return next((text(cell) for cell in cells if not is_blank(cell)), "")


def _settled(
    rows: list[_Row], faults: list[TableFault], agenda: Agenda, keys: Collection[str]
) -> GroupTable:
    names = _names(agenda)
    meant = [names.get(row.group.casefold(), names.get(folded(row.group), [])) for row in rows]
    votes = Counter(places[0][0] for places in meant if len(places) == 1)
    block = votes.most_common(1)[0][0] if votes else ""
    of: dict[str, str] = {}
    for row, places in zip(rows, meant, strict=True):
        here = [session_id for name, session_id in places if name == block]
        faults += _faults(row, places, here, keys, of)
        if len(here) == 1:
            of[row.key.casefold()] = here[0]
    return GroupTable(block, of, tuple(sorted(faults, key=lambda fault: fault.row)))


def _faults(
    row: _Row, places: list[Place], here: list[str], keys: Collection[str], of: Mapping[str, str]
) -> Iterator[TableFault]:
    key = row.key.casefold()
    if not key:
        yield TableFault(Fault.NO_KEY, row.number)
    elif key not in keys:
        yield TableFault(Fault.UNKNOWN_KEY, row.number, row.key)
    elif key in of:
        yield TableFault(Fault.TWICE, row.number, row.key)
    if len(here) != 1:
        elsewhere = len(places) == 1 and not here
        fault = Fault.OTHER_BLOCK if elsewhere else Fault.UNKNOWN_GROUP
        yield TableFault(fault, row.number, row.group)


def _names(agenda: Agenda) -> dict[str, list[Place]]:
    """What each session of a block may be called: its id, and its title, which others may share."""
    names: dict[str, list[Place]] = {}
    ids: dict[str, list[Place]] = {}
    for block in blocks_of(agenda):
        for session in block.sessions:
            place = block.name, session.session_id
            names.setdefault(folded(session.title), []).append(place)
            ids[session.session_id.casefold()] = [place]
    return names | ids


def _refused(fault: Fault) -> GroupTable:
    return GroupTable(faults=(TableFault(fault),))
