"""The library as questions see it: filled from the store, brought up to date before each search."""

import threading
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from knowledge.answering import Answer, Answerer, NoAnswer
from knowledge.index import PassageIndex
from knowledge.papers import Source
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
    """Holds the index in memory. Thread-safe: many ask, one at a time changes the index, and only
    those wait for that whose papers it does not hold yet."""

    def __init__(self, papers: Papers, embedder: Embedder) -> None:
        self._papers = papers
        self._embedder = embedder
        self._changing = threading.Lock()  # of what the index holds; taken before the other one
        self._held: frozenset[int] = frozenset()  # versions that are in the index
        self._lock = threading.Lock()
        self._index: PassageIndex | None = None
        self._in_use: Counter[int] = Counter()  # versions that questions in flight may see

    def warm_up(self) -> bool:
        """Load the model and fill the index before the first question asks for it, as soon as
        there is a paper to answer from; take out what is no longer live. Whether this made it
        ready; cheap once it is done."""
        was_ready = self._index is not None
        if self._papers.live_versions(None).labels:
            with self._embedder.way.taken():
                self._up_to_date()
        self._tidy()
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
        with self._embedder.way.taken(), self._using(scope):
            answerer = self._up_to_date(scope)
            return Answered(answerer.answer(question, scope), live.revision)

    @contextmanager
    def made_ready(self, sources: Sequence[Source]) -> Iterator[None]:
        """While a version goes live: it is in the index before, which no question sees, so that
        none has to wait for it afterwards, and what it replaces is taken out in the end. Without
        an index, as in the terminal, where nobody asks, nothing is done."""
        if self._index is None:
            yield
            return
        try:
            with self._using(frozenset(source.label.version_id for source in sources)):
                with self._changing:
                    self._put(self._index, sources)
                yield
        finally:
            self._tidy()

    def _up_to_date(self, scope: frozenset[int] = frozenset()) -> Answerer:
        """Add what is new, for whomever. A question finds all of its `scope`, whatever went live
        since."""
        index = self._opened()
        wanted = scope | self._live()
        if not wanted <= self._held:
            with self._changing:
                new = sorted(wanted - self._held)
                self._put(index, self._papers.passages_of(new, None) if new else ())
        return Answerer(Search(index), ExtractiveWriter(self._embedder.model()))

    def _opened(self) -> PassageIndex:
        with self._lock:
            if self._index is None:
                self._index = self._embedder.index()
            return self._index

    def _put(self, index: PassageIndex, sources: Sequence[Source]) -> None:
        index.add(sources)
        self._held |= {source.label.version_id for source in sources}

    def _tidy(self) -> None:
        """Take out what is no longer live, but for what a question in flight sees."""
        with self._changing:
            live = self._live()
            with self._lock:
                index, gone = self._index, self._held - live - self._in_use.keys()
                self._held -= gone
            if index and gone:
                index.remove(gone)

    def _live(self) -> frozenset[int]:
        return frozenset(label.version_id for label in self._papers.live_versions(None).labels)

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
