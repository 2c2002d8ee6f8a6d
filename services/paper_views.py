"""A version of a paper beside the one that it would take the place of, as its editor sees it."""

from collections.abc import Iterator
from contextlib import contextmanager
from errno import EDQUOT, ENOSPC
from functools import lru_cache

from knowledge.papers import Passage
from knowledge.versions import Compared, compared
from meeting.clock import Clock
from services.errors import NoRoom
from services.paper_drafts import PaperDraft
from store.errors import StoreFull
from store.papers import Papers, VersionRow
from store.shelves import Shelves

COMPARED = 16  # pairs of versions at hand: many people look at the same changes


class PaperViews:
    def __init__(self, papers: Papers, shelves: Shelves, clock: Clock) -> None:
        self._papers = papers
        self._shelves = shelves
        self._clock = clock
        self._compared = lru_cache(COMPARED)(self._compare)

    def compare(self, before_id: int | None, after_id: int) -> Compared:
        """What one version changes of another one of the same paper, or of none."""
        return self._compared(before_id, after_id)

    def of(self, version: VersionRow) -> PaperDraft:
        """What a version changes of the live one. Nobody is asked who looks: that is the caller's
        to have done."""
        paper = self._shelves.paper(version.paper_id, None)
        live = paper.live if paper else None
        before = live if live and live.version_id != version.version_id else None
        found = self.compare(before.version_id if before else None, version.version_id)
        asked = 0
        if before is not None:
            ids = before.version_id, version.version_id
            asked = self._shelves.to_recall(*ids, found.changes, self._clock.now())
        return PaperDraft(version, paper, before, found, version.warnings, version.pages, asked)

    def live(self, version: VersionRow) -> VersionRow | None:
        """The version of the same paper that people read now."""
        paper = self._shelves.paper(version.paper_id, None)
        return paper.live if paper else None

    def last_of_all(self, version: VersionRow) -> int:
        """What versions of one file are sorted by: a live one, a draft, one that was replaced."""
        if version.published_at is None:
            return 1
        live = self.live(version)
        return 0 if live and live.version_id == version.version_id else 2

    def _compare(self, before_id: int | None, after_id: int) -> Compared:
        return compared(self._texts(before_id), self._texts(after_id))

    def _texts(self, version_id: int | None) -> list[Passage]:
        ids = [version_id] if version_id is not None else []
        return [each.passage for each in self._papers.passages_of(ids, None)]


@contextmanager
def room() -> Iterator[None]:
    """A full disk as an error that people can mend: the store's, or that for a file which is to be
    read."""
    try:
        yield
    except StoreFull as error:
        raise NoRoom(str(error)) from error
    except OSError as error:
        if error.errno not in (ENOSPC, EDQUOT):
            raise
        raise NoRoom(str(StoreFull())) from error
