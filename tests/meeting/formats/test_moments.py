"""Dates and times in spreadsheets and csv, as people really write them."""

from datetime import date, datetime, time, timedelta

import pytest

from meeting.formats.problems import Problem, Severity
from tests.meeting.formats.agendas import DAY, HEADINGS, at, errors, read, times, wall
from tests.meeting.formats.conftest import MakeWorkbook


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
