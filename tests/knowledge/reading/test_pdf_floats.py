"""PDF: captions and the labels of figures stand apart from the text that runs around them."""

from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from knowledge.reading.files import read

LEFT = [f"The left column says in line {n} that the ferry runs" for n in range(1, 21)]
RIGHT = [f"and the right one goes on in line {n} with the prices" for n in range(1, 16)]
LABELS = [f"quay-{n} (1.{n}x)" for n in range(6)]
CAPTION = "Figure 1. Boats at the quays, by the hour."


def column(canvas: Canvas, x: float, y: float, lines: list[str], font: str, size: float) -> None:
    canvas.setFont(font, size)
    for at, line in enumerate(lines):
        canvas.drawString(x, y - 1.2 * size * at, line)


def test_text_goes_on_behind_a_figure_at_the_top_of_the_next_column(tmp_path: Path) -> None:
    path = tmp_path / "paper.pdf"
    canvas = Canvas(str(path), pagesize=A4)
    column(canvas, 60, 700, LEFT, "Times-Roman", 10)
    column(canvas, 340, 700, LABELS, "Helvetica", 6)
    column(canvas, 310, 640, [CAPTION], "Times-Bold", 10)
    column(canvas, 310, 610, RIGHT, "Times-Roman", 10)
    canvas.save()

    assert [p.text for p in read(path, 50).passages] == [
        " ".join([*LEFT, *RIGHT]),
        " ".join(LABELS),
        CAPTION,
    ]


def test_many_short_labels_of_a_page_are_one_passage(tmp_path: Path) -> None:
    path = tmp_path / "timetable.pdf"
    canvas = Canvas(str(path), pagesize=A4)
    labels = [f"Band {n}" for n in range(14)]
    for at, label in enumerate(labels):
        canvas.drawString(60 + 31 * (at % 3), 780 - 53 * at, label)
    canvas.save()

    assert [p.text for p in read(path, 50).passages] == [" · ".join(labels)]
