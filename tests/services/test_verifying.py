"""A version is published when its passages can be found."""

from dataclasses import replace

import numpy as np
import pytest
from numpy.typing import NDArray

from knowledge.embedding import KeptEmbeddings, text_hash
from knowledge.index import PassageIndex
from knowledge.papers import Passage, Source, VersionLabel
from knowledge.windows import windows
from services.errors import NotVerified
from services.verifying import verify

Kept = dict[str, NDArray[np.float32]]

LABEL = VersionLabel(1, "Note", 1)
SOURCES = [
    Source(LABEL, Passage(n, f"Line {n} is about {word}.", n, None))
    for n, word in enumerate(("harbours", "piers", "lifts", "lunch"))
]


def kept(sources: list[Source], dimension: int = 6) -> Kept:
    """Vectors of their own for the texts of these sources."""
    unit = np.eye(dimension, dtype=np.float32)
    return {text_hash(each.passage.text): unit[n] for n, each in enumerate(sources)}


def index_of(vectors: Kept) -> PassageIndex:
    """An empty one over these vectors and nothing else."""
    known = KeptEmbeddings(lambda hashes: {key: vectors[key] for key in hashes if key in vectors})
    return PassageIndex(known)


def test_whole_version_is_fine() -> None:
    verify(SOURCES, 4, index_of(kept(SOURCES)))


def test_passages_with_the_same_text_find_one_another() -> None:
    twin = Source(LABEL, replace(SOURCES[0].passage, position=9))
    verify([*SOURCES, twin], 5, index_of(kept(SOURCES)))


@pytest.mark.parametrize("count", [0, 3])
def test_missing_passages_are_counted(count: int) -> None:
    with pytest.raises(NotVerified, match=f"{count} of 4 passages are there"):
        verify(SOURCES[:count], 4, index_of(kept(SOURCES)))


def test_passage_without_a_vector_is_found_out() -> None:
    with pytest.raises(NotVerified, match="no vector"):
        verify(SOURCES, 4, index_of(kept(SOURCES[:3])))


def test_text_of_several_windows_is_looked_for_by_its_first() -> None:
    sentence = "The harbour of the old town was dredged twice in the long spring of that year. "
    long = Source(LABEL, Passage(7, sentence * 60, 7, None))
    vectors = kept(SOURCES, 40)
    vectors |= {
        text_hash(w): np.eye(40, dtype=np.float32)[10 + n]
        for n, w in enumerate(windows(long.passage))
    }
    verify([*SOURCES, long], 5, index_of(vectors))
