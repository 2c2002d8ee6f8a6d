"""Agendas as tests write them down and read them."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from meeting.formats.agenda_file import read_agenda
from meeting.formats.drafts import AgendaFile
from meeting.formats.problems import Severity

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
