"""Hostile and odd workbooks: refused in a sentence, or read for what they hold."""

from datetime import date, time
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from openpyxl import Workbook, load_workbook

from meeting.formats.agenda_file import read_agenda
from meeting.formats.problems import Problem, Severity
from tests.meeting.formats.conftest import MakeWorkbook

HEADINGS = ("Title", "Date", "Start", "End")
ROW = ("Opening", date(2030, 5, 6), time(9), time(10))


def problems(data: bytes) -> list[Problem]:
    return list(read_agenda(data, "agenda.xlsx", "Europe/Oslo").problems)


def refused(message: str, row: str = "") -> list[Problem]:
    return [Problem(Severity.ERROR, row, message)]


def saved(book: Workbook) -> bytes:
    written = BytesIO()
    book.save(written)
    return written.getvalue()


def changed(data: bytes, part: str, old: bytes, new: bytes) -> bytes:
    """The workbook with some bytes of one part replaced."""
    written = BytesIO()
    with ZipFile(BytesIO(data)) as before, ZipFile(written, "w", ZIP_DEFLATED) as after:
        for name in before.namelist():
            content = before.read(name)
            after.writestr(name, content.replace(old, new) if name == part else content)
    return written.getvalue()


def test_formula_that_was_never_computed_is_an_error_with_its_row(workbook: MakeWorkbook) -> None:
    data = workbook(("Sheet", [HEADINGS, ROW, ("=A2", date(2030, 5, 7), time(9), time(10))]))
    message = "This cell holds a formula that was never computed; open the file and save it."
    assert problems(data) == refused(message, "row 3")


def test_formula_in_a_column_that_says_nothing_here_is_passed_over(workbook: MakeWorkbook) -> None:
    assert problems(workbook(("Sheet", [(*HEADINGS, "Sum"), (*ROW, "=1+1")]))) == []


def test_computed_formula_counts_for_its_value(workbook: MakeWorkbook) -> None:
    data = workbook(("Sheet", [HEADINGS, ("=1+1", *ROW[1:])]))
    computed = changed(data, "xl/worksheets/sheet1.xml", b"<v></v>", b"<v>2</v>")
    computed = changed(computed, "xl/worksheets/sheet1.xml", b"<v />", b"<v>2</v>")
    file = read_agenda(computed, "agenda.xlsx", "Europe/Oslo")
    assert [session.title for session in file.agenda.sessions] == ["2"]


def test_error_value_is_an_error_with_its_row(workbook: MakeWorkbook) -> None:
    data = workbook(("Sheet", [HEADINGS, ("Opening", "#REF!", time(9), time(10))]))
    message = "This cell holds the error #REF!; write the value itself."
    assert problems(data) == refused(message, "row 2")


def test_zip_bomb_is_refused_before_it_is_unpacked(workbook: MakeWorkbook) -> None:
    written = BytesIO(workbook(("Sheet", [HEADINGS, ROW])))
    with ZipFile(written, "a", ZIP_DEFLATED) as parts:
        parts.writestr("xl/media/big.bin", bytes(70 * 1024 * 1024))
    message = "This workbook is too big once unpacked; keep only the agenda in it."
    assert problems(written.getvalue()) == refused(message)


def test_merge_of_the_whole_sheet_is_refused(workbook: MakeWorkbook) -> None:
    data = workbook(("Sheet", [HEADINGS, ROW]), merged=["F1:G1"])
    wide = changed(data, "xl/worksheets/sheet1.xml", b'ref="F1:G1"', b'ref="F1:XFD1048576"')
    message = "The merged cells of this workbook span too much; undo the widest of them."
    assert problems(wide) == refused(message)


def test_lone_cell_in_the_far_corner_costs_nothing(workbook: MakeWorkbook) -> None:
    book = load_workbook(BytesIO(workbook(("Sheet", [HEADINGS, ROW]))))
    book.active["XFD1048576"] = "hello"
    assert problems(saved(book)) == []


def test_workbook_with_an_empty_sheet_is_refused(workbook: MakeWorkbook) -> None:
    message = (
        "The file is empty; an agenda has a row of headings such as Title, Date, Start, End, Room."
    )
    assert problems(workbook(("Sheet", []))) == refused(message)


def test_hidden_sheet_is_not_read(workbook: MakeWorkbook) -> None:
    old = ("Old", date(2029, 5, 6), time(9), time(10))
    book = load_workbook(BytesIO(workbook(("Now", [HEADINGS, ROW]), ("Old", [HEADINGS, old]))))
    book["Old"].sheet_state = "hidden"
    file = read_agenda(saved(book), "agenda.xlsx", "Europe/Oslo")
    assert [session.title for session in file.agenda.sessions] == ["Opening"]


def test_dates_counted_from_1904_are_right(workbook: MakeWorkbook) -> None:
    book = load_workbook(BytesIO(workbook(("Sheet", [HEADINGS, ("Opening", 46147, 0.375, 0.5)]))))
    book.epoch = book.epoch.replace(1904, 1, 1)
    file = read_agenda(saved(book), "agenda.xlsx", "Europe/Oslo")
    assert [s.starts.isoformat() for s in file.agenda.sessions] == ["2030-05-06T09:00:00+02:00"]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"PK\x03\x04 and then nothing of use",
         "This workbook is damaged; open it and save it again as .xlsx."),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
         "This is an old Excel file (.xls), or one with a password; "
         "save it as .xlsx without a password."),
        (b"%PDF-1.7 ...",
         "This is no table; save what is in it as an Excel workbook (.xlsx), a csv file, a "
         "calendar (.ics) or schedule JSON."),
        (b"\xef\xbb\xbf\n<html><table><tr><td>Title</td></tr></table></html>",
         "This is a web page or XML inside; open it and save it as an Excel workbook (.xlsx), a "
         "csv file, a calendar (.ics) or schedule JSON."),
        (bytes(range(256)) * 4,
         "This file holds no text that can be read; save it as .xlsx or as UTF-8."),
    ],
)  # fmt: skip
def test_file_of_another_kind_is_refused_in_one_sentence(data: bytes, message: str) -> None:
    assert problems(data) == refused(message)


def test_workbook_cut_off_anywhere_never_raises(workbook: MakeWorkbook) -> None:
    data = workbook(("Sheet", [HEADINGS, ROW]))
    for end in range(1, len(data), 97):
        assert problems(data[:end])[0].severity is Severity.ERROR


def test_damaged_sheet_is_one_error(workbook: MakeWorkbook) -> None:
    data = workbook(("Sheet", [HEADINGS, ROW]))
    damaged = changed(data, "xl/worksheets/sheet1.xml", b"</row>", b"</wor>")
    message = (
        "agenda.xlsx cannot be read as an Excel workbook (.xlsx), a csv file, a calendar (.ics) "
        "or schedule JSON; save it again."
    )
    assert problems(damaged) == refused(message)


@pytest.mark.parametrize("part", ["xl/worksheets/sheet1.xml", "xl/worksheets/other.bin"])
def test_workbook_of_too_many_cells_is_refused_wherever_they_are(
    workbook: MakeWorkbook, part: str
) -> None:
    written = BytesIO(workbook(("Sheet", [HEADINGS, ROW])))
    with ZipFile(written) as before, ZipFile(many := BytesIO(), "w", ZIP_DEFLATED) as after:
        for name in before.namelist():
            content = before.read(name).replace(b"worksheets/sheet1.xml", part[3:].encode())
            if name == "xl/worksheets/sheet1.xml":
                row = b"<row r='9'>" + b"<c/><c><v/></c>" * 300_000 + b"</row></sheetData>"
                name, content = part, content.replace(b"</sheetData>", row)
            after.writestr(name, content)
    message = "This workbook has too many cells; keep only the agenda in it."
    assert problems(many.getvalue()) == refused(message)


@pytest.mark.parametrize(
    "entity", [b'"lol"> <!ENTITY b "&a;&a;">', b'SYSTEM "file:///etc/hostname"> <!ENTITY b "">']
)
def test_workbook_that_defines_entities_is_refused(workbook: MakeWorkbook, entity: bytes) -> None:
    data = workbook(("Sheet", [HEADINGS, ROW]))
    cell = b"<sheetData><row r='9'><c r='A9' t='inlineStr'><is><t>&a;</t></is></c></row>"
    part = "xl/worksheets/sheet1.xml"
    hostile = changed(
        data, part, b"<worksheet", b"<!DOCTYPE x [<!ENTITY a " + entity + b"]><worksheet"
    )
    assert problems(changed(hostile, part, b"<sheetData>", cell))[0].severity is Severity.ERROR
