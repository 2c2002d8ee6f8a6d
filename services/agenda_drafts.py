"""The agenda while it is changed: files, single sessions and older versions join one draft."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import PurePath

from meeting.agenda import Agenda
from meeting.agenda_drafts import (
    AgendaDraft,
    Awaited,
    Source,
    SourceKind,
    Wanted,
    joined,
    narrowed,
    rebased,
    shortened,
    with_file,
)
from meeting.clock import Clock
from meeting.formats.problems import Problem
from meeting.matching import with_old_ids
from meeting.people import Participant
from services.draft_views import DraftView, DraftViews, Faster, Told, count_changes
from services.errors import AgendaDraftGone, DraftMoved, NothingChanges, NotThere
from services.intake import Intake
from store.agenda_drafts import AgendaDraftRows
from store.agendas import Agendas

__all__ = [
    "AgendaDraft",
    "AgendaDrafts",
    "Awaited",
    "DraftView",
    "Faster",
    "Source",
    "SourceKind",
    "Told",
    "Uploaded",
    "Wanted",
]


@dataclass(frozen=True, slots=True)
class Uploaded:
    """What was in a file: what is wrong or odd about it, what the reader has to say, how many
    sessions, and the draft that it joined. `view` is None with an error among the problems, or
    where nothing changes and there is no draft."""

    problems: tuple[Problem, ...]
    notes: tuple[str, ...]
    sessions: int
    view: DraftView | None


class AgendaDrafts:
    """One draft for each chat, kept until it is released or discarded. Whoever looks at it sees it
    on the agenda that holds now, whoever released meanwhile. Whatever joins a draft, nothing is
    awaited then."""

    def __init__(
        self,
        rows: AgendaDraftRows,
        agendas: Agendas,
        intake: Intake,
        views: DraftViews,
        clock: Clock,
        zone: str,
    ) -> None:
        """`zone`: the meeting's, an IANA name."""
        self._rows = rows
        self._agendas = agendas
        self._intake = intake
        self._views = views
        self._clock = clock
        self._zone = zone

    def current(self, person: Participant) -> DraftView | None:
        """What somebody is about to release; None where nothing has joined it yet."""
        draft, newest = self._held(person)
        return self._views.of(draft, newest) if draft and draft.sources else None

    def view(self, person: Participant, draft_id: int) -> DraftView:
        """The draft whose button was pressed. Raises AgendaDraftGone."""
        draft, newest = self.one(person, draft_id)
        return self._views.of(draft, newest)

    def one(self, person: Participant, draft_id: int) -> tuple[AgendaDraft, Agenda]:
        """The draft itself, and the agenda that holds, on which it is. Raises AgendaDraftGone."""
        draft, newest = self._held(person)
        if draft is None or draft.draft_id != draft_id:
            raise AgendaDraftGone(f"draft {draft_id}")
        return draft, newest

    def working(self, person: Participant) -> AgendaDraft:
        """The draft, or an empty one that is nowhere yet: its agenda is what an edit changes."""
        return self._begun(person)[0]

    def upload(self, person: Participant, data: bytes, name: str) -> Uploaded:
        """What a file changes of the agenda that holds joins the draft. Never raises for what is in
        the file."""
        file = self._intake.read_agenda(data, name)
        count = len(file.agenda.sessions)
        if file.has_errors:
            return Uploaded(file.problems, file.notes, count, None)
        draft, newest = self._begun(person)
        said, matches = with_old_ids(newest, file.agenda)
        source = Source(SourceKind.FILE, PurePath(name).name)
        changed = with_file(draft, newest, said, source, matches)
        if changed.narrow or count_changes(draft.agenda, changed.agenda):
            draft = self._keep(changed, draft)
        view = self._views.of(draft, newest) if draft.sources else None
        return Uploaded(file.problems, file.notes, count, view)

    def only_file(self, person: Participant, draft_id: int, revision: int) -> DraftView:
        """Take back what earlier files brought and the last one has not. Raises AgendaDraftGone;
        DraftMoved where there is another draft by now, or nothing to take back."""
        draft, newest = self.one(person, draft_id)
        if draft.revision != revision or draft.narrow is None:
            raise DraftMoved(self._views.of(draft, newest))
        return self._views.of(self._keep(narrowed(draft), draft), newest)

    def edit(self, person: Participant, change: Callable[[Agenda], Agenda], text: str) -> DraftView:
        """One change joins the draft; `text` says what it is. What `change` raises is raised.
        Raises NothingChanges where it changes nothing."""
        draft, newest = self._begun(person)
        agenda = change(draft.agenda)
        if agenda == draft.agenda:
            raise NothingChanges
        changed = joined(draft, agenda, Source(SourceKind.EDIT, text))
        return self._views.of(self._keep(changed, draft), newest)

    def restore(self, person: Participant, number: int) -> DraftView:
        """An older version, to hold again, in the place of the draft that was there. Raises
        NotThere, and NothingChanges where it is what holds."""
        version = self._agendas.get(number)
        newest = self._agendas.newest_or_empty(self._zone)
        if version is None:
            raise NotThere(f"there is no version {number}")
        if version.agenda == newest.agenda:
            raise NothingChanges
        source = Source(SourceKind.VERSION, version.name, number)
        draft = AgendaDraft(0, person.chat_id, 1, newest.number, version.agenda, (source,))
        return self._views.of(self._rows.put(draft, self._clock.now()), newest.agenda)

    def await_(self, person: Participant, awaited: Awaited | None) -> None:
        """Take somebody's next message for this; None: for nothing of the draft's."""
        if not self._rows.await_(person.chat_id, awaited) and awaited is not None:
            self._rows.put(replace(self._empty(person), awaits=awaited), self._clock.now())

    def awaits(self, person: Participant) -> Awaited | None:
        """What somebody's next message is for; one look at one row."""
        return self._rows.awaits(person.chat_id)

    def describe(self, person: Participant, draft_id: int, name: str, note: str) -> DraftView:
        """Name the release, and say why; either may be empty. Raises AgendaDraftGone."""
        draft, newest = self.one(person, draft_id)
        described = replace(
            draft, name=shortened(name) or None, note=note.strip() or None, awaits=None
        )
        return self._views.of(self._keep(described, draft), newest)

    def discard(self, person: Participant, draft_id: int) -> None:
        """Throw a draft away; twice is the same as once."""
        self._rows.remove(person.chat_id, draft_id)

    def _begun(self, person: Participant) -> tuple[AgendaDraft, Agenda]:
        """The draft, or an empty one that is nowhere yet, and the agenda that holds."""
        draft, newest = self._held(person)
        return draft or self._empty(person), newest

    def _held(self, person: Participant) -> tuple[AgendaDraft | None, Agenda]:
        """The draft on the agenda that holds, and that agenda."""
        draft = self._rows.of_chat(person.chat_id)
        newest = self._agendas.newest_or_empty(self._zone)
        if draft is None or draft.base == newest.number:
            return draft, newest.agenda
        base = self._agendas.get(draft.base)
        moved = rebased(
            draft, base.agenda if base else Agenda(self._zone), newest.agenda, newest.number
        )
        return self._keep(moved, draft), newest.agenda

    def _keep(self, draft: AgendaDraft, before: AgendaDraft) -> AgendaDraft:
        """Raises AgendaDraftGone where it was released or discarded meanwhile."""
        if not before.draft_id:
            return self._rows.put(draft, self._clock.now())
        if not self._rows.change(draft, before.revision, self._clock.now()):
            raise AgendaDraftGone(f"draft {draft.draft_id}")
        return draft

    def _empty(self, person: Participant) -> AgendaDraft:
        newest = self._agendas.newest_or_empty(self._zone)
        return AgendaDraft(0, person.chat_id, 0, newest.number, newest.agenda)
