"""Everything that can be searched, in memory: words and vectors of paper versions."""

import threading
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from langchain_core.embeddings import Embeddings

from knowledge.papers import Source
from knowledge.vectors import Key, Vectors
from knowledge.word_index import Entry, Vocabulary, WordIndex, prepare


@dataclass(frozen=True, slots=True)
class Found:
    """A passage as the two searches see it: BM25 (0 and up), and cosine where it has vectors."""

    source: Source
    bm25: float
    cosine: float | None


class PassageIndex:
    """One writer at a time, any number of readers; a reader sees whole versions, old or new.

    While vectors of a version are being filled in, its words can already be searched. `pause` is
    called between the passages and the pieces of a longer change.
    """

    def __init__(self, embeddings: Embeddings, pause: Callable[[], None] = lambda: None) -> None:
        self._embeddings = embeddings
        self._pause = pause
        self._vectors = Vectors(embeddings, pause)
        self._writing = threading.Lock()
        # What readers see is replaced by one assignment, never changed.
        self._words = WordIndex()
        self._filled: frozenset[int] = frozenset()

    def add(self, sources: Sequence[Source]) -> None:
        """Put whole versions in; those that are there already are left as they are. Where that
        fails, none of them is in."""
        with self._writing:
            held = {entry.source.label.version_id for entry in self._words.entries}
            new = [source for source in sources if source.label.version_id not in held]
            if not new:
                return
            ids = frozenset(source.label.version_id for source in new)
            try:
                self._words = WordIndex(self._words.entries + tuple(map(self._prepared, new)))
                self._vectors.add(new)
            except BaseException:
                self._remove(ids)
                raise
            self._filled |= ids

    def remove(self, version_ids: Iterable[int]) -> None:
        """Take versions out."""
        with self._writing:
            self._remove(frozenset(version_ids))

    def _remove(self, gone: frozenset[int]) -> None:
        self._filled -= gone
        self._words = WordIndex(_without(self._words.entries, gone))
        self._vectors.remove(gone)

    def vocabulary(self, scope: frozenset[int]) -> Vocabulary:
        """The words of a scope and how common they are."""
        return self._words.vocabulary(scope)

    def search(
        self, question: str, stems: Sequence[str], scope: frozenset[int], limit: int
    ) -> tuple[Found, ...]:
        """The `limit` best passages by words and the `limit` best by meaning, in no order."""
        words, filled = self._words, self._filled & scope
        scores = words.scores(stems, scope)
        best = sorted(range(len(scores)), key=lambda at: -scores[at])[:limit]
        chosen = {_key(words.entries[at]): at for at in best if scores[at] > 0}
        cosines: dict[Key, float] = {}
        if filled:
            vector = self._embeddings.embed_query(question)
            nearest = self._vectors.nearest(vector, filled)
            cosines = dict(sorted(nearest.items(), key=lambda each: -each[1])[:limit])
            rest = [key for key in chosen if key not in cosines and key[0] in filled]
            cosines |= {key: nearest[key] for key in rest if key in nearest}
            cosines |= self._vectors.cosines(vector, [key for key in rest if key not in nearest])
        places = {_key(entry): at for at, entry in enumerate(words.entries)} if cosines else chosen
        return tuple(
            Found(words.entries[at].source, float(scores[at]), cosines.get(key))
            for key in chosen.keys() | cosines.keys()
            if (at := places.get(key)) is not None
        )

    def _prepared(self, source: Source) -> Entry:
        self._pause()
        return prepare(source)

    def close(self) -> None:
        """Give the memory back; nothing can be searched afterwards."""
        self._vectors.close()


def _key(entry: Entry) -> Key:
    return entry.source.label.version_id, entry.source.passage.position


def _without(entries: Sequence[Entry], gone: frozenset[int]) -> tuple[Entry, ...]:
    return tuple(entry for entry in entries if entry.source.label.version_id not in gone)
