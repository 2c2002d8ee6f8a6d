"""A draft of the agenda as its editor sees it: what changes, what is odd, who would be told."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from meeting.agenda import Agenda
from meeting.agenda_drafts import AgendaDraft
from meeting.changes import (
    Change,
    RoomAdded,
    RoomClosed,
    RoomRevised,
    RoomsOrdered,
    SessionChange,
    ZoneChanged,
    by_session,
    diff,
)
from meeting.clock import Clock
from meeting.concerned import Attendee, concerned
from meeting.expected import expected
from meeting.matching import Match
from meeting.release_warnings import Warning, warnings
from services.people import People
from store.agendas import Agendas
from store.candidates import CandidateRow, Candidates

BESIDE_SESSIONS = RoomAdded | RoomClosed | RoomRevised | RoomsOrdered | ZoneChanged


@dataclass(frozen=True, slots=True)
class Faster:
    """Somebody released a version while the draft was made. `author`: a name, empty for what came
    from the terminal; `at` is aware, in the meeting's zone; `changes` counts what changed."""

    number: int
    author: str
    at: datetime
    changes: int


@dataclass(frozen=True, slots=True)
class Told:
    """Somebody whom the release concerns, and with what. `linked`: they have opened the bot;
    `reachable`: and have not blocked it since; `key` is what the agenda calls them, casefolded."""

    person_id: int
    name: str
    lines: tuple[SessionChange, ...]
    linked: bool
    reachable: bool
    key: str = ""


@dataclass(frozen=True, slots=True)
class DraftView:
    """A draft beside the agenda that holds. `lines`: one for each session that changes, by its
    start; `told`: by name; `counts`: how many of them are told of each session."""

    draft: AgendaDraft
    before: Agenda
    after: Agenda
    lines: tuple[SessionChange, ...]
    room_changes: tuple[Change, ...]
    warnings: tuple[Warning, ...]
    told: tuple[Told, ...]
    counts: Mapping[str, int]
    faster: Faster | None
    matches: tuple[Match, ...]

    @property
    def stays(self) -> int:
        """How many changes are of earlier files, and not in the last one."""
        narrow = self.draft.narrow
        return count_changes(narrow, self.after) if narrow else 0

    @property
    def is_empty(self) -> bool:
        """Whether nothing changes."""
        return self.before == self.after

    @property
    def not_linked(self) -> int:
        """How many of those concerned have never opened the bot."""
        return sum(not one.linked for one in self.told)


class DraftViews:
    def __init__(
        self,
        agendas: Agendas,
        candidates: Candidates,
        people: People,
        clock: Clock,
        zone: str,
        everybody: bool,
    ) -> None:
        """`zone`: the meeting's, an IANA name; `everybody`: whether all are told of a change to a
        session that all attend."""
        self._agendas = agendas
        self._candidates = candidates
        self._people = people
        self._clock = clock
        self._zone = ZoneInfo(zone)
        self._everybody = everybody

    def of(self, draft: AgendaDraft, before: Agenda) -> DraftView:
        """A draft beside `before`, the agenda that it is made on."""
        after, now = draft.agenda, self._clock.now()
        rows = self._candidates.everybody(unseen=False)
        told = _told(rows, concerned(before, after, attendees(rows), now, self._everybody))
        names = {row.folded_key: row.name for row in rows}
        coming = expected(after, attendees(rows))
        return DraftView(
            draft=draft,
            before=before,
            after=after,
            lines=by_session(before, after),
            room_changes=beside_sessions(before, after),
            warnings=warnings(before, after, coming, names, now),
            told=told,
            counts=Counter(line.session_id for one in told for line in one.lines),
            faster=self._faster(draft, before),
            matches=draft.matches,
        )

    def _faster(self, draft: AgendaDraft, newest: Agenda) -> Faster | None:
        if draft.overtaken is None:
            return None
        version = self._agendas.get(draft.base)
        if version is None:
            return None
        old = self._agendas.get(draft.overtaken)
        author = None if version.author is None else self._people.in_chat(version.author)
        return Faster(
            number=version.number,
            author=author.name if author else "",
            at=version.created_at.astimezone(self._zone),
            changes=count_changes(old.agenda if old else Agenda(self._zone.key), newest),
        )


def attendees(rows: Sequence[CandidateRow]) -> tuple[Attendee, ...]:
    """People on the list as the rules know them."""
    return tuple(
        Attendee(row.person_id, row.folded_key, row.assigned, row.following) for row in rows
    )


def beside_sessions(before: Agenda, after: Agenda) -> tuple[Change, ...]:
    """What changes that is no session: rooms, their order, the zone."""
    return tuple(each for each in diff(before, after) if isinstance(each, BESIDE_SESSIONS))


def count_changes(before: Agenda, after: Agenda) -> int:
    """How many sessions and rooms are other ones; their order alone does not count."""
    rooms = [c for c in beside_sessions(before, after) if not isinstance(c, RoomsOrdered)]
    return len(by_session(before, after)) + len(rooms)


def _told(
    rows: Sequence[CandidateRow], lines: Mapping[int, tuple[SessionChange, ...]]
) -> tuple[Told, ...]:
    return tuple(
        Told(
            row.person_id,
            row.name,
            lines[row.person_id],
            row.linked,
            row.reachable,
            row.folded_key,
        )
        for row in rows
        if row.person_id in lines
    )
