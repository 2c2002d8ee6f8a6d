"""PDF: what nobody can see is told and left out; what can be seen stays."""

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from knowledge.papers import Box, Reading, ReadingWarning, WarningKind
from knowledge.reading.files import read

SHOWN = "The ferry leaves the northern quay at eight and carries forty people."
SECRET = "The ferry is cancelled for good."


def white(canvas: Canvas) -> None:
    canvas.setFillColorRGB(1, 1, 1)
    canvas.drawString(72, 600, SECRET)


def tiny(canvas: Canvas) -> None:
    canvas.setFont("Helvetica", 1)
    canvas.drawString(72, 600, SECRET)


def off_the_page(canvas: Canvas) -> None:
    canvas.drawString(900, 600, SECRET)


def unpainted(canvas: Canvas) -> None:
    text = canvas.beginText(72, 600)
    text.setTextRenderMode(3)
    text.textLine(SECRET)
    canvas.drawText(text)


def white_on_blue(canvas: Canvas) -> None:
    canvas.setFillColorRGB(0, 0, 0.6)
    canvas.rect(60, 590, 300, 30, fill=1)
    white(canvas)


def reading_of(path: Path, *draw: Callable[[Canvas], None]) -> Reading:
    canvas = Canvas(str(path), pagesize=A4)
    for drawing in draw:
        canvas.drawString(72, 700, SHOWN)
        drawing(canvas)
        canvas.showPage()
    canvas.save()
    return read(path, 50)


@pytest.mark.parametrize("hide", [white, tiny, off_the_page, unpainted])
def test_hidden_text_is_told_and_left_out(tmp_path: Path, hide: Callable[[Canvas], None]) -> None:
    reading = reading_of(tmp_path / "a.pdf", hide)

    assert [p.text for p in reading.passages] == [SHOWN]
    assert reading.warnings == (ReadingWarning(WarningKind.HIDDEN, 1, SECRET),)


def test_white_letters_on_a_dark_ground_are_read(tmp_path: Path) -> None:
    reading = reading_of(tmp_path / "a.pdf", white_on_blue)

    assert " ".join(p.text for p in reading.passages) == f"{SHOWN} {SECRET}"
    assert reading.warnings == ()


def test_recognised_text_over_a_scan_is_read(tmp_path: Path) -> None:
    def scan(canvas: Canvas) -> None:
        canvas.drawImage(ImageReader(Image.new("RGB", (60, 80), "grey")), 0, 0, *A4)
        unpainted(canvas)

    reading = reading_of(tmp_path / "a.pdf", scan)

    assert " ".join(p.text for p in reading.passages) == f"{SHOWN} {SECRET}"
    assert reading.warnings == ()


def test_page_without_text_is_told(tmp_path: Path) -> None:
    target = io.BytesIO()
    canvas = Canvas(target)
    for text in (SHOWN, "", SHOWN):
        canvas.drawString(72, 700, text)
        canvas.showPage()
    canvas.save()
    path = tmp_path / "a.pdf"
    path.write_bytes(target.getvalue())

    assert read(path, 50).warnings == (ReadingWarning(WarningKind.NO_TEXT, 2, ""),)


def test_page_labels_are_given_where_they_are_not_the_count(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    canvas = Canvas(str(path))
    for at, style in enumerate(("ROMAN_LOWER", "ROMAN_LOWER", "ARABIC")):
        canvas.addPageLabel(at, style=style, start=1 + at % 2)
        canvas.drawString(72, 700, f"{SHOWN} Page {at}.")
        canvas.showPage()
    canvas.save()

    assert [(p.page, p.page_label) for p in read(path, 50).passages] == [
        (1, "i"),
        (2, "ii"),
        (3, "1"),
    ]


def test_box_lies_around_the_lines_of_its_passage(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    canvas = Canvas(str(path), pagesize=A4)
    canvas.setFont("Helvetica", 10)
    for y, text in ((700, SHOWN), (688, SHOWN), (640, SHOWN)):
        canvas.drawString(72, y, text)
    canvas.save()
    right = 72 + canvas.stringWidth(SHOWN, "Helvetica", 10)

    boxes = [p.boxes for p in read(path, 50).passages]

    assert [len(found) for found in boxes] == [1, 1]
    (first,), (second,) = boxes
    assert _near(first, Box(1, 72, 686, right, 709))
    assert _near(second, Box(1, 72, 638, right, 649))


def _near(one: Box, other: Box) -> bool:
    sides = ("left", "bottom", "right", "top")
    near = all(abs(getattr(one, side) - getattr(other, side)) < 2 for side in sides)
    return one.page == other.page and near
