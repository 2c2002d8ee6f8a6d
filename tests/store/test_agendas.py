"""Agenda versions come back as they went in; the newest one holds."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import Engine

from meeting.agenda import Agenda, Room, Session
from store.agendas import Agendas, AgendaVersion

OSLO = ZoneInfo("Europe/Oslo")
NINE = datetime(2030, 5, 6, 9, 0, tzinfo=OSLO)
AGENDA = Agenda(
    "Europe/Oslo",
    (
        Session("s1", "Opening", NINE, NINE + timedelta(hours=1), "fram", ("anna",), plenary=True),
        Session(
            "s2", "Coffee", NINE + timedelta(hours=1), NINE + timedelta(hours=2), is_break=True
        ),
    ),
    (Room("fram", "Fram", "second floor", 40, "anna"), Room("nobel", "Nobel")),
)


def test_no_agenda_is_a_normal_state(engine: Engine) -> None:
    assert (Agendas(engine).newest_number(), Agendas(engine).newest()) == (0, None)


def test_agenda_comes_back_as_it_went_in_with_its_zone(engine: Engine, noon: datetime) -> None:
    number = Agendas(engine).add(AGENDA, "first", noon)
    found = Agendas(engine).newest()
    assert found == AgendaVersion(number, AGENDA, "first", noon)
    assert found.agenda.sessions[0].starts.tzinfo == OSLO


def test_newest_agenda_holds(engine: Engine, noon: datetime) -> None:
    agendas = Agendas(engine)
    agendas.add(AGENDA, "first", noon)
    second = agendas.add(Agenda("Europe/Oslo"), "emptied", noon)
    newest = agendas.newest()
    assert newest is not None
    assert (agendas.newest_number(), newest.number, newest.note) == (second, second, "emptied")
