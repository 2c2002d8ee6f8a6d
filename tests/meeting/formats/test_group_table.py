"""Tables of groups: what goes out comes in again, and what is wrong is named with its row."""

from dataclasses import replace
from io import BytesIO

import pytest
from openpyxl import Workbook, load_workbook

from meeting.agenda import Agenda, Session, ordered
from meeting.formats.group_faults import Fault, GroupTable, TableFault
from meeting.formats.group_table import is_group_table, read_group_table
from meeting.formats.group_table_out import Placed, write_group_table
from meeting.formats.workbook_out import write_workbook
from meeting.parallel import blocks_of
from meeting.people import Community, Person
from tests.two_days import AGENDA, FUNDING, POLICE, at

ADA = Person("Ada@example.org", "Ada Vik", "=Norad", Community.DEVELOPMENT)
BO = Person("bo", "Bo Ek")
KEYS = frozenset({"ada@example.org", "bo"})
(BLOCK,) = blocks_of(AGENDA)


def read(data: bytes | str, agenda: Agenda = AGENDA) -> GroupTable:
    given = data if isinstance(data, bytes) else data.encode()
    return read_group_table(given, agenda, KEYS)


def second_block(in_id: str, in_title: str) -> list[Session]:
    """The sessions of the block once more, on the next day in another one."""
    starts, ends = at(12, "11:00"), at(12, "12:00")
    return [
        replace(
            each,
            session_id=each.session_id + in_id,
            title=each.title + in_title,
            block="B",
            starts=starts,
            ends=ends,
        )
        for each in (FUNDING, POLICE)
    ]


def faults(data: str) -> list[tuple[Fault, int, str]]:
    return [(each.fault, each.row, each.said) for each in read(data).faults]


def test_workbook_comes_in_as_it_went_out() -> None:
    people = [Placed(ADA, ("police", "funding"), "police"), Placed(BO, (), None)]
    data = write_group_table(AGENDA, BLOCK, people)
    assert is_group_table(data)
    assert read(data) == GroupTable("A", {"ada@example.org": "police"})
    book = load_workbook(BytesIO(data))
    assert [cell.value for cell in book["People"][2]] == [
        "Ada@example.org", "Ada Vik", "=Norad", "development",
        "Police and justice; Funding early recovery", "Police and justice",
    ]  # fmt: skip
    assert book["People"]["C2"].data_type == "s"
    assert list(book["Groups"].iter_rows(min_row=2, values_only=True)) == [
        ("funding", "Funding early recovery", "Nobel", None, 0),
        ("police", "Police and justice", "Munch", None, 1),
    ]


def test_session_that_is_held_twice_is_called_by_its_id() -> None:
    agenda = replace(AGENDA, sessions=ordered((*AGENDA.sessions, *second_block("-2", ""))))
    second = blocks_of(agenda)[1]
    data = write_group_table(agenda, second, [Placed(BO, (), "police-2")])
    assert read(data, agenda) == GroupTable("B", {"bo": "police-2"})
    unclear = read("key,group\nbo,Police and justice\n", agenda)
    assert unclear.faults == (TableFault(Fault.UNKNOWN_GROUP, 2, "Police and justice"),)


@pytest.mark.parametrize(
    "data",
    [
        "Key;Group\nBO;police\nada@example.org;\n",
        "Clé;Groupe\nbo;POLICE AND JUSTICE\n",
        "A title above\n\ne-mail,Name,Group\nbo,Bo Ek,Police and justice\n",
    ],
)
def test_ids_titles_and_french_headings_are_understood(data: str) -> None:
    assert is_group_table(data.encode())
    assert read(data) == GroupTable("A", {"bo": "police"})


def test_every_fault_is_named_with_its_row() -> None:
    assert faults(
        "key,group\nzoe,police\n,police\nbo,Mines\nbo,police\nBO,funding\nada@example.org,\n"
    ) == [
        (Fault.UNKNOWN_KEY, 2, "zoe"),
        (Fault.NO_KEY, 3, ""),
        (Fault.UNKNOWN_GROUP, 4, "Mines"),
        (Fault.TWICE, 6, "BO"),
    ]


def test_session_of_another_block_is_a_fault() -> None:
    agenda = replace(AGENDA, sessions=ordered((*AGENDA.sessions, *second_block("2", " II"))))
    table = read("key,group\nbo,police\nada@example.org,funding2\n", agenda)
    assert table.faults == (TableFault(Fault.OTHER_BLOCK, 3, "funding2"),)


def test_broken_cell_is_named() -> None:
    book = Workbook()
    for row in (("Key", "Group"), ("bo", "#REF!"), ("ada@example.org", "=A1")):
        book.active.append(row)
    book.active["B2"].data_type = "e"
    data = BytesIO()
    book.save(data)
    assert read(data.getvalue()).faults == (
        TableFault(Fault.BROKEN, 2), TableFault(Fault.BROKEN, 3),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        (b"", Fault.UNREADABLE),
        (b"PK\x03\x04 half saved", Fault.UNREADABLE),
        (b"Some words", Fault.UNREADABLE),
        (b"key,group\nbo,\n", Fault.EMPTY),
    ],
)
def test_file_that_says_nothing_is_refused(data: bytes, fault: Fault) -> None:
    assert read(data) == GroupTable(faults=(TableFault(fault),))


def test_agenda_is_no_table_of_groups() -> None:
    assert not is_group_table(write_workbook(AGENDA))
    assert not is_group_table(b"Key,Title,Start,End,Group\n1,Opening,9:00,10:00,A\n")
    assert not is_group_table(b"PK\x03\x04 half saved")
