"""What can be quoted of a passage."""

from knowledge.papers import Passage, Source
from knowledge.writers.units import Kind, ListParts, list_parts, units
from tests.knowledge.small_library import HARBOUR, harbour


def test_sentences_of_prose_are_units() -> None:
    found = units(harbour()[1])
    assert [unit.kind for unit in found] == [Kind.PROSE] * 3
    assert " ".join(unit.text for unit in found) == harbour()[1].passage.text


def test_items_stand_under_the_line_that_introduces_them() -> None:
    lead, *items = units(harbour()[2])
    assert (lead.kind, lead.text) == (Kind.LEAD, "The plan has three aims:")
    assert [item.text for item in items] == [
        "to shelter small boats from the western swell",
        "to shorten the walk between ferry and railway",
        "to keep the old warehouses",
    ]
    assert {(item.kind, item.lead) for item in items} == {(Kind.ITEM, lead.text)}


def test_every_unit_stands_in_its_passage_word_for_word() -> None:
    text = "Rules (see p. 4, i.e. the annex): none apply.\n- First. Second (e.g. boats).\n- Third"
    source = Source(HARBOUR, Passage(0, text, 1, 1))
    assert all(unit.text in text for unit in units(source))


def test_list_is_known_with_the_last_sentence_before_it() -> None:
    text = "It rains often. Bring these:\n- a coat\n- boots"
    assert list_parts(Passage(0, text, 1, 1)) == ListParts("Bring these:", ("a coat", "boots"))


def test_prose_holds_no_list() -> None:
    assert list_parts(harbour()[1].passage) is None


def test_sentence_that_points_back_is_quoted_with_the_one_before() -> None:
    _, opening, ferries = units(harbour()[1])
    assert opening.quote == (
        "The new pier will be 120 metres long. It will be opened on 4 June 2031."
    )
    assert ferries.quote == "Ferries to Stavanger leave from its northern end."
    assert opening.quote in harbour()[1].passage.text


def test_heading_that_runs_into_its_line_belongs_to_the_first_sentence() -> None:
    text = "Boats. Small ones moor inside. Large ones stay out.\n- Nets. They dry on the quay."
    found = units(Source(HARBOUR, Passage(0, text, 1, 1)))
    assert [unit.quote for unit in found] == [
        "Boats. Small ones moor inside.",
        "Large ones stay out.",
        "Nets. They dry on the quay.",
    ]
    assert found[2].in_context == "Large ones stay out. Nets. They dry on the quay."
