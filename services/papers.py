"""The shelf of papers: read, embed and publish a file; list what is published; hand it out."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from knowledge.embedding import windows
from knowledge.papers import Outcome, Reading
from meeting.clock import Clock
from services.embedding import Embedder
from services.errors import NotThere
from store.papers import NewVersion, PaperRow, Papers, VersionRow

MEDIA_TYPES = {
    ".pdf": "application/pdf",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".md": "text/markdown",
    ".markdown": "text/markdown",
    ".txt": "text/plain",
}
LONGEST_TITLE = 200  # characters; a longer one is a sentence that a reader took for a title


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
    """The original file of a published version."""

    title: str
    number: int
    file_name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Added:
    """What became of a file: a new version (`number`), unchanged, or refused for a `reason`."""

    title: str = ""
    number: int = 0
    passages: int = 0
    unchanged: bool = False
    reason: str = ""


class PaperShelf:
    """`read` turns a file into a Reading, in a process of its own."""

    def __init__(
        self, rows: Papers, embedder: Embedder, clock: Clock, read: Callable[[Path], Reading]
    ) -> None:
        self._rows = rows
        self._embedder = embedder
        self._clock = clock
        self._read = read

    def published(self) -> tuple[PaperLine, ...]:
        """The live version of every paper, by title."""
        rows = [row for row in self._rows.list_papers() if row.live is not None]
        return tuple(sorted((_line(row) for row in rows), key=lambda line: line.title.casefold()))

    def everything(self) -> tuple[PaperRow, ...]:
        """Every paper, drafts too, for organisers."""
        return self._rows.list_papers()

    def file(self, version_id: int) -> PaperFile:
        """The file of a live version; raises NotThere for anything else."""
        line = next((line for line in self.published() if line.version_id == version_id), None)
        stored = self._rows.file_of(version_id) if line else None
        if line is None or stored is None:
            raise NotThere("no such paper")
        return PaperFile(line.title, line.number, stored.file_name, stored.data)

    def add(
        self, path: Path, title: str | None, draft: bool, progress: Callable[[float], None]
    ) -> Added:
        """Take in one file; nothing is stored of one that is refused.

        The same file name, or `title` of a paper that is there, makes a new version of that
        paper. `progress` is told the share that is done, 0 to 1.
        """
        try:
            data = path.read_bytes()
        except OSError as error:
            return Added(reason=f"The file cannot be opened ({error.strerror}).")
        sha256 = hashlib.sha256(data).hexdigest()
        if known := self._known(path, sha256, title):
            return self._publish_again(known, draft)
        reading = self._read(path)
        if reading.outcome is not Outcome.OK:
            return Added(reason=reading.reason)
        return self._store(path, data, sha256, title, reading, draft, progress)

    def _known(self, path: Path, sha256: str, title: str | None) -> VersionRow | None:
        """The version that this very file made, unless title or kind of file say otherwise."""
        known = self._rows.find_unchanged(sha256)
        if known is None or title not in (None, known.title):
            return None
        same_kind = Path(known.file_name).suffix.lower() == path.suffix.lower()
        return known if same_kind else None

    def _publish_again(self, known: VersionRow, draft: bool) -> Added:
        """A file that is there already: nothing to do, but for a draft that goes out now."""
        if draft or known.published_at is not None:
            return Added(known.title, known.number, unchanged=True)
        row = self._rows.publish(known.version_id, self._clock.now())
        passages = len(self._rows.passages_of([row.version_id]))
        return Added(row.title, row.number, passages=passages)

    def _store(
        self, path: Path, data: bytes, sha256: str, title: str | None, reading: Reading,
        draft: bool, progress: Callable[[float], None],
    ) -> Added:  # fmt: skip
        texts = [text for passage in reading.passages for text in windows(passage)]
        self._embedder.keep(texts, lambda done: progress(done / max(1, len(texts))))
        new = NewVersion(
            title=(title or reading.title or path.stem)[:LONGEST_TITLE],
            file_name=path.name,
            media_type=MEDIA_TYPES.get(path.suffix.lower(), "application/octet-stream"),
            data=data,
            sha256=sha256,
            pages=reading.pages,
            passages=reading.passages,
            added_at=self._clock.now(),
        )
        paper = self._rows.by_title(title) if title else None
        paper = paper or self._rows.by_file_name(path.name)
        row = self._rows.add_version(paper.paper_id if paper else None, new, publish=not draft)
        return Added(row.title, row.number, passages=len(reading.passages))


def _line(row: PaperRow) -> PaperLine:
    live = row.live
    if live is None or live.published_at is None:
        raise ValueError("a paper without a live version has no line")
    return PaperLine(live.version_id, live.title, live.number, live.published_at, live.pages)
