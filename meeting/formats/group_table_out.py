"""Who is in which group, as an Excel workbook that comes in again as it went out."""

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO

from openpyxl import Workbook
from openpyxl.worksheet.datavalidation import DataValidation

from meeting.agenda import Agenda, Session
from meeting.formats.words import folded
from meeting.formats.workbook_out import fill, headings
from meeting.parallel import Block, blocks_of
from meeting.people import Person

COLUMNS = {
    "Key": 28, "Name": 26, "Organisation": 30, "Community": 22, "Wishes": 50, "Group": 44,
}  # fmt: skip
GROUP_COLUMNS = {"ID": 24, "Title": 44, "Room": 16, "Seats": 8, "People": 8}
GROUP_CELLS = "F2:F{last}"


@dataclass(frozen=True, slots=True)
class Placed:
    """One row: somebody with their wishes and their group, as ids of sessions."""

    person: Person
    wishes: Sequence[str]
    group: str | None


def write_group_table(agenda: Agenda, block: Block, people: Sequence[Placed]) -> bytes:
    """Everybody on one sheet, the groups of the block on a second; the cells of the column Group
    offer those."""
    book = Workbook()
    headings(sheet := book.active, "People", COLUMNS)
    for row, placed in enumerate(people, 2):
        fill(sheet, row, _cells(agenda, block, placed))
    headings(groups := book.create_sheet(), "Groups", GROUP_COLUMNS)
    for row, session in enumerate(block.sessions, 2):
        fill(groups, row, _group(agenda, session, people))
    sheet.add_data_validation(offered := _offered(block))
    offered.add(GROUP_CELLS.format(last=len(people) + 1))
    written = BytesIO()
    book.save(written)
    return written.getvalue()


def label(agenda: Agenda, session: Session) -> str:
    """What a cell calls a group: its title, or its id where another one is called the same."""
    titles = [folded(each.title) for block in blocks_of(agenda) for each in block.sessions]
    is_one = titles.count(folded(session.title)) == 1
    return session.title if is_one else session.session_id


def _cells(agenda: Agenda, block: Block, placed: Placed) -> Sequence[object]:
    person, group = placed.person, block.session(placed.group)
    wishes = [label(agenda, session) for each in placed.wishes if (session := block.session(each))]
    return (
        person.key,
        person.name,
        person.organisation,
        person.community,
        "; ".join(wishes),
        label(agenda, group) if group else "",
    )


def _group(agenda: Agenda, session: Session, people: Sequence[Placed]) -> Sequence[object]:
    room = agenda.room(session.room)
    there = sum(placed.group == session.session_id for placed in people)
    seats = room.capacity if room else None
    name = agenda.room_name(session)
    return session.session_id, label(agenda, session), name, seats, there


def _offered(block: Block) -> DataValidation:
    """A list to pick from; what is written instead is read too."""
    last = len(block.sessions) + 1
    return DataValidation(
        type="list", formula1=f"=Groups!$B$2:$B${last}", allow_blank=True, showErrorMessage=False
    )
