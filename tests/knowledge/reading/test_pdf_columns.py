"""PDF: pages of several columns are read one column after the other."""

from pathlib import Path

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate, Paragraph

from knowledge.papers import Outcome, Passage
from knowledge.reading.files import read

PAGES = 5000
LEFT = [f"The left column says in line {n} that the ferry runs" for n in range(1, 21)]
RIGHT = [f"The right column says in line {n} what a ticket costs" for n in range(1, 21)]
BODY = ParagraphStyle("Body", fontName="Times-Roman", fontSize=10, leading=12)


def passages(path: Path) -> tuple[Passage, ...]:
    reading = read(path, PAGES)
    assert (reading.outcome, reading.reason) == (Outcome.OK, "")
    return reading.passages


def drawn(path: Path, *lines: tuple[float, float, str]) -> Path:
    canvas = Canvas(str(path), pagesize=A4)
    canvas.setFont("Times-Roman", 10)
    for x, y, text in lines:
        canvas.drawString(x, y, text)
    canvas.save()
    return path


def left(first: int = 0, last: int = 20) -> list[tuple[float, float, str]]:
    return [(60, 700 - 12 * n, LEFT[n]) for n in range(first, last)]


def right(first: int = 0, last: int = 20) -> list[tuple[float, float, str]]:
    return [(310, 700 - 12 * n, RIGHT[n]) for n in range(first, last)]


def by_rows() -> list[tuple[float, float, str]]:
    return [line for pair in zip(left(), right(), strict=True) for line in pair]


@pytest.mark.parametrize("lines", [left() + right(), right() + left(), by_rows()])
def test_columns_are_read_one_after_the_other_however_they_are_drawn(
    tmp_path: Path, lines: list[tuple[float, float, str]]
) -> None:
    path = drawn(tmp_path / "paper.pdf", *lines)

    assert " ".join(p.text for p in passages(path)) == " ".join([*LEFT, *RIGHT])


def test_line_across_the_page_ends_the_columns_above_it(tmp_path: Path) -> None:
    across = "Here a sentence goes over the whole width of the page, across both of its columns."
    above = [*left(0, 10), *right(0, 10)]
    below = [(x, y - 30, text) for x, y, text in [*left(10), *right(10)]]
    path = drawn(tmp_path / "paper.pdf", *above, *below, (60, 570, across))

    assert " ".join(p.text for p in passages(path)) == " ".join(
        [*LEFT[:10], *RIGHT[:10], across, *LEFT[10:], *RIGHT[10:]]
    )


def test_three_columns_are_read_in_order(tmp_path: Path) -> None:
    words = ("first", "second", "third")
    texts = [[f"{word} column of three, line {n:02}" for n in range(12)] for word in words]
    rows = [
        (60.0 + 170 * column, 700.0 - 12 * n, texts[column][n])
        for n in range(12)
        for column in range(3)
    ]
    path = drawn(tmp_path / "paper.pdf", *rows)

    told = " ".join(p.text for p in passages(path))
    assert told == " ".join(line for text in texts for line in text)


def test_paragraph_that_goes_on_in_the_next_column_is_one_with_a_box_in_each(
    tmp_path: Path,
) -> None:
    path = tmp_path / "paper.pdf"
    text = " ".join(f"The ferry leaves on trip number {n} with forty people." for n in range(36))
    frames = [Frame(60, 400, 220, 300, id="left"), Frame(310, 400, 220, 300, id="right")]
    document = BaseDocTemplate(str(path), pagesize=A4)
    document.addPageTemplates([PageTemplate("columns", frames)])
    document.build([Paragraph(text, BODY)])

    found = passages(path)

    assert " ".join(p.text for p in found) == text
    assert {p.paragraph for p in found} == {1}
    assert [round(box.left) for p in found for box in p.boxes] == [66, 66, 316]


def test_figures_below_prose_are_no_columns(tmp_path: Path) -> None:
    rows = [(x, 700 - 14 * n, f"{n * x:.0f}") for n in range(1, 12) for x in (60, 200, 340)]
    path = drawn(tmp_path / "paper.pdf", *rows)

    assert "60 · 200 · 340" in passages(path)[0].text
