"""Search: fused by scores, in a scope that the caller gives."""

import pytest

from knowledge.index import PassageIndex
from knowledge.search import WORDS_SHARE, EmptyScope, Search
from tests.knowledge.small_library import GARDEN, HARBOUR, harbour

BOTH = frozenset({HARBOUR.version_id, GARDEN.version_id})


def test_best_passage_comes_first(index: PassageIndex) -> None:
    hits = Search(index).find("When will the pier be opened?", BOTH)
    assert hits[0].source == harbour()[1]
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)


def test_score_is_fused_from_both_scores(index: PassageIndex) -> None:
    for hit in Search(index).find("dogs and roses", BOTH):
        fused = WORDS_SHARE * hit.bm25 + (1 - WORDS_SHARE) * max(0.0, hit.cosine)
        assert hit.score == pytest.approx(fused)
        assert 0 <= hit.bm25 <= 1


def test_headings_are_searched_too(index: PassageIndex) -> None:
    assert Search(index).find("animals", BOTH)[0].source.passage.headings == ("ANIMALS",)


def test_limit_holds(index: PassageIndex) -> None:
    assert len(Search(index).find("pier", BOTH, limit=2)) == 2


def test_empty_scope_is_an_error(index: PassageIndex) -> None:
    with pytest.raises(EmptyScope):
        Search(index).find("pier", frozenset())


def test_scope_of_unknown_versions_finds_nothing(index: PassageIndex) -> None:
    assert Search(index).find("pier", frozenset({999})) == ()


@pytest.mark.parametrize("question", ["", " ", "🎉🎉", "?!", "a" * 4096, "<b>pier</b>"])
def test_any_question_is_searched_without_a_fault(index: PassageIndex, question: str) -> None:
    assert len(Search(index).find(question, BOTH)) <= 8
