"""PPTX: slides are pages, titles headings, notes come after."""

from pathlib import Path
from typing import Any

import pptx
import pytest
from pptx.dml.color import RGBColor
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.presentation import Presentation
from pptx.util import Inches, Pt

from knowledge.papers import Outcome, Passage, ReadingWarning, WarningKind
from knowledge.reading.files import read

FERRY = "The ferry leaves the northern quay at eight."


@pytest.fixture
def deck() -> Presentation:
    return pptx.Presentation()


def saved(deck: Presentation, folder: Path) -> Path:
    path = folder / "a.pptx"
    deck.save(str(path))
    return path


def test_slide_is_a_page_with_its_title_as_heading_and_its_notes_after(
    deck: Presentation, tmp_path: Path
) -> None:
    slide = deck.slides.add_slide(deck.slide_layouts[1])
    slide.shapes.title.text = "Ferries"
    slide.placeholders[1].text = "first boat\nsecond boat"
    slide.notes_slide.notes_text_frame.text = FERRY
    other = deck.slides.add_slide(deck.slide_layouts[5])
    other.shapes.title.text = "Prices"
    box = other.shapes.add_textbox(Inches(1), Inches(2), Inches(4), Inches(1))
    box.text_frame.text = "A ticket costs ten."

    reading = read(saved(deck, tmp_path), 50)

    assert (reading.outcome, reading.pages, reading.warnings) == (Outcome.OK, 2, ())
    assert reading.passages == (
        Passage(0, "- first boat\n- second boat", 1, 1, ("Ferries",)),
        Passage(1, FERRY, 2, 1, ("Ferries", "Notes")),
        Passage(2, "A ticket costs ten.", 3, 2, ("Prices",)),
    )


def test_shapes_are_read_from_top_to_bottom_also_in_groups_and_tables_by_rows(
    deck: Presentation, tmp_path: Path
) -> None:
    slide = deck.slides.add_slide(deck.slide_layouts[6])
    table = slide.shapes.add_table(2, 2, Inches(1), Inches(4), Inches(4), Inches(1)).table
    for at, text in enumerate(("Boat", "Seats", "Ann", "40")):
        table.cell(at // 2, at % 2).text = text
    group = slide.shapes.add_group_shape()
    inner = group.shapes.add_textbox(Inches(1), Inches(1), Inches(4), Inches(1))
    inner.text_frame.text = FERRY

    assert [p.text for p in read(saved(deck, tmp_path), 50).passages] == [
        f"{FERRY}\n- Boat: Ann · Seats: 40"
    ]


def test_hidden_slide_is_told_and_left_out_and_an_empty_one_told(
    deck: Presentation, tmp_path: Path
) -> None:
    for text in (FERRY, "Not for you.", ""):
        slide = deck.slides.add_slide(deck.slide_layouts[6])
        box = slide.shapes.add_textbox(Inches(1), Inches(2), Inches(4), Inches(1))
        box.text_frame.text = text
    deck.slides[1]._element.set("show", "0")

    reading = read(saved(deck, tmp_path), 50)

    assert [(p.text, p.page) for p in reading.passages] == [(FERRY, 1)]
    assert reading.warnings == (
        ReadingWarning(WarningKind.HIDDEN, 2, "Not for you."),
        ReadingWarning(WarningKind.NO_TEXT, 3, ""),
    )


def test_more_slides_than_the_limit_are_too_big(deck: Presentation, tmp_path: Path) -> None:
    for _ in range(3):
        deck.slides.add_slide(deck.slide_layouts[6])

    assert read(saved(deck, tmp_path), 2).outcome is Outcome.TOO_BIG


def test_presentation_named_docx_is_refused(deck: Presentation, tmp_path: Path) -> None:
    path = saved(deck, tmp_path).rename(tmp_path / "a.docx")

    reading = read(path, 50)

    assert reading.outcome is Outcome.UNSUPPORTED
    assert "holds a presentation" in reading.reason


SECRET = "Nobody sees this."
WHITE = RGBColor(0xFF, 0xFF, 0xFF)


def with_secret(deck: Presentation) -> tuple[Any, Any]:
    """A slide with a sentence, and below it a box with another one."""
    slide = deck.slides.add_slide(deck.slide_layouts[6])
    slide.shapes.add_textbox(0, 0, Inches(4), Inches(1)).text_frame.text = FERRY
    box = slide.shapes.add_textbox(0, Inches(3), Inches(4), Inches(1))
    box.text_frame.text = SECRET
    return slide, box


@pytest.mark.parametrize("how", ["white", "scheme", "small", "beside"])
def test_text_of_a_slide_that_nobody_sees_is_told_and_left_out(
    deck: Presentation, tmp_path: Path, how: str
) -> None:
    _, box = with_secret(deck)
    font = box.text_frame.paragraphs[0].runs[0].font
    if how == "white":
        font.color.rgb = WHITE
    elif how == "scheme":
        font.color.theme_color = MSO_THEME_COLOR.BACKGROUND_1
    elif how == "small":
        font.size = Pt(1)
    else:
        box.left = Inches(-9)

    reading = read(saved(deck, tmp_path), 50)

    assert [p.text for p in reading.passages] == [FERRY]
    assert reading.warnings == (ReadingWarning(WarningKind.HIDDEN, 1, SECRET),)


@pytest.mark.parametrize("how", ["box", "shape below", "slide", "layout"])
def test_white_text_on_a_dark_ground_is_read(deck: Presentation, tmp_path: Path, how: str) -> None:
    slide, box = with_secret(deck)
    box.text_frame.paragraphs[0].runs[0].font.color.rgb = WHITE
    if how == "box":
        box.fill.solid()
    elif how == "shape below":
        below = slide.shapes.add_shape(1, 0, Inches(2), Inches(5), Inches(3))
        box._element.addprevious(below._element)
    else:
        ground = (slide if how == "slide" else slide.slide_layout).background.fill
        ground.solid()
        ground.fore_color.rgb = RGBColor(0, 0, 64)

    reading = read(saved(deck, tmp_path), 50)

    assert ([p.text for p in reading.passages], reading.warnings) == ([FERRY, SECRET], ())
