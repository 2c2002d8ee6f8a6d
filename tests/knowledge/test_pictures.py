"""Pages as pictures: their size, where the box is, and that hostile files end in nothing."""

import io
import sys
from pathlib import Path

import pytest
from PIL import Image

from knowledge import pictures
from knowledge.page_drawing import MOST_HEIGHT, MOST_WIDTH
from knowledge.papers import Box
from knowledge.pictures import draw_page
from knowledge.reading.limits import Limits

PIXELS = 150 / 72  # a point
BOX = Box(1, 100, 600, 300, 650)


def pdf(width: float = 595, height: float = 842, more: str = "", content: bytes = b"") -> bytes:
    """One page, white but for its content, as small as a PDF can be."""
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {width} {height}]/Contents 4 0 R{more}>>".encode(),
        b"<</Length %d>>stream\n%s\nendstream" % (len(content), content),
    ]
    body = b"".join(b"%d 0 obj%s endobj\n" % (at, each) for at, each in enumerate(objects, 1))
    return b"%PDF-1.7\n" + body + b"trailer<</Root 1 0 R>>"


def drawn(data: bytes, *boxes: Box, page: int = 1) -> Image.Image:
    picture = draw_page(data, page, boxes)
    assert picture is not None
    return Image.open(io.BytesIO(picture)).convert("RGB")


def coloured(picture: Image.Image) -> tuple[int, int, int, int] | None:
    """Where anything but grey is: left, top, right, bottom in pixels; None for nowhere."""
    saturation = picture.convert("HSV").getchannel("S")
    return saturation.point([0] * 30 + [255] * 226).getbbox()


def test_page_is_150_dots_an_inch() -> None:
    assert drawn(pdf()).size == (round(595 * PIXELS + 0.5), round(842 * PIXELS + 0.5))


@pytest.mark.parametrize(
    ("width", "height"), [(3000, 1000), (1000, 9000), (14400, 14400), (200, 100)]
)
def test_picture_is_never_bigger_than_a_phone_shows(width: int, height: int) -> None:
    size = drawn(pdf(width, height)).size
    assert (size[0] <= MOST_WIDTH, size[1] <= MOST_HEIGHT) == (True, True)
    assert size[0] / size[1] == pytest.approx(width / height, rel=0.01)


def test_box_is_where_the_passage_is_and_nowhere_else() -> None:
    found = coloured(drawn(pdf(), BOX))
    # Three points are left around the text.
    expected = [97 * PIXELS, (842 - 653) * PIXELS, 303 * PIXELS, (842 - 597) * PIXELS]
    assert found == pytest.approx(expected, abs=2)


def test_text_is_read_through_the_box() -> None:
    ink = b"0 g 150 610 50 20 re f"
    picture = drawn(pdf(content=ink), BOX)
    inside, beside = (
        picture.getpixel((round(x * PIXELS), round((842 - 620) * PIXELS))) for x in (175, 250)
    )
    assert (max(inside) < 80, min(beside[:2]) > 200, beside[2] < 230) == (True, True, True)


def test_page_without_boxes_is_left_as_it_is() -> None:
    assert coloured(drawn(pdf())) is None
    assert coloured(drawn(pdf(), Box(2, 100, 600, 300, 650))) is None


def test_page_that_is_turned_has_its_box_turned_too() -> None:
    picture = drawn(pdf(more="/Rotate 90"), BOX)
    assert picture.size[0] > picture.size[1]
    expected = [597 * PIXELS, 97 * PIXELS, 653 * PIXELS, 303 * PIXELS]
    assert coloured(picture) == pytest.approx(expected, abs=2)


def test_page_that_is_cropped_has_its_box_in_what_is_left() -> None:
    picture = drawn(pdf(more="/CropBox[50 500 350 700]"), BOX)
    assert picture.size == pytest.approx((300 * PIXELS, 200 * PIXELS), abs=1)
    expected = [47 * PIXELS, 47 * PIXELS, 253 * PIXELS, 103 * PIXELS]
    assert coloured(picture) == pytest.approx(expected, abs=2)


def test_box_is_on_the_line_of_a_sample_paper() -> None:
    sample = Path(__file__).parents[2] / "sample/papers/concept-note.pdf"
    picture = drawn(sample.read_bytes(), Box(2, 100, 600, 300, 650), page=2)
    assert picture.size == (1241, 1754)


@pytest.mark.parametrize(
    ("data", "page"),
    [(b"", 1), (b"no paper", 1), (pdf(), 2), (pdf(), 0), (pdf(), -1), (pdf(9000, 30), 1)],
)
def test_what_cannot_be_drawn_is_no_picture(data: bytes, page: int) -> None:
    assert draw_page(data, page, [BOX]) is None


def test_page_that_takes_too_long_is_given_up() -> None:
    content = b"0 0 500 800 re f " * 2_000_000
    assert draw_page(pdf(content=content), 1, [], Limits(seconds=0.3)) is None


def test_page_that_takes_too_much_memory_is_given_up() -> None:
    assert draw_page(pdf(), 1, [], Limits(seconds=10, memory_mib=40)) is None


@pytest.mark.parametrize("code", ["while True: os.write(1, b'spam' * 9_999)", "time.sleep(60)"])
def test_child_that_floods_the_pipe_or_takes_nothing_is_ended(
    monkeypatch: pytest.MonkeyPatch, code: str
) -> None:
    command = [sys.executable, "-S", "-c", f"import os, time\n{code}"]
    monkeypatch.setattr(pictures, "_command", lambda *_: command)
    assert draw_page(bytes(1_000_000), 1, [BOX], Limits(seconds=1)) is None
