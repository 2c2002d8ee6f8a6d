"""How a citation reads, how claims are numbered, and what no passage holds and is dropped."""

import pytest

from knowledge.answers import Answer, Citation, Claim
from knowledge.citations import check, citation_text, cite
from knowledge.papers import Passage, Source, VersionLabel
from knowledge.writers.writer import Statement
from tests.knowledge.small_library import garden, harbour

FRONT, PIER, AIMS, COST = harbour()
DOGS = garden()[1]
LENGTH = "The new pier will be 120 metres long."
OPENING = "It will be opened on 4 June 2031."


@pytest.mark.parametrize(
    ("paragraph", "page", "expected"),
    [
        (12, None, "Harbour plan, v2, ¶ 12"),
        (12, 3, "Harbour plan, v2, ¶ 12, p. 3"),
        (None, None, "Harbour plan, v2, front page"),
        (None, 1, "Harbour plan, v2, front page"),
    ],
)
def test_citation_reads_exactly_so(paragraph: int | None, page: int | None, expected: str) -> None:
    source = Source(VersionLabel(7, "Harbour plan", 2), Passage(0, "Text.", paragraph, page))
    assert citation_text(source) == citation_text(Citation(1, source, ())) == expected


def test_citations_are_numbered_in_order_and_one_passage_has_one() -> None:
    draft = [
        Statement(LENGTH, (PIER,)),
        Statement(DOGS.passage.text, (DOGS,)),
        Statement(OPENING, (PIER,)),
    ]
    assert cite(draft) == Answer(
        (Claim(LENGTH, (1,)), Claim(DOGS.passage.text, (2,)), Claim(OPENING, (1,))),
        (Citation(1, PIER, (LENGTH, OPENING)), Citation(2, DOGS, (DOGS.passage.text,))),
    )


def test_items_of_a_list_are_quotes_too() -> None:
    items = ("to keep the old warehouses",)
    answer = cite([Statement("The plan has three aims:", (AIMS,), items)])
    assert answer.citations == (Citation(1, AIMS, ("The plan has three aims:", *items)),)
    assert check(answer, [AIMS]) == answer


def test_true_claims_stay_and_the_rest_is_numbered_anew() -> None:
    invented = "The new pier will be 130 metres long."
    answer = Answer(
        (Claim(invented, (1,)), Claim(DOGS.passage.text, (2,))),
        (Citation(1, PIER, (invented,)), Citation(2, DOGS, (DOGS.passage.text,))),
    )
    assert check(answer, [PIER, DOGS]) == cite([Statement(DOGS.passage.text, (DOGS,))])


@pytest.mark.parametrize(
    "said",
    [
        "The pier is 130 metres long.",
        "Ferries to Haugesund leave from the pier.",
        "The plan calls it “the longest pier”.",
    ],
    ids=["number", "name", "quotation"],
)
def test_claim_is_dropped_when_its_passage_does_not_hold_its(said: str) -> None:
    assert check(cite([Statement(said, (PIER,))]), [PIER]) is None


def test_claim_in_other_words_stays_when_its_facts_are_in_its_passages() -> None:
    answer = cite([Statement("The pier, of 120 metres, costs 14 million.", (PIER, COST))])
    assert check(answer, [PIER, COST]) == answer


def test_claim_on_a_passage_that_was_not_shown_is_dropped() -> None:
    assert check(cite([Statement(LENGTH, (PIER,))]), [FRONT]) is None


@pytest.mark.parametrize("numbers", [(), (3,)], ids=["none", "unknown"])
def test_claim_without_a_citation_that_exists_is_dropped(numbers: tuple[int, ...]) -> None:
    assert check(Answer((Claim(LENGTH, numbers),), (Citation(1, PIER, (LENGTH,)),)), [PIER]) is None


def test_nothing_said_is_no_answer() -> None:
    assert check(cite([]), [PIER]) is None
