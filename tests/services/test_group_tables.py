"""Tables of groups: sent, changed, taken; nothing is taken of one with faults."""

from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook

from meeting.formats.group_faults import Fault, TableFault
from services.errors import NotThere
from services.group_tables import is_assignment_sheet
from tests.services.groups_desk import CODE, ORGANISER, GroupsDesk, make_groups_desk
from tests.two_days import at


@pytest.fixture
def desk(tmp_path: Path) -> GroupsDesk:
    return make_groups_desk(tmp_path)


def test_table_that_comes_back_is_the_proposal_and_what_it_changed_stays(
    desk: GroupsDesk,
) -> None:
    desk.wish("ada", "police")
    desk.propose()
    before = desk.groups()
    book = load_workbook(BytesIO(desk.grouping.tables.table(CODE)))
    keys = [cell.value for cell in book["People"]["A"]]
    book["People"].cell(keys.index("ada") + 1, 6).value = "funding"
    book["People"].cell(keys.index("bo") + 1, 6).value = None
    data = BytesIO()
    book.save(data)
    assert is_assignment_sheet(data.getvalue())
    taken = desk.grouping.tables.take(ORGANISER, data.getvalue())
    assert (taken.faults, taken.changed) == ((), 1)
    assert desk.groups() == before | {"ada": "funding"}
    assert taken.view
    assert [one.key for one in taken.view.members if one.pinned] == ["ada"]


def test_table_without_a_proposal_begins_one(desk: GroupsDesk) -> None:
    taken = desk.grouping.tables.take(ORGANISER, b"key,group\nada,Police and justice\nBO,police\n")
    assert taken.changed == 2
    assert desk.groups() == {"ada": "police", "bo": "police", "cy": None, "di": None}
    assert taken.view
    assert [one.key for one in taken.view.unplaced] == ["cy", "di"]


def test_table_with_a_fault_is_not_taken_at_all(desk: GroupsDesk) -> None:
    taken = desk.grouping.tables.take(ORGANISER, b"key,group\nada,police\nzoe,police\n")
    assert taken.faults == (TableFault(Fault.UNKNOWN_KEY, 3, "zoe"),)
    assert desk.grouping.groups.view(CODE).proposal is None


def test_table_of_a_block_that_is_over_is_not_taken(desk: GroupsDesk) -> None:
    desk.hand.time = at(11, "17:00")
    with pytest.raises(NotThere):
        desk.grouping.tables.take(ORGANISER, b"key,group\nada,police\n")
