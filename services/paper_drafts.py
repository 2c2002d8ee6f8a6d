"""A version of a paper that waits to be published: what its editor sees, and what became of it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from knowledge.papers import Outcome, ReadingWarning
from knowledge.versions import Compared
from store.rows import PaperRow, VersionRow

__all__ = [
    "PaperCard",
    "PaperChanges",
    "PaperDraft",
    "PaperRow",
    "Progress",
    "Published",
    "Stage",
    "Uploaded",
    "VersionRow",
]


class Stage(StrEnum):
    """What is being done with a file."""

    READING = "reading"
    COMPARING = "comparing"
    EMBEDDING = "embedding"


@dataclass(frozen=True, slots=True)
class Progress:
    """How far it is: `done` of `whole` (pages, texts); `whole` is 0 where that is not known."""

    stage: Stage
    done: int = 0
    whole: int = 0


@dataclass(frozen=True, slots=True)
class PaperDraft:
    """A version as its editor sees it.

    `paper` is the one it is a version of, None where it is the first of a new one. `before` is the
    version that it would take the place of, None where nothing of that paper is published;
    `compared` is what changes from there. `asked`: how many people have an answer that rests on
    what changes, and want to hear of it.
    """

    version: VersionRow
    paper: PaperRow | None
    before: VersionRow | None
    compared: Compared
    warnings: tuple[ReadingWarning, ...]
    pages: int | None
    asked: int

    @property
    def before_id(self) -> int | None:
        return self.before.version_id if self.before else None


@dataclass(frozen=True, slots=True)
class Uploaded:
    """What became of a file that was sent: exactly one of these.

    `refusal`: it was not taken, with the `reason` as a plain English sentence; OK there means that
    it was read and has not one passage. `same_as`: it is the very file of a version that is or was
    published; with `older_than_live` the paper's `live` version is a later one, and the older one
    can be rolled back to. Else `draft` is what it would change; with `unsure` it may be a new
    version of one of these papers instead, and is a new paper until somebody says so.
    """

    refusal: Outcome | None = None
    reason: str = ""
    draft: PaperDraft | None = None
    unsure: tuple[PaperRow, ...] = ()
    same_as: VersionRow | None = None
    older_than_live: bool = False
    live: VersionRow | None = None


@dataclass(frozen=True, slots=True)
class Published:
    """The version that is live from now on, and how many people are told that answers changed."""

    version: VersionRow
    told: int = 0


@dataclass(frozen=True, slots=True)
class PaperCard:
    """A paper with all its versions, newest first."""

    paper: PaperRow
    versions: tuple[VersionRow, ...]


@dataclass(frozen=True, slots=True)
class PaperChanges:
    """The last change of what is read of a paper: `changed_at` is UTC."""

    paper: PaperRow
    before: VersionRow
    after: VersionRow
    changed_at: datetime
    compared: Compared
