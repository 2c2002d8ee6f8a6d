"""The meeting's real concept note, the hard case; its sentences stay out of the project."""

from pathlib import Path

import pytest

from knowledge.papers import Outcome, Passage, Reading
from knowledge.reading.child import read_file

NOTE = Path(__file__).parents[3] / "shared" / "meeting" / "concept-note.txt"

pytestmark = pytest.mark.skipif(not NOTE.exists(), reason="the real concept note is not here")


@pytest.fixture(scope="module")
def reading() -> Reading:
    return read_file(NOTE)


def of_paragraph(reading: Reading, number: int | None) -> list[Passage]:
    return [passage for passage in reading.passages if passage.paragraph == number]


def test_note_is_read_with_its_first_line_as_title_and_no_pages(reading: Reading) -> None:
    first_line = NOTE.read_text(encoding="utf-8").splitlines()[0]

    assert (reading.outcome, reading.title, reading.pages) == (Outcome.OK, first_line, None)
    assert {passage.page for passage in reading.passages} == {None}


def test_paragraphs_are_the_front_page_and_then_1_to_11_in_order(reading: Reading) -> None:
    numbers = [passage.paragraph for passage in reading.passages]

    assert list(dict.fromkeys(numbers)) == [None, *range(1, 12)]
    assert [passage.position for passage in reading.passages] == list(range(len(numbers)))


def test_item_without_number_is_paragraph_4(reading: Reading) -> None:
    assert of_paragraph(reading, 4)[0].text.startswith("Within the multilateral system")


def test_footnote_does_not_split_paragraph_2(reading: Reading) -> None:
    (whole,) = of_paragraph(reading, 2)

    assert "delivery and evaluation" in whole.text


def test_footnotes_follow_the_paragraphs_that_carry_their_marks(reading: Reading) -> None:
    notes = [(p.paragraph, p.text[:5]) for p in reading.passages if p.text[0] in "¹²"]

    assert notes == [(None, "¹ The"), (4, "² See")]


def test_contacts_stay_together_on_the_front_page(reading: Reading) -> None:
    (contacts,) = [p for p in of_paragraph(reading, None) if p.text.startswith("Contacts:")]

    assert contacts.text.count("\n- ") == 5


@pytest.mark.parametrize(("number", "bullets"), [(5, 4), (8, 5), (9, 4), (11, 7)])
def test_list_stays_with_the_line_that_introduces_it(
    reading: Reading, number: int, bullets: int
) -> None:
    (passage,) = of_paragraph(reading, number)
    lead, *items = passage.text.split("\n")

    assert lead.endswith(":")
    assert [item[:2] for item in items] == ["- "] * bullets


def test_page_footer_does_not_split_an_item_of_paragraph_11(reading: Reading) -> None:
    (passage,) = of_paragraph(reading, 11)

    assert "diplomatic actors contribute" in passage.text
    assert not any("07 December" in each.text for each in reading.passages)


def test_headings_are_the_path_from_the_section_down(reading: Reading) -> None:
    paths = {passage.paragraph: passage.headings for passage in reading.passages}

    assert [len(paths[n]) for n in (None, 1, 3, 5, 11)] == [0, 2, 2, 1, 1]
    assert paths[4][0] == "I. BACKGROUND"
    assert paths[8] == ("III. FORMAT",)


def test_marks_of_bold_text_are_dropped(reading: Reading) -> None:
    assert not any("**" in passage.text for passage in reading.passages)
