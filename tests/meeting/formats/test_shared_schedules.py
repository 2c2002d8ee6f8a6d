"""Real schedules come in, or are refused with a reason that a person understands."""

from pathlib import Path

import pytest

from meeting.formats.agenda_file import read_agenda
from meeting.formats.frab_out import write_frab
from meeting.formats.ical import write_calendar

SCHEDULES = Path(__file__).parents[4] / "shared/schedules"
pytestmark = pytest.mark.skipif(not SCHEDULES.is_dir(), reason="needs ../shared/schedules")
SESSIONS = {"frab-camp2019.json": 79, "pretalx-democon.json": 36, "voc-example.xlsx": 0}
NO_END = "There is no column that says when a session ends; add one, End or Duration (min)."


def test_real_schedules_come_in_or_say_what_is_missing() -> None:
    files = {p.name: read_agenda(p.read_bytes(), p.name, "Europe/Oslo") for p in _schedules()}
    assert {name: len(file.agenda.sessions) for name, file in files.items()} == SESSIONS
    said = {name: [p.message for p in file.problems] for name, file in files.items()}
    assert said == {
        "frab-camp2019.json": [],
        "pretalx-democon.json": [],
        "voc-example.xlsx": [NO_END],
    }


@pytest.mark.parametrize("write", [write_frab, write_calendar])
def test_real_schedules_come_back_the_same(write: object) -> None:
    for path in _schedules():
        agenda = read_agenda(path.read_bytes(), path.name, "Europe/Oslo").agenda
        if agenda.sessions:
            again = read_agenda(write(agenda, "x"), "again", "Europe/Oslo")  # type: ignore[operator]
            assert (again.agenda, again.problems) == (agenda, ())


def _schedules() -> list[Path]:
    return [path for path in sorted(SCHEDULES.iterdir()) if path.name in SESSIONS]
