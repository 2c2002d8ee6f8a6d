"""The library as questions see it: filled from the store, brought up to date before each search."""

import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from knowledge.answering import Answer, Answerer, NoAnswer
from knowledge.index import PassageIndex
from knowledge.search import Search
from knowledge.writers.extractive import ExtractiveWriter
from meeting.paper_audience import Reader
from services.embedding import Embedder
from services.errors import NoPapers
from store.papers import Papers


@dataclass(frozen=True, slots=True)
class Answered:
    """An answer, or that there is none, and the revision of the library that it rests on."""

    result: Answer | NoAnswer
    revision: int


class Library:
    """Holds the index in memory. Thread-safe: many ask, one at a time brings it up to date."""

    def __init__(self, papers: Papers, embedder: Embedder) -> None:
        self._papers = papers
        self._embedder = embedder
        self._lock = threading.Lock()
        self._index: PassageIndex | None = None
        self._held: set[int] = set()  # versions that are in the index
        self._in_use: Counter[int] = Counter()  # versions that questions in flight may see

    def warm_up(self) -> bool:
        """Load the model and fill the index before the first question asks for it, as soon as
        there is a paper to answer from. Whether this did it; cheap once it is done."""
        was_ready = self._index is not None
        if self._papers.live_versions(None).labels:
            self._up_to_date()
        return self._index is not None and not was_ready

    def answer(self, question: str, reader: Reader | None) -> Answered:
        """Answer from what is live now and for this reader, the same versions from search to
        citation; None, which is for the terminal, reads everything.

        Raises NoPapers where nothing is published that they may read.
        """
        live = self._papers.live_versions(reader)
        scope = frozenset(label.version_id for label in live.labels)
        if not scope:
            raise NoPapers("no paper is published")
        with self._using(scope):
            answerer = self._up_to_date(scope)
            return Answered(answerer.answer(question, scope), live.revision)

    def _up_to_date(self, scope: frozenset[int] = frozenset()) -> Answerer:
        """Add what is new, for whomever; take out what is no longer live once no question in
        flight sees it. A question finds all of its `scope`, whatever went live since."""
        with self._lock:
            if self._index is None:
                self._index = PassageIndex(self._embedder.stored())
            live = self._papers.live_versions(None)
            wanted = scope | {label.version_id for label in live.labels}
            if new := wanted - self._held:
                self._index.add(self._papers.passages_of(sorted(new), None))
                self._held |= new
            if gone := self._held - wanted - self._in_use.keys():
                self._index.remove(gone)
                self._held -= gone
            return Answerer(Search(self._index), ExtractiveWriter(self._embedder.model()))

    @contextmanager
    def _using(self, scope: frozenset[int]) -> Iterator[None]:
        with self._lock:
            self._in_use.update(scope)
        try:
            yield
        finally:
            with self._lock:
                self._in_use.subtract(scope)
                self._in_use = +self._in_use
