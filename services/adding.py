"""Files that come in at the terminal, where nobody looks at them first: each becomes the next
version of a paper that is here, or a new paper, and is published."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from knowledge.papers import Outcome, Reading
from services.errors import NotVerified
from services.paper_files import Done, PaperFiles, digest, file_name
from services.paper_views import PaperViews
from services.publishing import LiveMoved, Publishing
from services.recognising import Recognising
from store.errors import StoreFull
from store.papers import CameIn, PaperRow, Papers, VersionRow
from store.shelves import Shelves

NOTHING = "There is nothing to read in it; is it the right file?"
READ = 0.1  # the share of the time that reading takes of a long paper; the rest is the model's
ONLY_KEPT = "It was kept as a draft and not published: "


@dataclass(frozen=True, slots=True)
class Wish:
    """What is said of a file: the `title` to cite it by, which a paper that is here may have; that
    it `is_draft`, to be kept back; that it `is_new`, whatever paper it looks like."""

    title: str | None = None
    is_draft: bool = False
    is_new: bool = False


@dataclass(frozen=True, slots=True)
class Added:
    """What became of a file: a new version (`number`), unchanged, or refused for a `reason`.

    `file_before` is the name under which the paper was known, where the file has another one.
    With a reason, `unsure` are the papers that it may be a new version of, the likeliest first.
    """

    title: str = ""
    number: int = 0
    passages: int = 0
    unchanged: bool = False
    reason: str = ""
    file_before: str = ""
    unsure: tuple[PaperRow, ...] = ()


class Adding:
    def __init__(
        self,
        rows: Papers,
        shelves: Shelves,
        files: PaperFiles,
        views: PaperViews,
        publishing: Publishing,
        recognising: Recognising,
    ) -> None:
        self._rows = rows
        self._shelves = shelves
        self._files = files
        self._views = views
        self._publishing = publishing
        self._recognising = recognising

    def add(self, path: Path, wish: Wish, progress: Callable[[float], None]) -> Added:
        """Take in one file; nothing is stored of one that is refused.

        The same file name, or the title of a paper that is here, makes a new version of that
        paper; so does a file that can be nothing else, whatever it is called. Where it may be one,
        it is refused until somebody says what it is. `progress` is told the share that is done, 0
        to 1.
        """
        try:
            return self._add(path, path.read_bytes(), wish, progress)
        except OSError as error:
            return Added(reason=f"The file cannot be opened ({error.strerror}).")
        except StoreFull as error:
            return Added(reason=str(error))

    def _add(self, path: Path, data: bytes, wish: Wish, progress: Callable[[float], None]) -> Added:
        if known := self._known(path, digest(data), wish.title):
            return self._take_again(known, wish.is_draft)
        reading = self._files.read(path, told=_share(0.0, READ, progress))
        if reading.outcome is not Outcome.OK or not reading.passages:
            return Added(reason=reading.reason or NOTHING)
        return self._place(reading, path, data, wish, progress)

    def _place(
        self, reading: Reading, path: Path, data: bytes, wish: Wish,
        progress: Callable[[float], None],
    ) -> Added:  # fmt: skip
        """Where another file comes in meanwhile, whose version this one is, is asked once more."""
        newest, whose = self._rows.newest(), self._whose(reading, path, wish)
        if isinstance(whose, Added):
            return whose
        embedding = _share(READ, 1.0, progress)
        new = self._files.embedded(reading, data, path.name, wish.title, None, embedding)
        try:
            paper_id = whose.paper_id if whose else None
            row = self._rows.add_version(paper_id, new, publish=False, newest=newest)
        except CameIn:
            return self._place(reading, path, data, wish, progress)
        before = whose.file_name if whose and whose.file_name != row.file_name else ""
        return _kept(row, before) if wish.is_draft else self._publish(row, before)

    def _whose(self, reading: Reading, path: Path, wish: Wish) -> PaperRow | Added | None:
        """The paper that a file is a version of, None for a new one; a refusal in case of doubt."""
        named = self._rows.by_title(wish.title) if wish.title else None
        named = named or self._rows.by_file_name(file_name(path.name))
        if named or wish.is_new or wish.title:
            return named
        found = self._recognising.of(reading, file_name(path.name), None)
        if found.unsure:
            return _unsure(path, found.unsure)
        return self._shelves.paper(found.paper_id, None) if found.paper_id else None

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

    def _take_again(self, known: VersionRow, is_draft: bool) -> Added:
        """A file that is there already: nothing to do, but for a draft that goes out now."""
        if known.published_at is None and not is_draft:
            return self._publish(known)
        live = self._views.live(known)
        if known.published_at is None or live == known:
            return Added(known.title, known.number, unchanged=True)
        paper = self._shelves.paper(known.paper_id, None)
        return Added(
            reason=f"It is version {known.number} of “{known.title}”, which version "
            f"{live.number if live else 0} has replaced; nothing was changed. To have it back: "
            f"python ingest.py rollback {paper.slug if paper else ''} {known.number}"
        )

    def _publish(self, row: VersionRow, file_before: str = "") -> Added:
        """Whatever is live is replaced, for nobody has looked at what changes."""
        while True:
            live = self._views.live(row)
            try:
                self._publishing.publish(row, live.version_id if live else None, tell=False)
                return _kept(row, file_before)
            except LiveMoved:
                continue
            except StoreFull:
                return Added(reason=f"{ONLY_KEPT}the disk is full.")
            except NotVerified as error:
                return Added(reason=f"{ONLY_KEPT}{error}.")


def _share(start: float, end: float, progress: Callable[[float], None]) -> Done:
    """Tells the share of the whole that is done, of a part from `start` to `end` of it."""
    return lambda done, whole: progress(start + (end - start) * done / max(1, whole))


def _kept(row: VersionRow, file_before: str) -> Added:
    return Added(row.title, row.number, passages=row.passage_count, file_before=file_before)


def _unsure(path: Path, papers: tuple[PaperRow, ...]) -> Added:
    titles = " or ".join(f"“{each.title}”" for each in papers)
    return Added(
        reason=f"It may be a new version of {titles}; nothing was changed. If it is: "
        f'python ingest.py add --title "{papers[0].title}" "{path}". '
        f'If it is a new paper: python ingest.py add --new "{path}"',
        unsure=papers,
    )
