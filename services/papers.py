"""The shelf of papers: what somebody may read, take with them, and compare with what it was."""

from dataclasses import dataclass
from datetime import datetime

from meeting.paper_audience import Reader
from meeting.people import Participant
from services.errors import NotThere
from services.paper_drafts import PaperChanges
from services.paper_views import PaperViews
from services.readers import Readers
from store.papers import PaperRow, Papers
from store.shelves import Shelves


@dataclass(frozen=True, slots=True)
class PaperLine:
    """A published paper in a list; UTC time; `pages` is None where the file kind has none."""

    version_id: int
    title: str
    number: int
    published_at: datetime
    pages: int | None


@dataclass(frozen=True, slots=True)
class PaperFile:
    """The original file of a published version; a `protected` one is not to be forwarded."""

    title: str
    number: int
    file_name: str
    data: bytes
    protected: bool = False


class PaperShelf:
    """What is handed to a person is what they may read at that moment."""

    def __init__(
        self,
        rows: Papers,
        shelves: Shelves,
        views: PaperViews,
        readers: Readers,
    ) -> None:
        self._rows = rows
        self._shelves = shelves
        self._views = views
        self._readers = readers

    def published(self, person: Participant) -> tuple[PaperLine, ...]:
        """The live version of every paper that is for this person, by title."""
        return tuple(_line(paper) for paper in self._live(self._readers.of(person)))

    def file(self, person: Participant, version_id: int) -> PaperFile:
        """The file of a live version; raises NotThere for anything else."""
        reader = self._readers.of(person)
        paper = next((each for each in self._live(reader) if _live_id(each) == version_id), None)
        stored = self._rows.file_of(version_id, reader) if paper else None
        if paper is None or paper.live is None or stored is None:
            raise NotThere("no such paper")
        live = paper.live
        return PaperFile(live.title, live.number, stored.file_name, stored.data, paper.protected)

    def renewed(self, person: Participant) -> tuple[PaperRow, ...]:
        """The papers of which another version was live before, the last change first."""
        papers = [each for each in self._live(self._readers.of(person)) if each.previous_id]
        return tuple(sorted(papers, key=lambda each: each.changed_at or each.created_at)[::-1])

    def changes(self, person: Participant, paper_id: int) -> PaperChanges:
        """The last change of a paper; raises NotThere where there was none, or it is not theirs."""
        reader = self._readers.of(person)
        paper = self._shelves.paper(paper_id, reader)
        if paper is None or paper.live is None or paper.previous_id is None:
            raise NotThere("no such paper")
        before = self._shelves.version(paper.previous_id, reader)
        if before is None:
            raise NotThere("the version before is gone")
        found = self._views.compare(before.version_id, paper.live.version_id)
        at = paper.changed_at or paper.live.added_at
        return PaperChanges(paper, before, paper.live, at, found)

    def everything(self) -> tuple[PaperRow, ...]:
        """Every paper, drafts too, whoever may read it: for the terminal."""
        return self._rows.list_papers(None)

    def _live(self, reader: Reader | None) -> list[PaperRow]:
        rows = [row for row in self._rows.list_papers(reader) if row.live is not None]
        return sorted(rows, key=lambda row: row.title.casefold())


def _live_id(paper: PaperRow) -> int | None:
    return paper.live.version_id if paper.live else None


def _line(row: PaperRow) -> PaperLine:
    live = row.live
    if live is None or live.published_at is None:
        raise ValueError("a paper without a live version has no line")
    return PaperLine(live.version_id, live.title, live.number, live.published_at, live.pages)
