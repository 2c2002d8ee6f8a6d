"""The versions of the agenda: when each was released, by whom, what changed, who was told."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from meeting.agenda import Agenda
from meeting.changes import Change, SessionChange, by_session
from meeting.delivery import State
from services.draft_views import beside_sessions, count_changes
from services.errors import NotThere
from services.people import People
from store.agendas import AgendaLabel, Agendas
from store.releases import ReleaseRows


@dataclass(frozen=True, slots=True)
class VersionLine:
    """A version in the list. `name`, `note` and `author` may be empty: what came from the terminal
    has no author, and its file's name as note. `created_at` is aware, in the meeting's zone.
    `changes` counts the sessions and rooms that are other than in the version before; `told` says
    how many people's messages stand how, empty for a quiet one."""

    number: int
    name: str
    note: str
    author: str
    created_at: datetime
    quiet: bool
    changes: int
    told: Mapping[State, int]
    holds: bool


@dataclass(frozen=True, slots=True)
class VersionView:
    """A version, and what was changed with it."""

    line: VersionLine
    lines: tuple[SessionChange, ...]
    room_changes: tuple[Change, ...]


class AgendaHistory:
    """A version never changes, so what was counted once is kept at hand."""

    def __init__(self, rows: ReleaseRows, agendas: Agendas, people: People, zone: str) -> None:
        """`zone`: the meeting's, an IANA name."""
        self._rows = rows
        self._agendas = agendas
        self._people = people
        self._zone = ZoneInfo(zone)
        self._counts: dict[int, int] = {}

    def past(self) -> tuple[VersionLine, ...]:
        """All versions, newest first."""
        labels, told = self._agendas.labels(), self._rows.told()
        newest = labels[0].number if labels else 0
        return tuple(self._line(each, told.get(each.number, {}), newest) for each in labels)

    def version(self, number: int) -> VersionView:
        """One of them with its changes. Raises NotThere."""
        line = next((each for each in self.past() if each.number == number), None)
        if line is None:
            raise NotThere(f"there is no version {number}")
        before, after = self._both(number)
        return VersionView(line, by_session(before, after), beside_sessions(before, after))

    def _line(self, label: AgendaLabel, told: Mapping[State, int], newest: int) -> VersionLine:
        author = None if label.author is None else self._people.in_chat(label.author)
        return VersionLine(
            number=label.number,
            name=label.name,
            note=label.note,
            author=author.name if author else "",
            created_at=label.created_at.astimezone(self._zone),
            quiet=label.quiet,
            changes=self._count(label.number),
            told=told,
            holds=label.number == newest,
        )

    def _count(self, number: int) -> int:
        if number not in self._counts:
            self._counts[number] = count_changes(*self._both(number))
        return self._counts[number]

    def _both(self, number: int) -> tuple[Agenda, Agenda]:
        """The agenda before a version, and the one that it is."""
        nothing = Agenda(self._zone.key)
        before, after = self._agendas.before(number), self._agendas.get(number)
        return before.agenda if before else nothing, after.agenda if after else nothing
