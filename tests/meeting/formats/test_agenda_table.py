"""Agendas in spreadsheets and csv, as people really write them."""

from datetime import date, time, timedelta

import pytest

from meeting.agenda import Agenda, Room, Session
from meeting.formats.drafts import AgendaFile
from meeting.formats.problems import Problem, Severity
from tests.meeting.formats.agendas import DAY, HEADINGS, at, errors, read, wall
from tests.meeting.formats.conftest import MakeWorkbook


def test_workbook_with_rooms_gives_every_field(workbook: MakeWorkbook) -> None:
    columns = (
        "id", "title", "date", "start", "end", "room", "chair", "speakers", "rapporteur",
        "papers", "description", "block", "plenary", "break",
    )  # fmt: skip
    rows = [
        columns,
        ("s1", "Opening", DAY, time(9), time(10), "Fram", "anna", "Omar Said; Lena Holm", "li",
         "Costs, old and new; Harbour", "Welcome.", None, "yes", None),
        ("s2", "Coffee", DAY, time(10), time(10, 30), None, None, None, None, None, None, None,
         None, "x"),
    ]  # fmt: skip
    rooms = [("id", "name", "hint", "capacity", "host"), ("fram", "Fram", "Floor 2", 40, "anna")]
    file = read(workbook(("Agenda", rows), ("Rooms", rooms)))
    opening = Session(
        "s1", "Opening", at(9), at(10), "fram", ("anna",), ("Omar Said", "Lena Holm"), ("li",),
        ("Costs, old and new", "Harbour"), "Welcome.", plenary=True,
    )  # fmt: skip
    coffee = Session("s2", "Coffee", at(10), at(10, 30), is_break=True)
    fram = Room("fram", "Fram", "Floor 2", 40, "anna")
    assert file == AgendaFile(
        Agenda("Europe/Oslo", (opening, coffee), (fram,)), {"s1": "row 2", "s2": "row 3"}, ()
    )


def test_french_headings_in_any_order_below_a_title_with_columns_of_their_own() -> None:
    file = read(
        "Programme de la réunion;;;;;;\n"
        "Salle;Durée (min);Intitulé de trop;HEURE DE DEBUT;Titre;Jour;Président(e)\n"
        "Fram;90;?;9h30;Séance d’ouverture;06/05/2030;anna\n"
        "Nobel;45;?;14h;Clôture;13/05/2030;\n"
    )
    assert file.agenda.sessions == (
        Session("seance-d-ouverture", "Séance d’ouverture", at(9, 30), at(11), "fram", ("anna",)),
        Session("cloture", "Clôture", at(14, day=13), at(14, 45, 13), "nobel"),
    )
    assert file.problems == ()
    assert file.notes == ("Columns that were passed over: Intitulé de trop.",)


def test_speakers_in_numbered_columns_under_a_merged_heading(workbook: MakeWorkbook) -> None:
    rows = [
        ("Our meeting", None, None, None, "Speakers", None),
        ("Title", "Date", "Start", "End", 1, 2),
        ("Opening", DAY, time(9), time(10), "Anna Berg, Ministry", "Omar Said"),
    ]
    file = read(workbook(("Sheet", rows), merged=["E1:F1"]))
    assert [session.speakers for session in file.agenda.sessions] == [
        ("Anna Berg, Ministry", "Omar Said")
    ]


def test_merged_cells_hold_for_all_their_rows_and_a_banner_gives_the_date(
    workbook: MakeWorkbook,
) -> None:
    rows = [
        ("Title", "Start", "End", "Room"),
        ("Monday, 6 May 2030", None, None, None),
        ("Opening", time(9), time(10), "Fram"),
        ("Costs", time(10), time(11), None),
        ("Tuesday, 7 May 2030", None, None, None),
        ("Closing", time(9), time(10), "Nobel"),
        ("THE END", None, None, None),
    ]
    file = read(workbook(("Sheet", rows), merged=["A2:D2", "D3:D4", "A5:D5", "A7:D7"]))
    assert [(s.title, s.starts, s.room) for s in file.agenda.sessions] == [
        ("Opening", at(9), "fram"),
        ("Costs", at(10), "fram"),
        ("Closing", at(9, day=7), "nobel"),
    ]
    assert file.problems == ()


def test_one_sheet_a_day_makes_one_agenda(workbook: MakeWorkbook) -> None:
    monday = [HEADINGS, ("Opening", DAY, time(9), time(10), "Fram")]
    tuesday = [HEADINGS, ("Closing", date(2030, 5, 7), time(9), time(10), "Fram")]
    file = read(workbook(("Monday", monday), ("Tuesday", tuesday)))
    assert file.rows == {"opening": "sheet Monday, row 2", "closing": "sheet Tuesday, row 2"}


@pytest.mark.parametrize(
    ("row", "message"),
    [
        (",2030-05-06,9:00,10:00,", "The title is missing."),
        ("A,2030-05-06,,10:00,", "The start of “A” is missing."),
        ("A,2030-05-06,9:00,,", "The end of “A” is missing."),
        ("A,,9:00,10:00,", "The date is missing."),
        ("A,2030-05-06,11:00,10:00,",
         "“A” ends at 10:00, before its start at 11:00; if it ends on the next day, write the "
         "end with its date."),
        ("A,2030-05-06,9:00,25:00,", "“25:00” is no time of day; write times as 14:30."),
        ("A,2030-05-06,soon,10:00,", "“soon” is no time of day; write times as 14:30."),
        ("A,2030-02-30,9:00,10:00,", "“2030-02-30” is no date; write dates as 2030-05-06."),
        ("A,31/04/2030,9:00,10:00,", "“31/04/2030” is no date; write dates as 2030-05-06."),
        ("A,2030-05-06,2030-05-07 9:00,10:00,",
         "“2030-05-07 9:00” is no time of day; write times as 14:30."),
        ("A,2030-05-06,2030-05-07 09:00,10:00,",
         "The date is 2030-05-06, but the start says 2030-05-07."),
        ("A,2030-03-31,2:30,4:00,", "02:30 does not exist on 31 March 2030: clocks go forward."),
        ("A,9999-12-31,23:30,24:00,", "The year 9999 is too far away; check the date."),
        ("A,,0001-01-01 00:00,00:30,", "The year 1 is too far away; check the date."),
        ("A,,9999-12-31 22:00,24:00,", "The dates are out of all bounds; check them."),
    ],
)  # fmt: skip
def test_row_that_cannot_be_a_session_is_an_error_with_its_row(row: str, message: str) -> None:
    assert errors(f"title,date,start,end,room\n{row}\n") == [("row 2", message)]


def test_id_that_is_taken_or_too_long_is_an_error() -> None:
    data = "id,title,date,start,end\n1,A,2030-05-06,9:00,10:00\n1,B,2030-05-06,10:00,11:00\n"
    assert errors(data) == [("row 3", "The id 1 is already that of row 2.")]
    long = f"id,title,date,start,end\n{'1' * 201},A,2030-05-06,9:00,10:00\n"
    assert errors(long) == [("row 2", "The id of “A” is too long; write a short one.")]


def test_sessions_with_one_title_are_told_apart_and_others_keep_their_id_when_they_move() -> None:
    head = "title,date,start,end\n"
    rows = "Coffee,2030-05-06,10:00,11:00\nCoffee,2030-05-06,15:00,16:00\n"
    first = read(f"{head}{rows}Costs,2030-05-06,11:00,12:00\n")
    second = read(f"{head}{rows}Costs,2030-05-06,12:00,13:00\n")
    assert set(first.rows) == set(second.rows) == {"coffee-0506-1000", "coffee-0506-1500", "costs"}


def test_room_that_is_not_on_the_sheet_of_rooms_is_a_warning(workbook: MakeWorkbook) -> None:
    rows = [HEADINGS, ("A", DAY, time(9), time(10), "FRAM"), ("B", DAY, time(9), time(10), "Munch")]
    file = read(workbook(("Agenda", rows), ("Salles", [("Nom", "Places"), ("Fram", 40)])))
    assert file.agenda.rooms == (Room("fram", "Fram", capacity=40), Room("munch", "Munch"))
    assert file.problems == (
        Problem(Severity.WARNING, "row 3", "The room “Munch” is not in the list of rooms."),
    )


def test_break_is_known_by_its_title_only_where_no_column_says_so() -> None:
    rows = "Coffee break,2030-05-06,9:00,10:00,\nLunch and nutrition,2030-05-06,10:00,11:00,\n"
    said = read(f"title,date,start,end,break\n{rows}")
    unsaid = read(f"title,date,start,end,room\n{rows}")
    assert [s.is_break for s in said.agenda.sessions] == [False, False]
    assert [s.is_break for s in unsaid.agenda.sessions] == [True, False]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ("", "The file is empty."),
        (" \n\n", "The file is empty."),
        ("title,date,start,end\n", "There are headings, but no session below them."),
        ("a,b\n1,2\n",
         "The headings of an agenda were not found; an agenda has a row of headings such as "
         "Title, Date, Start, End, Room."),
        ("what we do,date,start,end\nA,2030-05-06,9:00,10:00\n",
         "There is no column for the titles of sessions; call one Title."),
        ("title,date,end\nA,2030-05-06,9:00\n",
         "There is no column for the start of a session; add one, such as Start."),
        ("title,date,start\nA,2030-05-06,9:00\n",
         "There is no column that says when a session ends; add one, End or Duration (min)."),
    ],
)  # fmt: skip
def test_file_that_is_no_agenda_is_refused_in_one_sentence(data: str, message: str) -> None:
    assert errors(data) == [("", message)]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_encoding_and_delimiter_are_found_out(encoding: str, delimiter: str) -> None:
    rows = [
        ["Titre", "Jour", "Début", "Fin", "Intervenants"],
        ["Clôture et suite à donner", "2030-05-06", "9:00", "10:00", "Hélène Lefèvre"],
    ]
    data = "\r\n".join(delimiter.join(row) for row in rows).encode(encoding)
    file = read(data)
    assert [(s.title, s.speakers) for s in file.agenda.sessions] == [
        ("Clôture et suite à donner", ("Hélène Lefèvre",))
    ]


def test_ten_thousand_rows_are_read(workbook: MakeWorkbook) -> None:
    start = wall(0)
    moments = [start + timedelta(minutes=10 * number) for number in range(10_000)]
    rows = [(f"Session {m:%m%d%H%M}", m.date(), m.time(), 10, "Fram") for m in moments]
    head = ("Title", "Date", "Start", "Duration", "Room")
    file = read(workbook(("Sheet", [head, *rows])))
    assert (len(file.agenda.sessions), file.problems) == (10_000, ())


@pytest.mark.parametrize(
    "heading", ["Speaker(s)", "Intervenant(e)s", "SPEAKERS:", "Speaker 1", "Orateur (facultatif)"]
)
def test_headings_with_endings_numbers_and_remarks(heading: str) -> None:
    file = read(f"title,Date (dd/mm/yyyy),start,end,{heading}\nA,13/05/2030,9:00,10:00,Omar Said\n")
    assert [s.speakers for s in file.agenda.sessions] == [("Omar Said",)]


def test_control_characters_and_odd_line_ends_stay_out() -> None:
    file = read('title,date,start,end,abstract\nA\x0bB,2030-05-06,9:00,10:00,"One\r\ntwo\u2028"\n')
    assert [(s.title, s.description) for s in file.agenda.sessions] == [("AB", "One\ntwo")]


@pytest.mark.parametrize(
    "heads",
    [
        "Nr.;Titel;Datum;Beginn;Ende;Ort;Vorsitz",
        "N°;Intitulé de la séance;Jour;Heure de début;Heure de fin;Salle;Présidence",
        "ID;Titre / Title;Datum;Start time (24h);Fin;Room/Salle;Chair|Présidence",
        "ID;Title;Date;Start;End;Room;Chair\nN°;Titre;Date;Début;Fin;Salle;Président(e)",
        ";Session;When;;;Where;Who\nID;Title;Date;Start;End;Room;Chair",
    ],
)
def test_headings_in_other_languages_in_two_and_twice(heads: str) -> None:
    file = read(f"{heads}\n1;Opening;06.05.2030;9:00;10.30 Uhr;Fram;anna\n")
    session = Session("1", "Opening", at(9), at(10, 30), "fram", ("anna",))
    assert (file.agenda.sessions, file.problems) == ((session,), ())


def test_note_below_the_table_is_a_warning_and_a_title_without_time_an_error() -> None:
    head = "id,title,date,start,end\na,A,2030-05-06,9:00,10:00\n,,,,\n"
    said = "Only “Subject to change” stands in this row; it is passed over."
    assert read(f"{head}Subject to change,,,,\n").problems == (
        Problem(Severity.WARNING, "row 4", said),
    )
    assert errors(f"{head},Dinner,,,\n") == [("row 4", "The start of “Dinner” is missing.")]


def test_title_merged_over_room_and_speakers_is_a_title_only(workbook: MakeWorkbook) -> None:
    rows = [
        ("Date", "Start", "End", "Title", "Room", "Speakers", "Abstract"),
        (DAY, time(12), time(13), "Lunch", None, None, None),
    ]
    file = read(workbook(("Sheet", rows), merged=["D2:G2"]))
    lunch = Session("lunch", "Lunch", at(12), at(13), is_break=True)
    assert (file.agenda, file.problems) == (Agenda("Europe/Oslo", (lunch,)), ())


def test_quotation_mark_left_open_swallows_no_rows() -> None:
    rows = 'A,2030-05-06,9:00,10:00,"A long\nB,2030-05-06,10:00,11:00,\n'
    message = "A quotation mark in line 2 is never closed; close it, or save the file as .xlsx."
    assert errors(f"title,date,start,end,abstract\n{rows}") == [("", message)]


def test_file_in_utf_32_is_refused_in_one_sentence() -> None:
    message = "This file holds no text that can be read; save it as .xlsx or as UTF-8."
    assert errors("title,date,start,end\n".encode("utf-32")) == [("", message)]


def test_columns_that_mean_nothing_are_named_but_not_without_end() -> None:
    more = ",".join(f"c{number}" for number in range(500))
    notes = read(f"title,date,start,end,{more}\nA,2030-05-06,9:00,10:00\n").notes
    first = ", ".join(f"c{number}" for number in range(12))
    assert notes == (f"Columns that were passed over: {first} and 488 more.",)
