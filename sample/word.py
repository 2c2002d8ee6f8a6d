"""A paper as Word document, with real heading and list styles."""

import io

import docx
from containers import MADE, with_fixed_times
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.text.paragraph import Paragraph
from source import AUTHOR, MEETING, Block, Source


def word(source: Source) -> bytes:
    """Set the paper; raises ValueError for a footnote or a page break, which it cannot hold."""
    document = docx.Document()
    _set_up(document, source)
    for block in source.blocks:
        _add(document, block)
    made = io.BytesIO()
    document.save(made)
    return with_fixed_times(made)


def _set_up(document: Document, source: Source) -> None:
    about = document.core_properties
    about.title, about.subject, about.author = source.title, source.subject, AUTHOR
    about.last_modified_by, about.comments = AUTHOR, ""
    about.created = about.modified = MADE
    page = document.sections[0]
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = Cm(2.6)
    document.styles["Normal"].font.name = "Cambria"
    document.styles["Normal"].font.size = Pt(11)
    document.styles["Normal"].paragraph_format.space_after = Pt(7)
    document.styles["Title"].font.size = Pt(22)
    _set_margins(page.header.paragraphs[0], page.footer.paragraphs[0], source.title)


def _set_margins(header: Paragraph, footer: Paragraph, title: str) -> None:
    run = header.add_run(f"{MEETING}  ·  {title}")
    run.font.size, run.font.color.rgb = Pt(9), RGBColor(0x5A, 0x64, 0x72)
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    footer.alignment = WD_ALIGN_PARAGRAPH.CENTER
    footer._p.append(field)


def _add(document: Document, block: Block) -> None:
    match block.kind:
        case "title":
            _fill(document.add_paragraph(style="Title"), block)
        case "heading":
            _fill(document.add_paragraph(style=f"Heading {block.level}"), block)
        case "item":
            style = "List Bullet 2" if block.level else "List Bullet"
            _fill(document.add_paragraph(style=style), block)
        case "text":
            _fill(_text_paragraph(document, block.number), block)
        case kind:
            raise ValueError(f"a Word paper of the sample cannot hold a {kind}")


def _text_paragraph(document: Document, number: int | None) -> Paragraph:
    paragraph = document.add_paragraph()
    if number:
        paragraph.paragraph_format.left_indent = Cm(0.95)
        paragraph.paragraph_format.first_line_indent = Cm(-0.95)
        paragraph.add_run(f"{number}.\t")
    return paragraph


def _fill(paragraph: Paragraph, block: Block) -> None:
    for span in block.spans:
        run = paragraph.add_run(span.text)
        # None leaves it to the style: a heading stays bold.
        run.bold, run.italic = span.bold or None, span.italic or None
