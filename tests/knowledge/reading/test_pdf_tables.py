"""PDF: the rows of a table carry the names of its columns."""

from pathlib import Path

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Table, TableStyle

from knowledge.reading.files import read

STYLES = getSampleStyleSheet()
BODY = STYLES["BodyText"]
BEFORE = "The boats and their seats are listed below, as they were counted in the two years."
AFTER = "All other boats are counted again in the spring, when the ice has left the harbour."


def laid_out(path: Path, *story: Flowable) -> list[str]:
    SimpleDocTemplate(str(path), pagesize=A4).build(list(story))
    return [p.text for p in read(path, 50).passages]


def table(*rows: list[str | Paragraph], header: str = "Helvetica-Bold") -> Table:
    widths = [450 / len(rows[0])] * len(rows[0])
    return Table(rows, widths, style=TableStyle([("FONTNAME", (0, 0), (-1, 0), header)]))


@pytest.mark.parametrize("header", ["Helvetica", "Helvetica-Bold"])
def test_rows_carry_their_header_and_stand_below_what_introduces_them(
    tmp_path: Path, header: str
) -> None:
    counted = table(
        ["Country", "2006", "2007"], ["Chad", "12", "14"], ["Mali", "9", "–"], header=header
    )

    found = laid_out(tmp_path / "a.pdf", Paragraph(BEFORE, BODY), counted, Paragraph(AFTER, BODY))

    rows = "- Country: Chad · 2006: 12 · 2007: 14\n- Country: Mali · 2006: 9 · 2007: –"
    assert found == [f"{BEFORE}\n{rows}", AFTER]


def test_cell_of_several_lines_is_one_cell(tmp_path: Path) -> None:
    long = Paragraph("carries people and goods in summer and only goods in the winter months", BODY)
    rows = table(
        ["Boat", "Seats", "Use"],
        ["Ann", "40", long],
        ["Bob", "12", Paragraph("carries people", BODY)],
    )

    assert laid_out(tmp_path / "a.pdf", rows) == [
        f"- Boat: Ann · Seats: 40 · Use: {long.text}\n- Boat: Bob · Seats: 12 · Use: carries people"
    ]


def test_two_columns_need_figures_or_a_bold_header_to_be_a_table(tmp_path: Path) -> None:
    rows = table(["Boat", "Seats"], ["Ann", "40"], ["Bob", "12"], ["Eve", "7"], header="Helvetica")

    assert laid_out(tmp_path / "a.pdf", rows) == [
        "- Boat: Ann · Seats: 40\n- Boat: Bob · Seats: 12\n- Boat: Eve · Seats: 7"
    ]


def test_row_has_a_box_of_its_own_page(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    laid_out(path, table(["Country", "2006", "2007"], ["Chad", "12", "14"], ["Mali", "9", "8"]))

    (passage,) = read(path, 50).passages
    (box,) = passage.boxes
    assert (box.page, round(box.left), round(box.right)) == (1, 79, 390)


@pytest.mark.parametrize("repeated", [0, 1])
@pytest.mark.parametrize("words", [("12", "14"), ("calm", "windy")])
def test_table_that_goes_on_overleaf_takes_its_header_with_it(
    tmp_path: Path, repeated: int, words: tuple[str, str]
) -> None:
    path = tmp_path / "a.pdf"
    rows = [["Country", "Spring", "Autumn"], *([f"Land {n}", *words] for n in range(60))]
    bold = TableStyle([("FONTNAME", (0, 0), (-1, 0), "Helvetica-Bold")])
    SimpleDocTemplate(str(path), pagesize=A4).build(
        [Table(rows, [150] * 3, style=bold, repeatRows=repeated)]
    )

    read_rows = [line for p in read(path, 50).passages for line in p.text.split("\n")]

    assert read_rows == [
        f"- Country: Land {n} · Spring: {words[0]} · Autumn: {words[1]}" for n in range(60)
    ]
