"""The shelf of papers: what somebody may read, hand out and compare; files from the terminal."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from knowledge.papers import Outcome
from meeting.paper_audience import Reader
from meeting.people import Participant
from services.errors import NotThere, NotVerified
from services.paper_drafts import PaperChanges
from services.paper_files import PaperFiles, digest
from services.paper_views import PaperViews
from services.publishing import LiveMoved, Publishing
from services.readers import Readers
from store.errors import StoreFull
from store.papers import PaperRow, Papers, VersionRow
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


@dataclass(frozen=True, slots=True)
class Added:
    """What became of a file: a new version (`number`), unchanged, or refused for a `reason`."""

    title: str = ""
    number: int = 0
    passages: int = 0
    unchanged: bool = False
    reason: str = ""


class PaperShelf:
    """What is handed to a person is what they may read at that moment."""

    def __init__(
        self,
        rows: Papers,
        shelves: Shelves,
        files: PaperFiles,
        views: PaperViews,
        publishing: Publishing,
        readers: Readers,
    ) -> None:
        self._rows = rows
        self._shelves = shelves
        self._files = files
        self._views = views
        self._publishing = publishing
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

    def add(
        self, path: Path, title: str | None, draft: bool, progress: Callable[[float], None]
    ) -> Added:
        """Take in one file from the terminal; nothing is stored of one that is refused.

        The same file name, or `title` of a paper that is there, makes a new version of that
        paper. `progress` is told the share that is done, 0 to 1.
        """
        try:
            return self._add(path, path.read_bytes(), title, draft, progress)
        except OSError as error:
            return Added(reason=f"The file cannot be opened ({error.strerror}).")
        except StoreFull as error:
            return Added(reason=str(error))

    def _add(
        self, path: Path, data: bytes, title: str | None, draft: bool,
        progress: Callable[[float], None],
    ) -> Added:  # fmt: skip
        if known := self._known(path, digest(data), title):
            return self._take_again(known, draft)
        reading = self._files.read(path)
        if reading.outcome is not Outcome.OK:
            return Added(reason=reading.reason)
        new = self._files.embedded(
            reading, data, path.name, title, None,
            lambda done, whole: progress(done / max(1, whole)),
        )  # fmt: skip
        paper = self._rows.by_title(title) if title else None
        paper = paper or self._rows.by_file_name(new.file_name)
        row = self._rows.add_version(paper.paper_id if paper else None, new, publish=False)
        return self._kept(row) if draft else self._publish(row)

    def _live(self, reader: Reader | None) -> list[PaperRow]:
        rows = [row for row in self._rows.list_papers(reader) if row.live is not None]
        return sorted(rows, key=lambda row: row.title.casefold())

    def _known(self, path: Path, sha256: str, title: str | None) -> VersionRow | None:
        """The version that this very file made, unless title or kind of file say otherwise: the
        live one, else a draft, else one that another one has replaced."""
        kind = path.suffix.lower()
        same = [
            each
            for each in self._shelves.same_file(sha256, None)
            if title in (None, each.title) and Path(each.file_name).suffix.lower() == kind
        ]
        return min(same, key=self._views.last_of_all, default=None)

    def _take_again(self, known: VersionRow, draft: bool) -> Added:
        """A file that is there already: nothing to do, but for a draft that goes out now."""
        if known.published_at is None:
            return (
                Added(known.title, known.number, unchanged=True) if draft else self._publish(known)
            )
        if known.version_id == self._live_of(known):
            return Added(known.title, known.number, unchanged=True)
        paper = self._shelves.paper(known.paper_id, None)
        slug, live = (paper.slug, paper.live) if paper else ("", None)
        number = live.number if live else 0
        return Added(
            reason=f"It is version {known.number} of “{known.title}”, which version {number} has "
            "replaced; nothing was changed. To have it back: "
            f"python ingest.py rollback {slug} {known.number}"
        )

    def _publish(self, row: VersionRow) -> Added:
        """At the terminal nobody has looked at what changes, so whatever is live is replaced."""
        while True:
            try:
                self._publishing.publish(row, self._live_of(row), tell=False)
                return self._kept(row)
            except LiveMoved:
                continue
            except NotVerified as error:
                return Added(reason=f"It was kept as a draft and not published: {error}.")

    def _kept(self, row: VersionRow) -> Added:
        return Added(row.title, row.number, passages=row.passage_count)

    def _live_of(self, version: VersionRow) -> int | None:
        paper = self._shelves.paper(version.paper_id, None)
        return _live_id(paper) if paper else None


def _live_id(paper: PaperRow) -> int | None:
    return paper.live.version_id if paper.live else None


def _line(row: PaperRow) -> PaperLine:
    live = row.live
    if live is None or live.published_at is None:
        raise ValueError("a paper without a live version has no line")
    return PaperLine(live.version_id, live.title, live.number, live.published_at, live.pages)
