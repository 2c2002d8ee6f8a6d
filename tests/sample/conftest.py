"""The sample meeting's files as the organiser's command reads them, once for all tests."""

from pathlib import Path

import pytest

from meeting.agenda import Agenda
from meeting.formats.agenda_file import read_agenda
from meeting.formats.drafts import AgendaFile
from meeting.formats.logistics_file import LogisticsFile, read_logistics
from meeting.formats.people_file import PeopleFile, read_people
from meeting.people import Person

SAMPLE = Path(__file__).parents[2] / "sample"


@pytest.fixture(scope="session")
def agenda_file() -> AgendaFile:
    return read_agenda((SAMPLE / "agenda.xlsx").read_bytes(), "agenda.xlsx", "Europe/Oslo")


@pytest.fixture(scope="session")
def agenda(agenda_file: AgendaFile) -> Agenda:
    return agenda_file.agenda


@pytest.fixture(scope="session")
def people_file(agenda: Agenda) -> PeopleFile:
    return read_people((SAMPLE / "people.csv").read_bytes(), "people.csv", agenda)


@pytest.fixture(scope="session")
def people(people_file: PeopleFile) -> tuple[Person, ...]:
    return people_file.people


@pytest.fixture(scope="session")
def logistics_file() -> LogisticsFile:
    return read_logistics((SAMPLE / "logistics.toml").read_bytes(), "logistics.toml", "en")
