"""Which of the papers that are here a file is a new version of."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol

from knowledge.papers import Reading
from knowledge.recognising import Certainty, Known, recognise, runs_of
from meeting.paper_audience import Reader
from store.papers import NewVersion, PaperRow, Papers
from store.shelves import Shelves

AT_HAND = 1_000  # versions whose text needs not be read anew, each some kilobytes


@dataclass(frozen=True, slots=True)
class Which:
    """`paper_id` is the paper, None for a new one; `unsure`: it may be one of these instead, the
    likeliest first."""

    paper_id: int | None = None
    unsure: tuple[PaperRow, ...] = ()


class Recognising(Protocol):
    """Knows a paper again."""

    def of(self, reading: Reading, new: NewVersion, reader: Reader | None) -> Which:
        """Compared with the papers that this reader may read, drafts too."""


class ByTitleNameAndText:
    """Compares with the newest version of each paper. Thread-safe."""

    def __init__(self, papers: Papers, shelves: Shelves) -> None:
        self._papers = papers
        self._shelves = shelves
        self._runs = lru_cache(AT_HAND)(self._runs_of)

    def of(self, reading: Reading, new: NewVersion, reader: Reader | None) -> Which:
        listed = {paper.paper_id: paper for paper in self._papers.list_papers(reader)}
        known = [self._known(paper_id, reader) for paper_id in listed]
        found = recognise(reading, new.file_name, [each for each in known if each is not None])
        if found.certainty is Certainty.SURE:
            return Which(found.papers[0])
        return Which(unsure=tuple(listed[paper_id] for paper_id in found.papers))

    def _known(self, paper_id: int, reader: Reader | None) -> Known | None:
        newest = next(iter(self._shelves.versions(paper_id, reader)), None)
        if newest is None:
            return None
        runs = self._runs(newest.version_id)
        return Known(paper_id, newest.title, newest.file_name, runs)

    def _runs_of(self, version_id: int) -> frozenset[int]:
        sources = self._papers.passages_of([version_id], None)
        return runs_of(source.passage for source in sources)
