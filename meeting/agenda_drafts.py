"""An agenda that is about to be released: what joined it, on which version it was made; pure."""

from dataclasses import dataclass, replace
from enum import StrEnum

from meeting.agenda import Agenda
from meeting.changes import apply, by_session, diff
from meeting.matching import Match

NAME_CHARACTERS = 80


class SourceKind(StrEnum):
    """What a change came from: a file that was sent, one session that was edited, an older version
    that is to hold again."""

    FILE = "file"
    EDIT = "edit"
    VERSION = "version"


@dataclass(frozen=True, slots=True)
class Source:
    """What joined a draft. `text`: the name of the file or of the older version (perhaps none), or
    what was edited, in the editor's words; `number` is that of the older version."""

    kind: SourceKind
    text: str
    number: int | None = None


class Wanted(StrEnum):
    """What an editor's next message is taken for."""

    TIME = "time"
    TITLE = "title"
    NAME = "name"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Awaited:
    """What the next message is for; `session_id` where it is about one session."""

    wanted: Wanted
    session_id: str | None = None


@dataclass(frozen=True, slots=True)
class AgendaDraft:
    """One for each chat; `draft_id` and `revision` are in its buttons, and the revision is another
    one whenever the agenda in it is.

    `base` is the number of the version that holds, on which it is made. `overtaken` is that on
    which it was made before somebody else was faster. `name` and `note` are for the release. `file`
    is what the last file said, whole; `narrow` the agenda without what earlier files brought and
    that one has not, where that is another one.
    """

    draft_id: int
    chat_id: int
    revision: int
    base: int
    agenda: Agenda
    sources: tuple[Source, ...] = ()
    name: str | None = None
    note: str | None = None
    awaits: Awaited | None = None
    matches: tuple[Match, ...] = ()
    overtaken: int | None = None
    file: Agenda | None = None
    narrow: Agenda | None = None

    @property
    def title(self) -> str:
        """What the release will be called: its name, else what joined it."""
        joined = " · ".join(source.text for source in self.sources if source.text)
        return self.name or shortened(joined)


def rebased(draft: AgendaDraft, base: Agenda, newest: Agenda, number: int) -> AgendaDraft:
    """The same changes on the agenda that holds now, under its number; `base` is the one that the
    draft was made on."""
    first = draft.base if draft.overtaken is None else draft.overtaken
    return replace(
        draft,
        agenda=apply(newest, diff(base, draft.agenda)),
        base=number,
        overtaken=first if draft.sources else None,
        narrow=None,
        revision=draft.revision + 1,
    )


def joined(
    draft: AgendaDraft, agenda: Agenda, source: Source, matches: tuple[Match, ...] = ()
) -> AgendaDraft:
    """The draft with this as its agenda, and where that came from; nothing is awaited."""
    return replace(
        draft,
        agenda=agenda,
        sources=(*draft.sources, source),
        matches=tuple(dict.fromkeys((*draft.matches, *matches))),
        revision=draft.revision + 1,
        awaits=None,
        narrow=None,
    )


def with_file(
    draft: AgendaDraft, newest: Agenda, said: Agenda, source: Source, matches: tuple[Match, ...]
) -> AgendaDraft:
    """What a file changes of the agenda that holds joins the draft. What an earlier file brought
    stays, too, but can be taken back: perhaps this one corrects it."""
    agenda = apply(draft.agenda, diff(newest, said))
    narrow = apply(draft.agenda, diff(draft.file or newest, said))
    whole = joined(draft, agenda, source, matches)
    return replace(whole, file=said, narrow=narrow if by_session(narrow, agenda) else None)


def narrowed(draft: AgendaDraft) -> AgendaDraft:
    """Without what earlier files brought and the last one has not."""
    last = [source for source in draft.sources if source.kind is SourceKind.FILE][-1:]
    kept = (s for s in draft.sources if s.kind is not SourceKind.FILE or s in last)
    return replace(
        draft,
        agenda=draft.narrow or draft.agenda,
        sources=tuple(dict.fromkeys(kept)),
        revision=draft.revision + 1,
        narrow=None,
    )


def shortened(text: str) -> str:
    """What fits into a line of the list of versions."""
    whole = " ".join(text.split())
    return whole if len(whole) <= NAME_CHARACTERS else f"{whole[: NAME_CHARACTERS - 1].rstrip()}…"
