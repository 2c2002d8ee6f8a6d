"""DOCX: styles, Word's own numbers, footnotes, tables and changes."""

from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt, RGBColor

from knowledge.papers import Outcome, ReadingWarning, WarningKind
from knowledge.reading.blocks import Block, Kind
from knowledge.reading.docx import read_docx
from knowledge.reading.files import read


@pytest.fixture
def document() -> Document:
    return docx.Document()


def blocks(document: Document, folder: Path) -> tuple[Block, ...]:
    path = folder / "paper.docx"
    document.save(str(path))
    return read_docx(path).blocks


def test_headings_paragraphs_and_lists_are_told_by_style(
    document: Document, tmp_path: Path
) -> None:
    document.add_heading("Harbour plans", 0)
    document.add_heading("Ferries", 1)
    document.add_paragraph("Bring along:")
    document.add_paragraph("a coat", style="List Bullet")

    assert blocks(document, tmp_path) == (
        Block("Harbour plans", Kind.HEADING, level=0),
        Block("Ferries", Kind.HEADING, level=1),
        Block("Bring along:"),
        Block("a coat", Kind.ITEM),
    )


def test_numbers_that_word_counts_are_written_out(document: Document, tmp_path: Path) -> None:
    for text in ("One way.", "Two ways.", "Three ways."):
        document.add_paragraph(text, style="List Number")

    found = blocks(document, tmp_path)

    assert [block.text for block in found] == ["1. One way.", "2. Two ways.", "3. Three ways."]


def test_levels_count_below_one_another_and_a_restart_begins_anew(
    document: Document, tmp_path: Path
) -> None:
    first, second = _numbering(document)
    for number, level, text in (
        (first, 0, "a"), (first, 1, "b"), (first, 1, "c"), (first, 0, "d"), (first, 1, "e"),
        (second, 0, "f"),
    ):  # fmt: skip
        _set_number(document.add_paragraph(text), number, level)

    assert [(block.text, block.level) for block in blocks(document, tmp_path)] == [
        ("1. a", 0),
        ("(a) b", 1),
        ("(b) c", 1),
        ("2. d", 0),
        ("(a) e", 1),
        ("1. f", 0),
    ]


def test_table_gives_one_item_a_row_with_its_header(document: Document, tmp_path: Path) -> None:
    table = document.add_table(2, 2)
    for at, text in enumerate(("boat", "seats", "Ann", "40")):
        table.cell(at // 2, at % 2).text = text

    assert [(block.kind, block.text) for block in blocks(document, tmp_path)] == [
        (Kind.ITEM, "boat: Ann · seats: 40"),
    ]


def test_inserted_text_counts_and_deleted_text_does_not(document: Document, tmp_path: Path) -> None:
    paragraph = document.add_paragraph("The quay is ")
    for tag, leaf, text in (("w:del", "w:delText", "shut."), ("w:ins", "w:t", "open.")):
        change, run, words = OxmlElement(tag), OxmlElement("w:r"), OxmlElement(leaf)
        words.text = text
        run.append(words)
        change.append(run)
        paragraph._p.append(change)

    assert blocks(document, tmp_path) == (Block("The quay is open."),)


def test_footnote_stands_apart_with_its_mark(document: Document, tmp_path: Path) -> None:
    paragraph = document.add_paragraph("The quay")
    reference = OxmlElement("w:footnoteReference")
    reference.set(qn("w:id"), "1")
    paragraph.add_run()._r.append(reference)
    paragraph.add_run(" is open.")
    _add_footnotes(document, "Since May.")

    assert blocks(document, tmp_path) == (
        Block("The quay¹ is open."),
        Block("¹ Since May.", Kind.FOOTNOTE),
    )


def test_title_is_that_of_the_properties_and_there_are_no_pages(
    document: Document, tmp_path: Path
) -> None:
    document.core_properties.title = "Harbour plans"
    document.add_paragraph("The quay is open.")
    path = tmp_path / "paper.docx"
    document.save(str(path))

    reading = read(path, most_pages=1)

    assert (reading.outcome, reading.title, reading.pages) == (Outcome.OK, "Harbour plans", None)


def _numbering(document: Document) -> tuple[str, str]:
    """Define one list with two levels, and two instances of which the second restarts."""
    root = document.part.numbering_part.element
    levels = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{shape}"/>'
        f'<w:lvlText w:val="{pattern}"/></w:lvl>'
        for at, (shape, pattern) in enumerate([("decimal", "%1."), ("lowerLetter", "(%2)")])
    )
    abstract = f'<w:abstractNum {nsdecls("w")} w:abstractNumId="90">{levels}</w:abstractNum>'
    root.insert(0, parse_xml(abstract))
    for number, more in (
        ("91", ""),
        ("92", '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'),
    ):
        link = '<w:abstractNumId w:val="90"/>'
        root.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="{number}">{link}{more}</w:num>'))
    return "91", "92"


def _set_number(paragraph: docx.text.paragraph.Paragraph, number: str, level: int) -> None:
    properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
    properties.get_or_add_ilvl().val = level
    properties.get_or_add_numId().val = int(number)


def _add_footnotes(document: Document, text: str) -> None:
    xml = (
        f'<w:footnotes {nsdecls("w")}><w:footnote w:type="separator" w:id="0"><w:p/></w:footnote>'
        f'<w:footnote w:id="1"><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:footnote></w:footnotes>'
    )
    part = Part(
        PackURI("/word/footnotes.xml"),
        CONTENT_TYPE.WML_FOOTNOTES,
        xml.encode(),
        document.part.package,
    )
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)


@pytest.mark.parametrize("how", ["run", "style", "size", "white"])
def test_hidden_text_is_told_and_left_out(document: Document, tmp_path: Path, how: str) -> None:
    paragraph = document.add_paragraph("The quay is open. ")
    run = paragraph.add_run("The quay is shut.")
    if how == "run":
        run.font.hidden = True
    elif how == "size":
        run.font.size = Pt(1)
    elif how == "white":
        run.font.color.rgb = RGBColor(0xFF, 0xFF, 0xFF)
    else:
        style = document.styles.add_style("Unseen", WD_STYLE_TYPE.CHARACTER)
        style.font.hidden = True
        run.style = style
    path = tmp_path / "paper.docx"
    document.save(str(path))

    reading = read(path, 50)

    assert [p.text for p in reading.passages] == ["The quay is open."]
    assert reading.warnings == (ReadingWarning(WarningKind.HIDDEN, None, "The quay is shut."),)


SHADE = '<w:shd {ns} w:val="clear" w:fill="1F3864"/>'


@pytest.mark.parametrize("where", ["run", "paragraph", "cell", "page"])
def test_white_text_on_a_dark_ground_is_read(
    document: Document, tmp_path: Path, where: str
) -> None:
    cell = document.add_table(1, 1).cell(0, 0)
    run = cell.paragraphs[0].add_run("The quay is open.")
    run.font.color.rgb = RGBColor(0xFF, 0xFF, 0xFF)
    shade = parse_xml(SHADE.format(ns=nsdecls("w")))
    if where == "run":
        run._r.get_or_add_rPr().append(shade)
    elif where == "paragraph":
        cell.paragraphs[0]._p.get_or_add_pPr().append(shade)
    elif where == "cell":
        cell._tc.get_or_add_tcPr().append(shade)
    else:
        ground = parse_xml(f'<w:background {nsdecls("w")} w:color="1F3864"/>')
        document.element.insert(0, ground)
    path = tmp_path / "paper.docx"
    document.save(str(path))

    reading = read(path, 50)

    assert ([p.text for p in reading.passages], reading.warnings) == (["- The quay is open."], ())


def test_cells_merged_downwards_repeat_their_text(document: Document, tmp_path: Path) -> None:
    table = document.add_table(3, 3)
    for at, text in enumerate(("Boat", "Year", "Seats", "Ann", "2006", "40", "", "2007", "41")):
        table.cell(at // 3, at % 3).text = text
    table.cell(1, 0).merge(table.cell(2, 0))

    assert [block.text for block in blocks(document, tmp_path)] == [
        "Boat: Ann · Year: 2006 · Seats: 40",
        "Boat: Ann · Year: 2007 · Seats: 41",
    ]
