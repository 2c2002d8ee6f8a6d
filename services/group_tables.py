"""Groups by a table: sent to an organiser to fill in, and read when it comes back."""

from dataclasses import dataclass

from meeting.formats.group_faults import GroupTable, TableFault
from meeting.formats.group_table import is_group_table, read_group_table
from meeting.formats.group_table_out import Placed, write_group_table
from meeting.parallel import blocks_of
from meeting.people import Participant, Person
from services.agenda import AgendaBook
from services.errors import NotThere
from services.groups import Groups
from services.groups_view import BlockView, GroupMember

__all__ = ["GroupTables", "TableFault", "TakenTable", "is_assignment_sheet"]


@dataclass(frozen=True, slots=True)
class TakenTable:
    """What became of a table: `view` holds the proposal it became; None where there are faults, and
    then nothing changed. `changed` counts the people for whom it says something new."""

    faults: tuple[TableFault, ...]
    view: BlockView | None = None
    changed: int = 0


def is_assignment_sheet(data: bytes) -> bool:
    """Whether a file that somebody sent says who is in which group, rather than an agenda."""
    return is_group_table(data)


class GroupTables:
    """For organisers."""

    def __init__(self, groups: Groups, book: AgendaBook) -> None:
        self._groups = groups
        self._book = book

    def table(self, code: str) -> bytes:
        """Everybody with their wishes and their group, as an .xlsx. Raises NotThere."""
        view = self._groups.view(code)
        people = [Placed(_person(one), one.member.wishes, one.group) for one in view.members]
        return write_group_table(view.agenda, view.block, people)

    def take(self, person: Participant, data: bytes) -> TakenTable:
        """Make a table the proposal of its block; whoever it does not name stays where they are.
        Raises NotThere where the block is over, GroupsMoved."""
        table = self._read(data)
        if table.faults:
            return TakenTable(table.faults)
        view = self._groups.view(self._code(table.block))
        ids = {one.key.casefold(): one.person_id for one in view.members}
        of = {ids[key]: place for key, place in table.of.items() if key in ids}
        changed = sum(of.get(one.person_id, one.group) != one.group for one in view.members)
        return TakenTable((), self._groups.assign(person, view, of), changed)

    def _read(self, data: bytes) -> GroupTable:
        keys = frozenset(each.key.casefold() for each in self._book.people())
        return read_group_table(data, self._book.held().agenda, keys)

    def _code(self, name: str) -> str:
        for block in blocks_of(self._book.held().agenda):
            if block.name == name:
                return block.code
        raise NotThere(f"no block {name}")


def _person(one: GroupMember) -> Person:
    return Person(one.key, one.name, one.member.organisation, one.member.community)
