"""Agenda versions come back as they went in; the newest one holds."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import Engine

from meeting.agenda import Agenda, Room, Session
from store.agendas import (
    AgendaLabel,
    Agendas,
    AgendaVersion,
    NewAgenda,
    add_agenda,
    hold_newest,
)
from store.dialects import writing

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


def test_versions_are_found_by_number_and_by_what_came_before(
    engine: Engine, noon: datetime
) -> None:
    agendas = Agendas(engine)
    first = agendas.add(AGENDA, "first", noon)
    second = agendas.add(Agenda("Europe/Oslo"), "emptied", noon)
    assert (
        agendas.get(first) == agendas.before(second) == AgendaVersion(first, AGENDA, "first", noon)
    )
    assert (agendas.get(second + 1), agendas.before(first)) == (None, None)


def test_released_version_keeps_who_released_it_and_under_which_name(
    engine: Engine, noon: datetime
) -> None:
    agendas = Agendas(engine)
    agendas.add(AGENDA, "first", noon)
    with writing(engine) as connection:
        assert hold_newest(connection) == 1
        new = NewAgenda(AGENDA, "Flood", "Fram is flooded.", 7, quiet=False)
        number = add_agenda(connection, new, noon)
    assert agendas.labels() == (
        AgendaLabel(number, "Fram is flooded.", noon, "Flood", 7, quiet=False),
        AgendaLabel(1, "first", noon, "", None, quiet=True),
    )


def test_meeting_without_an_agenda_has_an_empty_one_with_the_number_0(engine: Engine) -> None:
    empty = Agendas(engine).newest_or_empty("Europe/Oslo")
    assert (empty.number, empty.agenda) == (0, Agenda("Europe/Oslo"))
    with writing(engine) as connection:
        assert hold_newest(connection) == 0
