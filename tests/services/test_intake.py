"""What comes in is applied whole or not at all, and once."""

from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import Engine

from meeting.agenda import Agenda, Room, Session
from meeting.formats.problems import Problem, Severity
from meeting.people import Community, Person, Role
from services.intake import NO_ORGANISER, Intake, PeopleChange
from store.agendas import Agendas
from store.database import prepare
from store.logistics import Logistics
from store.people import PeopleRows
from tests.new_store import put_new_store
from tests.services.conftest import NOON, Hand

NINE = datetime(2030, 5, 6, 9, tzinfo=ZoneInfo("Europe/Oslo"))
AGENDA = b"id,title,date,start,end,room,speakers\ns1,Opening,2030-05-06,9:00,10:00,Fram,Anna Berg\n"
OPENING = Session("s1", "Opening", NINE, NINE + timedelta(hours=1), "fram")
HEAD = "key,name,role\n"


@pytest.fixture
def engine(tmp_path: Path) -> Engine:
    return prepare(put_new_store(tmp_path))


@pytest.fixture
def intake(engine: Engine) -> Intake:
    days = (date(2030, 5, 6), date(2030, 5, 7))
    parts = Agendas(engine), PeopleRows(engine), Logistics(engine)
    return Intake(*parts, Hand(), "Europe/Oslo", days, "en")


def people(intake: Intake, rows: str) -> PeopleChange:
    return intake.people(f"{HEAD}{rows}".encode(), "people.csv")


def test_agenda_becomes_a_version_once(engine: Engine, intake: Intake) -> None:
    file = intake.read_agenda(AGENDA, "a.csv")
    assert intake.agenda() == Agenda("Europe/Oslo")
    number = intake.apply_agenda(file, "a.csv")
    newest = Agendas(engine).newest()
    assert newest is not None
    assert (newest.number, newest.agenda, newest.note, newest.created_at) == (
        number, file.agenda, "a.csv", NOON,
    )  # fmt: skip
    assert intake.apply_agenda(intake.read_agenda(AGENDA, "b.csv"), "b.csv") is None
    assert Agendas(engine).newest_number() == number


def test_agenda_with_an_error_is_never_applied(engine: Engine, intake: Intake) -> None:
    file = intake.read_agenda(AGENDA + b",,,,,,\nx,,2030-05-06,9:00,10:00,,\n", "a.csv")
    assert [session.session_id for session in file.agenda.sessions] == ["s1"]
    with pytest.raises(ValueError, match="never applied"):
        intake.apply_agenda(file, "a.csv")
    assert Agendas(engine).newest_number() == 0


def test_name_of_somebody_on_the_list_becomes_their_key(intake: Intake) -> None:
    people(intake, "anna,Anna Berg,\nli,Li Wei,\nomar,Omar Said,\n")
    data = AGENDA.replace(b"Anna Berg", b'"ANNA BERG, Omar Said; LI; Lena Holm, Ministry"')
    sessions = intake.read_agenda(data, "a.csv").agenda.sessions
    assert [session.speakers for session in sessions] == [
        ("anna", "omar", "li", "Lena Holm, Ministry")
    ]


def test_checks_know_the_meetings_days_and_people(intake: Intake) -> None:
    people(intake, "anna,Anna Berg,\n")
    data = AGENDA.replace(b"2030-05-06", b"2030-05-09").replace(b"Anna Berg", b"anne")
    assert [problem.message for problem in intake.read_agenda(data, "a.csv").problems] == [
        "“Opening” is on 2030-05-09; the meeting is 2030-05-06 to 2030-05-07.",
        "anne is not on the list of participants.",
    ]


def test_list_says_who_is_new_changed_and_gone(intake: Intake) -> None:
    anna, omar, li = Person("anna", "Anna"), Person("omar", "Omar"), Person("li", "Li")
    first = people(intake, "anna,Anna,\nomar,Omar,\nli,Li,\n")
    assert first == PeopleChange((), new=(anna, omar, li))
    again = people(intake, "ANNA,Anna,\nomar,Omar Said,\nmia,Mia,\n")
    assert [p.name for p in again.new] == ["Mia"]
    assert [p.name for p in again.changed] == ["Anna", "Omar Said"]
    assert [p.name for p in again.gone] == ["Li"]
    assert people(intake, "ANNA,Anna,\nomar,Omar Said,\nmia,Mia,\n").unchanged == 3


def test_list_with_an_error_changes_nothing(engine: Engine, intake: Intake) -> None:
    people(intake, "anna,Anna,\n")
    before = PeopleRows(engine).everybody()
    problem = Problem(Severity.ERROR, "row 3", "The name of li is missing.")
    assert people(intake, "omar,Omar,\nli,,\n") == PeopleChange((problem,))
    assert PeopleRows(engine).everybody() == before


def test_role_that_the_list_leaves_out_is_kept(engine: Engine, intake: Intake) -> None:
    people(intake, "anna,Anna,organiser\nomar,Omar,\n")
    assert people(intake, "anna,Anna,\nomar,Omar,\n").unchanged == 2
    row = PeopleRows(engine).by_key("anna")
    assert row is not None
    assert row.person == Person("anna", "Anna", "", Community.OTHER, Role.ORGANISER)


@pytest.mark.parametrize("rows", ["anna,Anna,participant\nomar,Omar,\n", "omar,Omar,\n"])
def test_list_may_not_leave_the_meeting_without_an_organiser(intake: Intake, rows: str) -> None:
    people(intake, "anna,Anna,organiser\nomar,Omar,\n")
    assert people(intake, rows).problems == (Problem(Severity.ERROR, "", NO_ORGANISER),)
    assert people(intake, "omar,Omar,organiser\n").problems == ()


def test_sessions_are_found_by_their_titles(engine: Engine, intake: Intake) -> None:
    intake.apply_agenda(intake.read_agenda(AGENDA, "a.csv"), "a.csv")
    intake.people(b"key,name,sessions\nanna,Anna,opening\n", "people.csv")
    row = PeopleRows(engine).by_key("anna")
    assert row is not None
    assert row.person.sessions == ("s1",)


def test_list_without_a_column_of_sessions_keeps_who_is_where(
    engine: Engine, intake: Intake
) -> None:
    intake.people(b"key,name,sessions\nanna,Anna,s1\nomar,Omar,\n", "people.csv")
    assert people(intake, "anna,Anna,\nomar,Omar,\n").unchanged == 2
    sessions = [row.person.sessions for row in PeopleRows(engine).everybody()]
    assert sessions == [("s1",), ()]
    changed = intake.people(b"key,name,sessions\nanna,Anna,\nomar,Omar,\n", "people.csv").changed
    assert [person.key for person in changed] == ["anna"]
    assert [row.person.sessions for row in PeopleRows(engine).everybody()] == [(), ()]


def test_logistics_are_replaced_once_and_never_with_an_error(
    engine: Engine, intake: Intake
) -> None:
    good = b'[[entry]]\ntopic = "wifi"\ntext = "Fjord"\n'
    assert intake.logistics(good, "l.toml")[1]
    assert not intake.logistics(good, "l.toml")[1]
    assert not intake.logistics(b'[[entry]]\ntopic = "wifi"\n', "l.toml")[1]
    assert [entry.texts for entry in Logistics(engine).entries()] == [{"en": "Fjord"}]


def test_rooms_are_part_of_the_agenda(intake: Intake) -> None:
    assert intake.read_agenda(AGENDA, "a.csv").agenda.rooms == (Room("fram", "Fram"),)
