"""The index: what is in, what a scope lets through, and what readers see while it changes."""

import threading
from collections.abc import Iterator, Mapping, Sequence

import numpy as np
import pytest
from numpy.typing import NDArray

from knowledge.embedding import SentenceModel, StoredEmbeddings
from knowledge.index import PassageIndex
from knowledge.papers import Source
from knowledge.words import stems
from tests.knowledge.small_library import GARDEN, HARBOUR, CountingModel, garden, harbour

BOTH = frozenset({HARBOUR.version_id, GARDEN.version_id})
QUESTION = "How long is the pier?"


@pytest.fixture
def index(model: SentenceModel) -> Iterator[PassageIndex]:
    """One of its own for each test: some change it."""
    made = PassageIndex(StoredEmbeddings(lambda hashes: {}, model))
    made.add(harbour() + garden())
    yield made
    made.close()


def found(index: PassageIndex, scope: frozenset[int], question: str = QUESTION) -> set[Source]:
    return {each.source for each in index.search(question, stems(question), scope, 8)}


def test_scope_is_part_of_both_searches(index: PassageIndex) -> None:
    assert found(index, BOTH) == set(harbour() + garden())
    assert found(index, frozenset({GARDEN.version_id})) == set(garden())


def test_vocabulary_knows_only_the_scope(index: PassageIndex) -> None:
    assert index.vocabulary(frozenset({GARDEN.version_id})).holding.get("pier") is None
    assert index.vocabulary(BOTH).holding["pier"] == 2


def test_removed_version_is_not_found(index: PassageIndex) -> None:
    index.remove({HARBOUR.version_id})
    assert found(index, BOTH) == set(garden())


def test_version_comes_back_after_it_was_removed(index: PassageIndex) -> None:
    index.remove({HARBOUR.version_id})
    index.add(harbour())
    assert found(index, BOTH) == set(harbour() + garden())


def test_version_that_could_not_be_added_is_in_neither_search_and_can_be_added_again() -> None:
    lookups = iter([ConnectionError("gone")])

    def lookup(_hashes: Sequence[str]) -> Mapping[str, NDArray[np.float32]]:
        for error in lookups:
            raise error
        return {}

    made = PassageIndex(StoredEmbeddings(lookup, CountingModel()))
    with pytest.raises(ConnectionError):
        made.add(harbour())
    assert found(made, BOTH) == set()
    made.add(harbour())
    hits = made.search(QUESTION, stems(QUESTION), BOTH, 8)
    assert {hit.source for hit in hits if hit.cosine is not None} == set(harbour())
    made.close()


def test_adding_a_version_twice_changes_nothing(index: PassageIndex) -> None:
    before = index.search(QUESTION, stems(QUESTION), BOTH, 8)
    index.add(harbour())
    assert sorted(map(repr, index.search(QUESTION, stems(QUESTION), BOTH, 8))) == sorted(
        map(repr, before)
    )


def test_two_indexes_do_not_see_each_other(index: PassageIndex) -> None:
    other = PassageIndex(StoredEmbeddings(lambda hashes: {}, CountingModel()))
    assert found(other, BOTH) == set()
    other.close()


def test_words_answer_while_vectors_are_still_filling() -> None:
    slow = _SlowModel()
    index = PassageIndex(StoredEmbeddings(lambda hashes: {}, slow))
    adding = threading.Thread(target=index.add, args=(harbour(),))
    adding.start()
    slow.started.wait(10)
    seen = index.search(QUESTION, stems(QUESTION), BOTH, 8)
    slow.go_on.set()
    adding.join()
    assert {(each.source, each.cosine) for each in seen} == {
        (harbour()[1], None),
        (harbour()[3], None),
    }
    assert all(each.cosine is not None for each in index.search(QUESTION, ["pier"], BOTH, 8))
    index.close()


def test_readers_see_whole_versions_while_a_writer_works(index: PassageIndex) -> None:
    seen: list[set[Source]] = []
    done = threading.Event()

    def read() -> None:
        while not done.is_set():
            seen.append(found(index, BOTH))

    readers = [threading.Thread(target=read) for _ in range(3)]
    for reader in readers:
        reader.start()
    for _ in range(5):
        index.remove({GARDEN.version_id})
        index.add(garden())
    done.set()
    for reader in readers:
        reader.join()
    whole = set(harbour() + garden())
    assert seen
    assert all(each in (whole, set(harbour())) for each in seen)


class _SlowModel(CountingModel):
    """Waits in the middle of embedding until it is told to go on."""

    def __init__(self) -> None:
        super().__init__()
        self.started, self.go_on = threading.Event(), threading.Event()

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        return super().embed_documents(texts)

    def embed_array(self, texts):  # type: ignore[no-untyped-def]
        if len(texts) > 1:
            self.started.set()
            self.go_on.wait(10)
        return super().embed_array(texts)
