"""What is odd about an agenda is told with its row, and nothing else is."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from meeting.agenda import Agenda, Room, Session, ordered
from meeting.formats.checks import check
from meeting.formats.drafts import AgendaFile
from meeting.people import Person

OSLO = ZoneInfo("Europe/Oslo")
NINE = datetime(2030, 5, 6, 9, tzinfo=OSLO)
HOUR = timedelta(hours=1)
DAYS = (date(2030, 5, 6), date(2030, 5, 7))
ANNA = Person("anna", "Anna Berg")


def session(name: str, hour: float, length: float = 1, **more: object) -> Session:
    starts = NINE + hour * HOUR
    return Session(name, name.upper(), starts, starts + length * HOUR, **more)  # type: ignore[arg-type]


def found(*sessions: Session, people: tuple[Person, ...] = ()) -> list[tuple[str, str]]:
    agenda = Agenda("Europe/Oslo", ordered(sessions), (Room("fram", "Fram"),))
    rows = {s.session_id: f"row {number}" for number, s in enumerate(sessions, 2)}
    checked = check(AgendaFile(agenda, rows, ()), people, DAYS)
    return [(problem.row, problem.message) for problem in checked.problems]


def test_two_sessions_in_one_room_at_one_time() -> None:
    clash = (
        session("a", 0, 2, room="fram"), session("b", 1, room="fram"), session("c", 1),
        session("d", 2, room="fram"),
    )  # fmt: skip
    assert found(*clash) == [
        ("row 3", "“B” is in Fram at the same time as “A” (row 2)."),
    ]


def test_long_session_clashes_with_each_of_those_it_covers() -> None:
    sessions = (session("a", 0, 5, room="fram"), session("b", 1, room="fram"))
    assert found(*sessions, session("c", 3, room="fram")) == [
        ("row 3", "“B” is in Fram at the same time as “A” (row 2)."),
        ("row 4", "“C” is in Fram at the same time as “A” (row 2)."),
    ]


def test_one_person_twice_at_one_time_whatever_the_case_of_the_key() -> None:
    sessions = (session("a", 0, chairs=("anna",)), session("b", 0.5, speakers=("Anna", "omar")))
    assert found(*sessions, session("c", 1.5, rapporteurs=("anna",))) == [
        ("row 3", "anna is in “B” and at the same time in “A” (row 2)."),
    ]


def test_day_outside_of_the_meeting() -> None:
    assert found(session("a", -24), session("b", 24), session("c", 48)) == [
        ("row 2", "“A” is on 2030-05-05; the meeting is 2030-05-06 to 2030-05-07."),
        ("row 4", "“C” is on 2030-05-08; the meeting is 2030-05-06 to 2030-05-07."),
    ]


def test_session_of_more_than_a_day() -> None:
    assert found(session("a", 0, 30), session("b", 0, 24)) == [("row 2", "“A” lasts 30 hours.")]


def test_key_that_is_not_on_the_list_but_no_name_and_nobody_without_a_list() -> None:
    speakers = session("a", 0, speakers=("ANNA", "annna", "Omar Said"))
    assert found(speakers, people=(ANNA,)) == [
        ("row 2", "annna is not on the list of participants."),
    ]
    assert found(speakers) == []


def test_date_that_has_lost_its_time() -> None:
    assert found(session("a", 15, 0), session("b", 1, 0)) == [
        ("row 2", "“A” starts and ends at 00:00."),
    ]
