"""DOCX: headings by style, lists and numbers by Word's numbering, footnotes, tables by rows."""

from collections.abc import Iterator
from pathlib import Path
from zipfile import BadZipFile

import docx
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.exceptions import OpcError
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.styles.style import ParagraphStyle
from docx.text.paragraph import Paragraph

from knowledge.papers import ReadingWarning, WarningKind
from knowledge.reading import refusals
from knowledge.reading.blocks import Block, Contents, Kind, clean, has_letters
from knowledge.reading.docx_hidden import Hidden
from knowledge.reading.docx_numbers import Numbering
from knowledge.reading.docx_text import note_text, notes_in, text_of
from knowledge.reading.excerpts import excerpt
from knowledge.reading.marks import without_bullet
from knowledge.reading.tables import rows_as_text

_MOST_HEADING_LEVELS = 9


def read_docx(path: Path) -> Contents:
    """Read a Word document whose container was checked before; raises RefusedError."""
    try:
        document = docx.Document(str(path))
        hidden = Hidden(document)
        blocks = tuple(_blocks(document, hidden))
        title = str(document.core_properties.title or "")
    except (OpcError, SyntaxError, BadZipFile, KeyError, ValueError, OSError) as error:
        raise refusals.damaged() from error
    except (AttributeError, IndexError, TypeError, NotImplementedError, EOFError) as error:
        # python-docx takes the parts of a broken package for granted.
        raise refusals.damaged() from error
    if not any(has_letters(block.text) for block in blocks):
        raise refusals.needs_ocr()
    return Contents(blocks, title or None, warnings=_warnings(hidden))


def _warnings(hidden: Hidden) -> tuple[ReadingWarning, ...]:
    told = [text for text in map(clean, hidden.texts) if has_letters(text)]
    return (ReadingWarning(WarningKind.HIDDEN, None, excerpt(told)),) if told else ()


def _blocks(document: Document, hidden: Hidden) -> Iterator[Block]:
    numbering = Numbering(document)
    notes = _footnotes(document, hidden)
    hidden.take_out(document.element.body)
    for element in _elements(document.element.body):
        if element.tag == qn("w:tbl"):
            yield from _rows(element)
        else:
            block = _block(Paragraph(element, document), numbering)
            if block is not None:
                yield block
        for identity in notes_in(element):
            if identity in notes:
                yield Block(notes.pop(identity), Kind.FOOTNOTE)


def _elements(parent: BaseOxmlElement) -> Iterator[BaseOxmlElement]:
    """Walk paragraphs and tables in order, also those inside content controls."""
    for element in parent:
        if element.tag in {qn("w:p"), qn("w:tbl")}:
            yield element
        elif element.tag in {qn("w:sdt"), qn("w:sdtContent"), qn("w:ins"), qn("w:customXml")}:
            yield from _elements(element)


def _block(paragraph: Paragraph, numbering: Numbering) -> Block | None:
    text = clean(text_of(paragraph._p))
    style = _style_names(paragraph)
    number = numbering.take(paragraph)
    if not has_letters(text) or any(name.startswith("toc ") for name in style):
        return None
    level = _heading_level(paragraph, style)
    label = f"{number.label} " if number and number.label else ""
    if level is not None:
        return Block(label + text, Kind.HEADING, level=level)
    bare = without_bullet(text)
    if number is not None:
        return Block(label + (bare or text), Kind.ITEM, level=number.level)
    listed = bare is not None or any(name.startswith("list ") for name in style)
    return Block(bare or text, Kind.ITEM if listed else Kind.PARAGRAPH)


def _style_names(paragraph: Paragraph) -> list[str]:
    """Name the paragraph's style and those it is based on, in lower case."""
    names: list[str] = []
    style = paragraph.style
    while isinstance(style, ParagraphStyle) and len(names) < _MOST_HEADING_LEVELS:
        names.append((style.name or "").lower())
        style = style.base_style
    return names


def _heading_level(paragraph: Paragraph, style: list[str]) -> int | None:
    if "title" in style:
        return 0
    for name in style:
        if name.startswith("heading ") and name[8:].isdigit():
            return int(name[8:])
    outline = paragraph._p.find(f"{qn('w:pPr')}/{qn('w:outlineLvl')}")
    level = outline.get(qn("w:val"), "9") if outline is not None else "9"
    return int(level) + 1 if level.isdigit() and int(level) < _MOST_HEADING_LEVELS else None


def _rows(table: BaseOxmlElement) -> Iterator[Block]:
    cells: list[list[str]] = []
    rows = [row for row in table.iter(qn("w:tr")) if _table_of(row) is table]
    for row in rows:
        cells.append(_cells(row, cells[-1] if cells else []))
    named = rows and rows[0].find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None
    for text in rows_as_text(cells, header=True if named else None):
        yield Block(text, Kind.ITEM)


def _table_of(row: BaseOxmlElement) -> BaseOxmlElement | None:
    return next(row.iterancestors(qn("w:tbl")), None)


def _cells(row: BaseOxmlElement, above: list[str]) -> list[str]:
    """Give the texts of a row by column; a cell merged with the one above repeats its text."""
    cells: list[str] = []
    for cell in row.iterchildren(qn("w:tc")):
        merged = cell.find(f"{qn('w:tcPr')}/{qn('w:vMerge')}")
        text = clean(text_of(cell))
        if merged is not None and merged.get(qn("w:val")) != "restart" and not text:
            text = above[len(cells)] if len(cells) < len(above) else ""
        cells.extend([text, *[""] * (_span(cell) - 1)])
    return cells


def _span(cell: BaseOxmlElement) -> int:
    """Return how many columns of the grid a cell takes; Word has at most 63."""
    span = cell.find(f"{qn('w:tcPr')}/{qn('w:gridSpan')}")
    value = span.get(qn("w:val"), "1") if span is not None else "1"
    return min(int(value), 63) if value.isdecimal() and 0 < len(value) < 4 else 1


def _footnotes(document: Document, hidden: Hidden) -> dict[str, str]:
    """Give the text of footnotes and endnotes by kind and id, each starting with its mark."""
    texts: dict[str, str] = {}
    for relation in document.part.rels.values():
        if relation.is_external:
            continue
        if relation.reltype in {RELATIONSHIP_TYPE.FOOTNOTES, RELATIONSHIP_TYPE.ENDNOTES}:
            notes = parse_xml(relation.target_part.blob)
            hidden.take_out(notes)
            texts |= note_text(notes)
    return texts
