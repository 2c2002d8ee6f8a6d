"""Which of the papers that are here a file is a new version of."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol

from knowledge.papers import Reading
from knowledge.recognising import Certainty, Known, recognise, runs_of
from meeting.paper_audience import Reader
from store.papers import PaperRow, Papers, VersionRow
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

    def of(self, reading: Reading, file_name: str, reader: Reader | None) -> Which:
        """Compared with the papers that this reader may read, drafts too."""


class ByTitleNameAndText:
    """Compares with the newest version of each paper. Thread-safe."""

    def __init__(self, papers: Papers, shelves: Shelves) -> None:
        self._papers = papers
        self._shelves = shelves
        self._runs = lru_cache(AT_HAND)(self._runs_of)

    def of(self, reading: Reading, file_name: str, reader: Reader | None) -> Which:
        known = [self._known(each) for each in self._shelves.newest_of_each(reader)]
        found = recognise(reading, file_name, known)
        if found.certainty is Certainty.SURE:
            return Which(found.papers[0])
        listed = {paper.paper_id: paper for paper in self._papers.list_papers(reader)}
        return Which(unsure=tuple(listed[each] for each in found.papers if each in listed))

    def _known(self, newest: VersionRow) -> Known:
        runs = self._runs(newest.version_id)
        return Known(newest.paper_id, newest.title, newest.file_name, runs)

    def _runs_of(self, version_id: int) -> frozenset[int]:
        sources = self._papers.passages_of([version_id], None)
        return runs_of(source.passage for source in sources)
