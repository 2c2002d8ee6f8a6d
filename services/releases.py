"""A draft becomes the agenda that holds, and those concerned are told: all of it, or nothing."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from meeting.agenda import Agenda
from meeting.agenda_drafts import shortened
from meeting.clock import Clock
from meeting.concerned import concerned
from meeting.delivery import State
from meeting.notices import ChangedLine
from meeting.people import Participant
from meeting.release_warnings import DropsAll, warnings
from meeting.session_changes import SessionChange
from meeting.telling import Lines, line
from services.agenda_drafts import AgendaDrafts
from services.draft_views import attendees
from services.errors import AskTwice, DraftMoved, NothingChanges
from store.agendas import Agendas, NewAgenda
from store.candidates import CandidateRow
from store.releases import NewRelease, ReleasedRow, ReleaseRows, Tell


@dataclass(frozen=True, slots=True)
class Released:
    """A version that holds now. `told`: people whom a message is on its way to; `not_linked`: those
    concerned who have never opened the bot; `unreachable`: those who cannot be written to any
    more. `name` is empty where nobody gave it one."""

    number: int
    told: int
    not_linked: int
    quiet: bool
    name: str
    unreachable: int = 0


class Releases:
    def __init__(
        self,
        rows: ReleaseRows,
        agendas: Agendas,
        drafts: AgendaDrafts,
        clock: Clock,
        zone: str,
        everybody: bool,
    ) -> None:
        """`zone`: the meeting's, an IANA name; `everybody`: whether all are told of a change to a
        session that all attend."""
        self._rows = rows
        self._agendas = agendas
        self._drafts = drafts
        self._clock = clock
        self._zone = zone
        self._everybody = everybody

    def release(
        self,
        person: Participant,
        draft_id: int,
        revision: int,
        quiet: bool,
        sure: bool = False,
    ) -> Released:
        """Make the draft the agenda that holds, and tell those concerned unless `quiet`.

        Raises AgendaDraftGone (the button was pressed twice); DraftMoved, with the draft as it is
        now, where `revision` is not what it holds or somebody was faster: it has to be looked at
        again; NothingChanges; AskTwice where all sessions are dropped and nobody is `sure`.
        """
        draft, before = self._drafts.one(person, draft_id)
        if draft.revision != revision:
            raise DraftMoved(self._drafts.view(person, draft_id))
        if draft.agenda == before:
            raise NothingChanges
        now = self._clock.now()
        if not sure:
            _ask_twice(before, draft.agenda, now)
        new = NewAgenda(draft.agenda, draft.title, draft.note or "", person.chat_id, quiet)
        release = NewRelease(draft.base, new, now, draft)
        row = self._rows.release(release, self._tell(before, draft.agenda, now))
        if row is None:
            raise DraftMoved(self._drafts.view(person, draft_id))
        return _released(row, new)

    def release_now(
        self, author: Participant, change: Callable[[Agenda], Agenda], name: str
    ) -> Released:
        """A change without a draft, for the host of a room; made on the newest agenda, again where
        somebody was faster. What `change` raises is raised. Raises NothingChanges."""
        row = None
        while row is None:
            newest = self._agendas.newest_or_empty(self._zone)
            before = newest.agenda
            after, now = change(before), self._clock.now()
            if after == before:
                raise NothingChanges
            new = NewAgenda(after, shortened(name), "", author.chat_id, quiet=False)
            row = self._rows.release(
                NewRelease(newest.number, new, now), self._tell(before, after, now)
            )
        return _released(row, new)

    def told(self, number: int) -> Mapping[State, int]:
        """How many people's messages about a version stand how; `cancelled` are those that a later
        version has taken the place of before they were sent."""
        return self._rows.told().get(number, {})

    def _tell(self, before: Agenda, after: Agenda, now: datetime) -> Tell:
        """What finds out who is told what, among the people on the list."""

        def tell(rows: Sequence[CandidateRow]) -> Mapping[int, Lines]:
            told = concerned(before, after, attendees(rows), now, self._everybody)
            keys = {row.person_id: row.folded_key for row in rows}
            said = _Said(each for lines in told.values() for each in lines)
            return {
                person_id: tuple(said(each, keys[person_id]) for each in theirs)
                for person_id, theirs in told.items()
            }

        return tell


class _Said:
    """The lines of changes, each made once for those whose part in it changes, and once for all
    others."""

    def __init__(self, changes: Iterable[SessionChange]) -> None:
        found = {each.session_id: each for each in changes}
        self._parts = {key: each.other_parts for key, each in found.items()}
        self._lines = {
            (key, own): line(each, own) for key, each in found.items() for own in (False, True)
        }

    def __call__(self, change: SessionChange, key: str) -> ChangedLine:
        return self._lines[change.session_id, key in self._parts[change.session_id]]


def _ask_twice(before: Agenda, after: Agenda, now: datetime) -> None:
    for warning in warnings(before, after, {}, {}, now):
        if isinstance(warning, DropsAll):
            raise AskTwice(warning.count)


def _released(row: ReleasedRow, new: NewAgenda) -> Released:
    return Released(
        number=row.number,
        told=row.told,
        not_linked=row.not_linked,
        quiet=new.quiet,
        name=new.name,
        unreachable=row.unreachable,
    )
