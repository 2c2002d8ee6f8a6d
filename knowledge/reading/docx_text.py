"""The words of Word's XML: runs, inserted text and note marks, without what was deleted."""

from collections.abc import Iterator

from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from knowledge.reading.blocks import clean, has_letters, superscript

# Deleted and moved text, and the second copy of a drawing that older programs read.
_SKIPPED = {
    qn("w:del"),
    qn("w:moveFrom"),
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
}
_WRITTEN = {
    qn("w:tab"): " ",
    qn("w:br"): " ",
    qn("w:cr"): " ",
    qn("w:noBreakHyphen"): "-",
    qn("w:p"): " ",
}
_NOTES = {qn("w:footnoteReference"): "footnote", qn("w:endnoteReference"): "endnote"}
_NOTE_ELEMENTS = {qn("w:footnote"): "footnote", qn("w:endnote"): "endnote"}


def text_of(element: BaseOxmlElement) -> str:
    """Write out all text below a paragraph, cell or note; a note's mark is its id, raised."""
    parts = []
    for node in _walk(element):
        if node.tag == qn("w:t"):
            parts.append(node.text or "")
        elif node.tag in _NOTES:
            parts.append(superscript(node.get(qn("w:id"), "")))
        elif node is not element:
            parts.append(_WRITTEN.get(node.tag, ""))
    return "".join(parts)


def notes_in(element: BaseOxmlElement) -> list[str]:
    """List the notes that a paragraph or table refers to, as "footnote 2"."""
    marks = [node for node in _walk(element) if node.tag in _NOTES]
    return [f"{_NOTES[node.tag]} {node.get(qn('w:id'), '')}" for node in marks]


def note_text(notes: BaseOxmlElement) -> dict[str, str]:
    """Read the part that holds the notes: the text by "footnote 2", starting with its mark."""
    texts: dict[str, str] = {}
    for node in notes:
        identity = node.get(qn("w:id"), "")
        text = clean(text_of(node))
        # Separators are stored as notes too; they have a type, and no text.
        if node.tag in _NOTE_ELEMENTS and has_letters(text):
            texts[f"{_NOTE_ELEMENTS[node.tag]} {identity}"] = f"{superscript(identity)} {text}"
    return texts


def _walk(element: BaseOxmlElement) -> Iterator[BaseOxmlElement]:
    yield element
    for child in element:
        if child.tag not in _SKIPPED:
            yield from _walk(child)
