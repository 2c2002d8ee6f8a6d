"""What the extractive writer quotes: sentences that answer, a whole list, or nothing."""

from collections.abc import Callable

import pytest

from knowledge.embedding import SentenceModel, StoredEmbeddings
from knowledge.index import PassageIndex
from knowledge.papers import Passage, Source
from knowledge.search import Search
from knowledge.writers.extractive import ExtractiveWriter
from knowledge.writers.writer import Statement
from tests.knowledge.small_library import GARDEN, HARBOUR, garden, harbour

Write = Callable[[str], list[Statement]]
BOTH = frozenset({HARBOUR.version_id, GARDEN.version_id})


@pytest.fixture
def written(index: PassageIndex, model: SentenceModel) -> Write:
    def write(question: str) -> list[Statement]:
        return list(ExtractiveWriter(model).write(Search(index).evidence(question, BOTH)))

    return write


def of_one(source: Source, question: str, model: SentenceModel) -> list[Statement]:
    """What is written from a paper of one passage."""
    index = PassageIndex(StoredEmbeddings(lambda hashes: {}, model))
    index.add([source])
    evidence = Search(index).evidence(question, frozenset({source.label.version_id}))
    index.close()
    return list(ExtractiveWriter(model).write(evidence))


def test_one_sentence_is_quoted_exactly(written: Write) -> None:
    assert written("Are dogs allowed in the garden?") == [
        Statement("Dogs stay outside the garden, whatever their size.", (garden()[1],))
    ]


def test_item_that_stands_out_is_quoted_alone(written: Write) -> None:
    assert written("Where do small boats find shelter from the western swell?") == [
        Statement("to shelter small boats from the western swell", (harbour()[2],))
    ]


def test_whole_list_comes_when_a_list_is_asked_for(written: Write) -> None:
    (statement,) = written("Which aims does the plan have?")
    assert (statement.text, len(statement.items)) == ("The plan has three aims:", 3)


def test_introduction_that_holds_what_is_asked_is_quoted_without_its_list(written: Write) -> None:
    assert written("How many aims does the plan have?") == [
        Statement("The plan has three aims:", (harbour()[2],))
    ]


@pytest.mark.parametrize("question", ["", "?!", "what is it", "Who plays the organ in church?"])
def test_nothing_is_written_where_nothing_answers(written: Write, question: str) -> None:
    assert written(question) == []


def test_list_comes_with_what_its_introduction_points_back_to(model: SentenceModel) -> None:
    text = "The garden has two gates. They are named after:\n- the north\n- the south"
    source = Source(GARDEN, Passage(0, text, 1, None))
    assert of_one(source, "Which gates does the garden have?", model) == [
        Statement(
            "The garden has two gates. They are named after:",
            (source,),
            ("the north", "the south"),
        )
    ]


def test_sentence_is_quoted_once_where_the_next_one_points_back_to_it(model: SentenceModel) -> None:
    text = "Members. In all, 80 members are expected. They are gardeners who know the trade."
    source = Source(GARDEN, Passage(0, text, 1, None))
    assert of_one(source, "How many members are expected?", model) == [
        Statement("Members. In all, 80 members are expected.", (source,))
    ]
