"""When the papers are silent: what speaks for an answer and what against it."""

from dataclasses import replace

import pytest

from knowledge.embedding import SentenceModel
from knowledge.index import PassageIndex
from knowledge.refusal import Signs, answers, probability, signs
from knowledge.search import Search
from knowledge.writers.choosing import scored
from tests.knowledge.small_library import GARDEN, HARBOUR

BOTH = frozenset({HARBOUR.version_id, GARDEN.version_id})
SURE = Signs(1.0, 0.3, 0.0, 0.0, 0.0)


def signs_of(question: str, index: PassageIndex, model: SentenceModel) -> Signs:
    evidence = Search(index).evidence(question, BOTH)
    return signs(evidence, scored(evidence, model))


def test_every_sign_against_makes_an_answer_less_likely() -> None:
    worse = [
        replace(SURE, score=0.5),
        replace(SURE, lead=0.0),
        replace(SURE, strange_names=1.0),
        replace(SURE, strange_numbers=1.0),
        replace(SURE, wrong_kind=1.0),
    ]
    assert all(probability(each) < probability(SURE) for each in worse)


def test_name_that_the_passage_lacks_is_strange(index: PassageIndex, model: SentenceModel) -> None:
    known = signs_of("Who wrote the plan in Bergen?", index, model)
    strange = signs_of("Who wrote the plan in Trondheim?", index, model)
    assert (known.strange_names, strange.strange_names > 0.2) == (0.0, True)


def test_number_that_the_passage_lacks_is_strange(
    index: PassageIndex, model: SentenceModel
) -> None:
    known = signs_of("Is the pier 120 metres long?", index, model)
    strange = signs_of("Is the pier 900 metres long?", index, model)
    assert (known.strange_numbers, strange.strange_numbers) == (0.0, 1.0)


@pytest.mark.parametrize(
    ("question", "answered"),
    [("What is the phone number of the office?", False), ("Which number has the office?", True)],
)
def test_strict_kinds_must_be_held(question: str, answered: bool) -> None:
    assert answers(question, replace(SURE, wrong_kind=1.0)) is answered
