"""A paper as PDF: a title block, numbered paragraphs, a running header and page numbers."""

import io
from functools import partial
from xml.sax.saxutils import escape

from reportlab.lib.colors import HexColor, white
from reportlab.lib.enums import TA_JUSTIFY
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import cm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    NextPageTemplate,
    PageBreak,
    PageTemplate,
    Paragraph,
)
from source import AUTHOR, MEETING, Block, Source, Span

_NAVY = HexColor("#1f3a5f")
_GREY = HexColor("#5a6472")
_MARGIN = 2.6 * cm
_INDENT = 0.95 * cm
_NOTE_HEIGHT = 1.3 * cm
_TITLE_DROP = 0.7 * cm
_BODY = ParagraphStyle(
    "body",
    fontName="Times-Roman",
    fontSize=11,
    leading=14.6,
    spaceAfter=7,
    alignment=TA_JUSTIFY,
    allowWidows=0,
    allowOrphans=0,
    bulletFontName="Times-Roman",
    bulletFontSize=11,
)
_STYLES = {
    "title": ParagraphStyle(
        "title",
        fontName="Helvetica-Bold",
        fontSize=20,
        leading=25,
        textColor=white,
        backColor=_NAVY,
        borderPadding=(16, 14, 18, 14),
        leftIndent=14,
        rightIndent=14,
        spaceAfter=36,
    ),
    "heading1": ParagraphStyle(
        "heading1",
        fontName="Helvetica-Bold",
        fontSize=13,
        leading=17,
        textColor=_NAVY,
        spaceBefore=11,
        spaceAfter=7,
        keepWithNext=1,
    ),
    "heading2": ParagraphStyle(
        "heading2",
        fontName="Helvetica-BoldOblique",
        fontSize=11,
        leading=15,
        textColor=_NAVY,
        spaceBefore=5,
        spaceAfter=6,
        keepWithNext=1,
    ),
    "note": ParagraphStyle("note", _BODY, fontSize=9, leading=11.5, spaceAfter=0),
}


def pdf(source: Source) -> bytes:
    """Set the paper; its footnotes stand at the foot of the first page."""
    made = io.BytesIO()
    notes = [block for block in source.blocks if block.kind == "note"]
    document = BaseDocTemplate(
        made,
        pagesize=A4,
        title=source.title,
        subject=source.subject,
        author=AUTHOR,
        creator="sample/build.py",
        invariant=1,
        pageCompression=0,  # else the bytes would depend on the machine's zlib
    )
    document.addPageTemplates(
        [
            _template("front", source, notes),
            _template("later", source, []),
        ]
    )
    story = [_flowable(block) for block in source.blocks if block.kind != "note"]
    document.build([NextPageTemplate("later"), *story])
    return made.getvalue()


def _template(name: str, source: Source, notes: list[Block]) -> PageTemplate:
    width, height = A4
    above = _TITLE_DROP if name == "front" else 0
    below = _NOTE_HEIGHT if notes else 0
    frame = Frame(
        _MARGIN,
        _MARGIN + below,
        width - 2 * _MARGIN,
        height - 2 * _MARGIN - above - below,
        leftPadding=0,
        bottomPadding=0,
        rightPadding=0,
        topPadding=0,
    )
    return PageTemplate(name, frame, onPage=partial(_around, source.title, notes))


def _around(title: str, notes: list[Block], canvas: Canvas, document: BaseDocTemplate) -> None:
    """Draw what stands around the text of a page: running header, footnotes, page number."""
    width, height = A4
    canvas.saveState()
    canvas.setStrokeColor(_NAVY)
    canvas.setFillColor(_GREY)
    canvas.setFont("Helvetica", 8.5)
    canvas.drawString(_MARGIN, height - 1.7 * cm, MEETING)
    canvas.drawRightString(width - _MARGIN, height - 1.7 * cm, title)
    canvas.line(_MARGIN, height - 1.9 * cm, width - _MARGIN, height - 1.9 * cm)
    canvas.drawCentredString(width / 2, 1.5 * cm, str(document.page))
    canvas.restoreState()
    _draw_notes(notes, canvas, width)


def _draw_notes(notes: list[Block], canvas: Canvas, width: float) -> None:
    top = _MARGIN + _NOTE_HEIGHT - 0.3 * cm
    if notes:
        canvas.line(_MARGIN, top, _MARGIN + 4 * cm, top)
    for note in notes:
        paragraph = Paragraph(_markup(note), _STYLES["note"])
        top -= paragraph.wrap(width - 2 * _MARGIN, _NOTE_HEIGHT)[1]
        paragraph.drawOn(canvas, _MARGIN, top)


def _flowable(block: Block) -> Flowable:
    match block.kind:
        case "break":
            return PageBreak()
        case "title":
            return Paragraph(_markup(block), _STYLES["title"])
        case "heading":
            return Paragraph(_markup(block), _STYLES[f"heading{block.level}"])
        case "item":
            return Paragraph(_markup(block), _indented(block.level * _INDENT, 4), bulletText="•")
    if block.number:
        return Paragraph(_markup(block), _indented(0, 7), bulletText=f"{block.number}.")
    return Paragraph(_markup(block), _BODY)


def _indented(left: float, gap: float) -> ParagraphStyle:
    return ParagraphStyle(
        f"indented{left:.0f}",
        _BODY,
        leftIndent=left + _INDENT,
        bulletIndent=left,
        spaceBefore=gap,
        spaceAfter=gap,
    )


def _markup(block: Block) -> str:
    return "".join(_tagged(span) for span in block.spans)


def _tagged(span: Span) -> str:
    text = escape(span.text)
    text = f"<b>{text}</b>" if span.bold else text
    return f"<i>{text}</i>" if span.italic else text
