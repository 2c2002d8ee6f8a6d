"""PDF: what the layout of a real page tells."""

from collections.abc import Callable
from pathlib import Path

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle, getSampleStyleSheet
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, PageBreak, Paragraph, SimpleDocTemplate

from knowledge.papers import Outcome, Passage
from knowledge.reading.files import read

MakePdf = Callable[..., Path]
FERRY = "The ferry leaves the northern quay at eight and carries forty people to the island."
PAGES = 5000
STYLES = getSampleStyleSheet()
BODY = ParagraphStyle("Body", parent=STYLES["BodyText"], fontName="Times-Roman", fontSize=11)


def body(text: str) -> Paragraph:
    return Paragraph(text, BODY)


def bullet(text: str) -> Paragraph:
    return Paragraph(text, BODY, bulletText="•")


def heading(text: str, style: str = "Heading1") -> Paragraph:
    return Paragraph(text, STYLES[style])


@pytest.fixture
def make_pdf(tmp_path: Path) -> MakePdf:
    """Lay out a story on A4 with a running header, a page number and a footnote on each page."""

    def make(*story: Flowable, title: str = "", footnote: str = "") -> Path:
        path = tmp_path / "paper.pdf"
        document = SimpleDocTemplate(str(path), pagesize=A4, title=title, bottomMargin=110)

        def margins(canvas: Canvas, _document: SimpleDocTemplate) -> None:
            canvas.setFont("Times-Roman", 8)
            canvas.drawString(72, A4[1] - 36, "Draft for comment")
            canvas.drawCentredString(A4[0] / 2, 30, f"Page {canvas.getPageNumber()}")
            if footnote and canvas.getPageNumber() == 1:
                canvas.drawString(78, 90, footnote)

        document.build(list(story), onFirstPage=margins, onLaterPages=margins)
        return path

    return make


def passages(path: Path) -> tuple[Passage, ...]:
    reading = read(path, PAGES)
    assert (reading.outcome, reading.reason) == (Outcome.OK, "")
    return reading.passages


def test_wrapped_lines_are_one_paragraph_and_gaps_part_them(make_pdf: MakePdf) -> None:
    long = " ".join([FERRY] * 5)

    found = passages(make_pdf(body(long), body(long), body(FERRY)))

    assert [(p.paragraph, p.text) for p in found] == [(1, long), (2, long), (3, FERRY)]


def test_headings_come_from_size_and_weight(make_pdf: MakePdf) -> None:
    path = make_pdf(
        heading("Harbour plans", "Title"),
        heading("I. Ferries"),
        heading("Times of the year", "Heading2"),
        body(" ".join([FERRY] * 4)),
        heading("II. Prices"),
        body(" ".join([FERRY] * 4)),
    )

    assert [p.headings for p in passages(path)] == [
        ("I. Ferries", "Times of the year"),
        ("II. Prices",),
    ]


def test_printed_numbers_and_bullets_are_found(make_pdf: MakePdf) -> None:
    path = make_pdf(
        body("Sent by the harbour office to all who use the northern quay."),
        body(f"1. {FERRY} {FERRY}"),
        body("2. The office will:"),
        bullet(f"mend the quay, because {FERRY[0].lower()}{FERRY[1:-1]};"),
        bullet("count the boats."),
        body(f"{FERRY} {FERRY}"),
        body(f"4. <b>Times:</b> {FERRY}"),
    )

    found = passages(path)

    assert [p.paragraph for p in found] == [None, 1, 2, 3, 4]
    assert found[2].text.count("\n- ") == 2
    assert found[4].text == f"Times: {FERRY}"


def test_running_lines_and_page_numbers_are_dropped(make_pdf: MakePdf) -> None:
    texts = [f"{season} is long. {FERRY}" for season in ("Winter", "Spring", "Summer")]
    path = make_pdf(body(texts[0]), PageBreak(), body(texts[1]), PageBreak(), body(texts[2]))

    assert [(p.text, p.page) for p in passages(path)] == list(zip(texts, (1, 2, 3), strict=True))


def test_file_whose_pages_are_all_alike_keeps_its_text(make_pdf: MakePdf) -> None:
    path = make_pdf(body(FERRY), PageBreak(), body(FERRY))

    assert FERRY in [p.text for p in passages(path)]


def test_paragraph_over_a_page_break_is_one_and_each_part_is_where_it_begins(
    make_pdf: MakePdf,
) -> None:
    long = " ".join(f"{FERRY[:-1]}, trip {n}." for n in range(70))

    found = passages(make_pdf(body(long), body(FERRY)))

    assert " ".join(p.text for p in found if p.paragraph == 1) == long
    assert [p.page for p in found if p.paragraph == 1] == [1, 1, 1, 1, 1, 2]
    assert [(p.text, p.page) for p in found if p.paragraph == 2] == [(FERRY, 2)]


def test_footnote_at_the_foot_stands_apart_with_its_mark(make_pdf: MakePdf) -> None:
    long = " ".join(f"{FERRY[:-1]}, trip {n}." for n in range(70))
    path = make_pdf(body(f"The quay<super>1</super> is open. {long}"), footnote="1 Since May.")

    found = passages(path)

    assert found[0].text.startswith("The quay¹ is open.")
    assert [(p.paragraph, p.page) for p in found if p.text == "¹ Since May."] == [(1, 1)]
    assert " ".join(p.text for p in found[:-1]) == f"The quay¹ is open. {long}"


def test_word_cut_at_a_line_end_is_whole_and_a_compound_keeps_its_hyphen(tmp_path: Path) -> None:
    path = tmp_path / "paper.pdf"
    canvas = Canvas(str(path))
    lines = ("The crews of the northern har-", "bour asked for a plan of co-", "operation.")
    for at, line in enumerate([*lines, "They want co-operation."]):
        canvas.drawString(72, 700 - 14 * at, line)
    canvas.save()

    assert [p.text for p in passages(path)] == [
        "The crews of the northern harbour asked for a plan of co-operation.",
        "They want co-operation.",
    ]


@pytest.mark.parametrize(
    ("metadata", "title"),
    [
        ("Plans for the quay", "Plans for the quay"),
        ("Microsoft Word - Plans for the quay", "Plans for the quay"),
        ("Microsoft Word - plans_final.doc", "Harbour plans"),
        ("untitled", "Harbour plans"),
        ("C:\\papers\\plans", "Harbour plans"),
    ],
)
def test_title_is_that_of_the_metadata_if_it_is_one(
    make_pdf: MakePdf, metadata: str, title: str
) -> None:
    path = make_pdf(heading("Harbour plans", "Title"), body(" ".join([FERRY] * 3)), title=metadata)

    reading = read(path, PAGES)

    assert (reading.title, reading.pages) == (title, 1)
