"""Sessions as files give them, before they are checked, and what comes of a whole file."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from meeting.agenda import Agenda
from meeting.formats.problems import Problem, Severity


@dataclass(frozen=True, slots=True)
class AgendaFile:
    """An agenda as a file gives it.

    `rows` says where each session stands, by id; `notes` what was passed over on purpose. Where
    `problems` hold an error the agenda is not whole and must not be applied.
    """

    agenda: Agenda
    rows: Mapping[str, str]
    problems: tuple[Problem, ...]
    notes: tuple[str, ...] = ()

    @property
    def has_errors(self) -> bool:
        return any(problem.severity is Severity.ERROR for problem in self.problems)


@dataclass(frozen=True, slots=True)
class Draft:
    """A session before it is checked.

    A naive moment is wall time of the meeting's zone. `room` is a name or an id. `duration` counts
    where there is no end. `is_break` is None where the file does not say.
    """

    row: str
    title: str
    starts: datetime | None
    ends: datetime | None = None
    duration: timedelta | None = None
    session_id: str = ""
    room: str = ""
    chairs: tuple[str, ...] = ()
    speakers: tuple[str, ...] = ()
    rapporteurs: tuple[str, ...] = ()
    papers: tuple[str, ...] = ()
    description: str = ""
    block: str | None = None
    plenary: bool = False
    is_break: bool | None = None
