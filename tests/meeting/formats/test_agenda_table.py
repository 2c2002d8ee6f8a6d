"""Agendas in spreadsheets and csv, as people really write them."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from meeting.agenda import Agenda, Room, Session
from meeting.formats.agenda_file import read_agenda
from meeting.formats.drafts import AgendaFile
from meeting.formats.problems import Problem, Severity
from tests.meeting.formats.conftest import MakeWorkbook

OSLO = ZoneInfo("Europe/Oslo")
HEADINGS = ("Title", "Date", "Start", "End", "Room")
DAY = date(2030, 5, 6)


def at(hour: int, minute: int = 0, day: int = 6) -> datetime:
    return datetime(2030, 5, day, hour, minute, tzinfo=OSLO)


def wall(hour: int, minute: int = 0) -> datetime:
    """A moment as cells hold it."""
    return at(hour, minute).replace(tzinfo=None)


def read(data: bytes | str, days: tuple[date, date] | None = None) -> AgendaFile:
    raw = data.encode() if isinstance(data, str) else data
    return read_agenda(raw, "agenda.xlsx", "Europe/Oslo", days)


def times(data: bytes | str, days: tuple[date, date] | None = None) -> list[tuple[object, object]]:
    file = read(data, days)
    assert file.problems == ()
    return [(session.starts, session.ends) for session in file.agenda.sessions]


def errors(data: bytes | str) -> list[tuple[str, str]]:
    """Rows and messages of a file that must not be applied."""
    file = read(data)
    assert {problem.severity for problem in file.problems} == {Severity.ERROR}
    return [(problem.row, problem.message) for problem in file.problems]


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
    ("day", "start", "end"),
    [
        (DAY, time(9), time(10, 30)),
        (wall(0), wall(9).replace(1899, 12, 30), time(10, 30)),
        (47609, 9 / 24, 10.5 / 24),
        (None, 47609.375, 47609.4375),
        (None, wall(9), wall(10, 30)),
        ("2030-05-06", "09:00", "10:30"),
        ("2030/05/06", "9.00", "10.30"),
        ("6 May 2030", "9 am", "10:30 AM"),
        ("lundi 6 mai 2030", "9h", "10h30"),
        ("6.5.2030", "9:00:00", "10 h 30"),
        ("2030-05-06", "09:00 – 10:30", None),
        (None, "2030-05-06 09:00", "2030-05-06T08:30Z"),
    ],
)
def test_dates_and_times_in_many_forms(
    workbook: MakeWorkbook, day: object, start: object, end: object
) -> None:
    data = workbook(("Sheet", [HEADINGS, ("Opening", day, start, end, None)]))
    assert times(data) == [(at(9), at(10, 30))]


@pytest.mark.parametrize(
    "length",
    [90, "90", "90 min", "1:30", "1h30", "1 h 30", "01:30:00", time(1, 30), timedelta(hours=1.5),
     1.5 / 24],
)  # fmt: skip
def test_durations_in_many_forms(workbook: MakeWorkbook, length: object) -> None:
    rows = [("Title", "Date", "Start", "Duration"), ("Opening", DAY, time(9), length)]
    assert times(workbook(("Sheet", rows))) == [(at(9), at(10, 30))]


def test_hours_are_not_taken_for_minutes() -> None:
    assert times("title,date,start,duration (h)\nA,2030-05-06,9:00,1.5\n") == [(at(9), at(10, 30))]


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        (("06/05/2030", "13/05/2030"), (6, 13)),
        (("05/06/2030", "05/13/2030"), (6, 13)),
        (("06.05.2030", "07.05.2030"), (6, 7)),
        (("6/5/30", "13/5/30"), (6, 13)),
    ],
)
def test_day_or_month_first_is_told_from_the_whole_column(
    dates: tuple[str, str], expected: tuple[int, int]
) -> None:
    rows = "".join(f"T{number},{day},9:00,10:00\n" for number, day in enumerate(dates))
    first, second = expected
    assert times(f"title,date,start,end\n{rows}") == [
        (at(9, day=first), at(10, day=first)),
        (at(9, day=second), at(10, day=second)),
    ]


def test_date_that_may_be_two_is_refused_unless_the_meetings_days_tell() -> None:
    data = "title,date,start,end\nA,05/06/2030,9:00,10:00\n"
    message = "“05/06/2030” may be two different dates; write dates as 2030-06-05."
    assert errors(data) == [("row 2", message)]
    assert times(data, (date(2030, 5, 5), date(2030, 5, 7))) == [(at(9), at(10))]


def test_blank_date_is_taken_from_above_with_a_warning() -> None:
    file = read("title,date,start,end\nA,2030-05-06,9:00,10:00\nB,,10:00,11:00\n")
    assert [session.starts for session in file.agenda.sessions] == [at(9), at(10)]
    assert file.problems == (
        Problem(Severity.WARNING, "row 3", "There is no date; 2030-05-06 is taken from above."),
    )


def test_end_at_midnight_is_the_end_of_the_day() -> None:
    data = "title,date,start,end\nA,2030-05-06,22:00,00:00\nB,2030-05-07,22:00,24:00\n"
    assert times(data) == [(at(22), at(0, day=7)), (at(22, day=7), at(0, day=8))]


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


def test_time_that_comes_twice_is_the_earlier_one_with_a_warning() -> None:
    file = read("title,date,start,end\nNight watch,2030-10-27,2:30,4:00\n")
    assert [session.starts.isoformat() for session in file.agenda.sessions] == [
        "2030-10-27T02:30:00+02:00"
    ]
    assert file.problems == (
        Problem(
            Severity.WARNING,
            "row 2",
            "02:30 comes twice on 27 October 2030, as clocks go back; the earlier one is taken.",
        ),
    )


def test_duration_is_real_time_across_a_clock_change() -> None:
    file = read("title,date,start,duration\nNight watch,2030-03-31,1:30,60\n")
    assert [session.ends.isoformat() for session in file.agenda.sessions] == [
        "2030-03-31T03:30:00+02:00"
    ]


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


@pytest.mark.parametrize(
    ("said", "start", "end"),
    [
        ("09:30-10:15", at(9, 30), at(10, 15)),
        ("0930 – 1015", at(9, 30), at(10, 15)),
        ("de 9h30 à 10h15", at(9, 30), at(10, 15)),
        ("From 9.30 till 10.15", at(9, 30), at(10, 15)),
        ("9:30 ~ 10:15 hrs", at(9, 30), at(10, 15)),
        ("2:00 – 3:30 pm", at(14), at(15, 30)),
        ("2-3:30 PM", at(14), at(15, 30)),
        ("11:30 - 1 p.m.", at(11, 30), at(13)),
        ("9 - 10 am", at(9), at(10)),
    ],
)
def test_two_times_in_one_cell(said: str, start: datetime, end: datetime) -> None:
    assert times(f"title,date,time\nA,2030-05-06,{said}\n") == [(start, end)]


def test_start_without_its_half_of_the_day_has_that_of_the_end() -> None:
    assert times("title,date,start,end\nA,2030-05-06,1:30,3 pm\n") == [(at(13, 30), at(15))]


def test_fraction_of_a_day_in_text_unless_it_may_be_minutes() -> None:
    rows = "A,47609,0.375,0.4166666667\nB,47610,0.5,0.75\n"
    assert times(f"title,date,start,end\n{rows}") == [
        (at(9), at(10)), (at(12, day=7), at(18, day=7)),
    ]  # fmt: skip
    assert times("title,date,start,end\nA,2030-05-06,0.30,1.30\n") == [(at(0, 30), at(1, 30))]


def test_date_alone_in_its_row_is_that_of_the_rows_below() -> None:
    rows = "Monday 6 May 2030,,\n9:00-10:00,A,Fram\n07.05.2030,,\n9:00-10:00,B,Fram\n"
    assert times(f"Time,Session,Room\n{rows}") == [
        (at(9), at(10)), (at(9, day=7), at(10, day=7)),
    ]  # fmt: skip


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
