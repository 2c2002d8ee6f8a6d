"""Agenda, people and practical matters as files bring them in: read, checked, then applied."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from meeting.agenda import Agenda
from meeting.clock import Clock
from meeting.formats.agenda_file import read_agenda
from meeting.formats.checks import check
from meeting.formats.drafts import AgendaFile
from meeting.formats.known_people import with_keys
from meeting.formats.logistics_file import LogisticsFile, read_logistics
from meeting.formats.people_file import PeopleFile, read_people
from meeting.formats.problems import Problem, Severity
from meeting.people import Person
from store.agendas import Agendas
from store.logistics import Logistics
from store.people import PeopleRows, PersonRow

NO_ORGANISER = (
    "This list would leave the meeting without an organiser; "
    "keep one organiser on it, with that role or none in its column."
)


@dataclass(frozen=True, slots=True)
class PeopleChange:
    """Who is new on the list, who changed, who is gone, and how many stay as they were. With an
    error among `problems` nothing was applied."""

    problems: tuple[Problem, ...]
    notes: tuple[str, ...] = ()
    new: tuple[Person, ...] = ()
    changed: tuple[Person, ...] = ()
    gone: tuple[Person, ...] = ()
    unchanged: int = 0

    @property
    def is_first_list(self) -> bool:
        """Whether nobody was listed before."""
        return not (self.changed or self.gone or self.unchanged)


class Intake:
    def __init__(
        self,
        agendas: Agendas,
        people: PeopleRows,
        logistics: Logistics,
        clock: Clock,
        zone: str,
        days: tuple[date, date] | None,
        language: str,
        people_changed: Callable[[], object] = lambda: None,
    ) -> None:
        """`zone`: the meeting's, an IANA name; `days`: its first and last day; `language`: of
        practical matters that name none; `people_changed` is called after a new list."""
        self._agendas = agendas
        self._people = people
        self._logistics = logistics
        self._clock = clock
        self._zone = zone
        self._days = days
        self._language = language
        self._people_changed = people_changed

    def agenda(self) -> Agenda:
        """The agenda that holds; an empty one where there is none yet."""
        newest = self._agendas.newest()
        return newest.agenda if newest else Agenda(self._zone)

    def read_agenda(self, data: bytes, name: str) -> AgendaFile:
        """An agenda with everything that is wrong or odd about it; nothing is applied."""
        people = [row.person for row in self._people.everybody() if row.listed]
        file = read_agenda(data, name, self._zone, self._days)
        return check(replace(file, agenda=with_keys(file.agenda, people)), people, self._days)

    def apply_agenda(self, file: AgendaFile, note: str) -> int | None:
        """Make it the agenda that holds: its number; None where it is the same as before.

        Raises ValueError for a file with errors.
        """
        if file.has_errors:
            raise ValueError("an agenda with errors is never applied")
        newest = self._agendas.newest()
        if newest and newest.agenda == file.agenda:
            return None
        return self._agendas.add(file.agenda, note, self._clock.now())

    def people(self, data: bytes, name: str) -> PeopleChange:
        """Make this the list of participants; people are known by their keys."""
        file = read_people(data, name, self.agenda())
        if any(problem.severity is Severity.ERROR for problem in file.problems):
            return PeopleChange(file.problems, file.notes)
        before = self._people.replace_list(file.people, keep_sessions=not file.names_sessions)
        if before is None:
            refusal = Problem(Severity.ERROR, "", NO_ORGANISER)
            return PeopleChange((*file.problems, refusal), file.notes)
        self._people_changed()
        return _compared(file, before)

    def logistics(self, data: bytes, name: str) -> tuple[LogisticsFile, bool]:
        """Make these the practical matters, unless there is an error among the problems; whether
        anything changed."""
        file = read_logistics(data, name, self._language)
        if file.has_errors or file.entries == self._logistics.entries():
            return file, False
        self._logistics.replace(file.entries)
        return file, True


def _compared(file: PeopleFile, before: Sequence[PersonRow]) -> PeopleChange:
    known = {row.person.key.casefold(): row.person for row in before if row.listed}
    keys = {person.key.casefold() for person in file.people}
    staying = [p for p in file.people if p.key.casefold() in known]
    changed = [p for p in staying if not _same(p, known[p.key.casefold()], file.names_sessions)]
    return PeopleChange(
        problems=file.problems,
        notes=file.notes,
        new=tuple(p for p in file.people if p.key.casefold() not in known),
        changed=tuple(changed),
        gone=tuple(person for key, person in known.items() if key not in keys),
        unchanged=len(staying) - len(changed),
    )


def _same(listed: Person, known: Person, names_sessions: bool) -> bool:
    """A role that the list does not give is the one that somebody has; so are sessions."""
    role = listed.role or known.role
    sessions = tuple(sorted(set(listed.sessions if names_sessions else known.sessions)))
    return replace(listed, role=role, sessions=sessions) == replace(
        known, sessions=tuple(sorted(known.sessions))
    )
