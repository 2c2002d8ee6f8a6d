"""Word search: BM25 over passages with their headings; an object that never changes once built."""

import logging
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import log

import bm25s
import numpy as np
from numpy.typing import NDArray

from knowledge.papers import Source
from knowledge.windows import heading_line
from knowledge.words import content_words, names, stems, words

logging.getLogger("bm25s").setLevel(logging.WARNING)  # it turns itself to DEBUG when imported
K1, B = 1.5, 0.75  # the usual BM25 constants (Robertson and Zaragoza 2009)


@dataclass(frozen=True, slots=True)
class Entry:
    """A passage prepared for word search."""

    source: Source
    stems: tuple[str, ...]
    words: Mapping[str, int]  # how often each stands in it as a common word, in lower case,
    names: Mapping[str, int]  # and how often inside a sentence with a capital


def prepare(source: Source) -> Entry:
    """Read the words of a passage and its heading path once."""
    text = f"{heading_line(source.passage)}\n{source.passage.text}"
    # Headings write every word with a capital.
    capitals = Counter(word for name in names(source.passage.text) for word in words(name))
    common = Counter(content_words(text))
    common.subtract(capitals)
    return Entry(source, tuple(stems(text)), common, capitals)


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What a scope says: its number of passages, how many of them hold each stem, its words
    (folded, not stemmed), and those of them that it writes as names more often than not."""

    passages: int
    holding: Mapping[str, int]
    words: frozenset[str]
    names: frozenset[str]

    def weight(self, stem: str) -> float:
        """Inverse document frequency as BM25 (Lucene) has it; highest for a stem found nowhere."""
        found = self.holding.get(stem, 0)
        return log(1 + (self.passages - found + 0.5) / (found + 0.5))


@dataclass(frozen=True)
class WordIndex:
    """Immutable, so that readers need no lock: a change builds a new one."""

    entries: tuple[Entry, ...] = ()
    _bm25: bm25s.BM25 | None = field(init=False, repr=False)
    _versions: NDArray[np.int64] = field(init=False, repr=False)
    _per_version: dict[int, Vocabulary] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_bm25", _bm25(self.entries))
        ids = [entry.source.label.version_id for entry in self.entries]
        object.__setattr__(self, "_versions", np.array(ids, np.int64))
        object.__setattr__(self, "_per_version", _vocabularies(self.entries))

    def scores(self, question: Sequence[str], scope: frozenset[int]) -> NDArray[np.float32]:
        """BM25 of each entry for the question's stems: float32 (len(entries),), 0 out of scope."""
        if self._bm25 is None or not question:
            return np.zeros(len(self.entries), np.float32)
        inside = np.isin(self._versions, list(scope)).astype(np.float32)
        found: NDArray[np.float32] = self._bm25.get_scores(list(question), weight_mask=inside)
        return found

    def vocabulary(self, scope: frozenset[int]) -> Vocabulary:
        """What the passages of a scope say, and nothing of any other."""
        found = [self._per_version[each] for each in scope if each in self._per_version]
        if len(found) == 1:
            return found[0]
        holding: Counter[str] = Counter()
        for one in found:
            holding.update(one.holding)
        every = frozenset[str]().union(*(one.words for one in found))
        named = frozenset[str]().union(*(one.names for one in found))
        return Vocabulary(sum(one.passages for one in found), holding, every, named)


def _bm25(entries: Sequence[Entry]) -> bm25s.BM25 | None:
    if not any(entry.stems for entry in entries):
        return None
    bm25 = bm25s.BM25(k1=K1, b=B)
    bm25.index([list(entry.stems) for entry in entries], show_progress=False)
    return bm25


def _vocabularies(entries: Sequence[Entry]) -> dict[int, Vocabulary]:
    grouped: dict[int, list[Entry]] = {}
    for entry in entries:
        grouped.setdefault(entry.source.label.version_id, []).append(entry)
    return {version: _vocabulary(some) for version, some in grouped.items()}


def _vocabulary(entries: Sequence[Entry]) -> Vocabulary:
    holding = Counter(stem for entry in entries for stem in set(entry.stems))
    common: Counter[str] = Counter()
    capitals: Counter[str] = Counter()
    for entry in entries:
        common.update(entry.words)
        capitals.update(entry.names)
    named = frozenset(word for word, times in capitals.items() if times > common[word])
    return Vocabulary(len(entries), holding, frozenset(common) | named, named)
