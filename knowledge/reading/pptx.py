"""PPTX: a slide is a page, its title a heading; text and tables in reading order, notes after."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import BadZipFile

from knowledge.papers import ReadingWarning, WarningKind
from knowledge.reading import refusals
from knowledge.reading.blocks import Block, Contents, Kind, check_count, clean, has_letters
from knowledge.reading.excerpts import excerpt
from knowledge.reading.marks import without_bullet
from knowledge.reading.pptx_hidden import take_hidden
from knowledge.reading.tables import rows_as_text

if TYPE_CHECKING:
    from pptx.shapes.base import BaseShape
    from pptx.slide import Slide
    from pptx.table import Table
    from pptx.text.text import TextFrame

_NOTES = "Notes"
_MOST_DEPTH = 20
# Footers and numbers of a slide, by the names of their placeholders.
_RUNNING = {"DATE", "FOOTER", "SLIDE_NUMBER", "HEADER"}


def read_pptx(path: Path, most_pages: int) -> Contents:
    """Read a presentation whose container was checked before; raises RefusedError."""
    # Here, not above: the library takes a third of a second that no other kind of file needs.
    from pptx import Presentation
    from pptx.exc import PythonPptxError

    try:
        deck = Presentation(str(path))
        slides = list(deck.slides)
        if len(slides) > most_pages:
            raise refusals.too_many_pages(most_pages)
        size = int(deck.slide_width or 0), int(deck.slide_height or 0)
        return _contents(slides, size, str(deck.core_properties.title or ""))
    except (PythonPptxError, SyntaxError, BadZipFile, KeyError, ValueError, OSError) as error:
        raise refusals.damaged() from error
    except (AttributeError, IndexError, TypeError, NotImplementedError, EOFError) as error:
        # python-pptx takes the parts of a broken package for granted.
        raise refusals.damaged() from error


def _contents(slides: "list[Slide]", size: tuple[int, int], title: str) -> Contents:
    blocks: list[Block] = []
    warnings: list[ReadingWarning] = []
    for page, slide in enumerate(slides, start=1):
        hidden = take_hidden(slide, *size)
        said = list(_slide(slide, page))
        if slide._element.get("show") in {"0", "false"}:
            words = excerpt([block.text for block in said])
            warnings.append(ReadingWarning(WarningKind.HIDDEN, page, words))
            continue
        if hidden:
            warnings.append(ReadingWarning(WarningKind.HIDDEN, page, excerpt(hidden)))
        elif not any(has_letters(block.text) for block in said):
            warnings.append(ReadingWarning(WarningKind.NO_TEXT, page, ""))
        blocks.extend(said)
        check_count(blocks)
    if not any(has_letters(block.text) for block in blocks):
        raise refusals.needs_ocr()
    return Contents(tuple(blocks), title or None, len(slides), warnings=tuple(warnings))


def _slide(slide: "Slide", page: int) -> Iterator[Block]:
    title = slide.shapes.title
    if title is not None and has_letters(title.text_frame.text):
        yield Block(clean(title.text_frame.text), Kind.HEADING, page, level=1)
    own = None if title is None else title.shape_id
    for shape in _in_reading_order(slide.shapes):
        if shape.shape_id != own and not _is_running(shape):
            yield from _shape(shape, page, 0)
    if slide.has_notes_slide and slide.notes_slide.notes_text_frame is not None:
        yield from _notes(slide.notes_slide.notes_text_frame, page)


def _in_reading_order(shapes: "object") -> "list[BaseShape]":
    """Sort from top to bottom, then from left to right; what inherits its place comes first."""
    listed: list[BaseShape] = list(shapes)  # type: ignore[call-overload]
    return sorted(listed, key=lambda shape: (shape.top or 0, shape.left or 0))


def _is_running(shape: "BaseShape") -> bool:
    return shape.is_placeholder and shape.placeholder_format.type.name in _RUNNING


def _shape(shape: "BaseShape", page: int, depth: int) -> Iterator[Block]:
    if depth > _MOST_DEPTH or _is_hidden(shape):
        return
    if hasattr(shape, "shapes"):
        for inner in _in_reading_order(shape.shapes):
            yield from _shape(inner, page, depth + 1)
    elif shape.has_table and hasattr(shape, "table"):
        yield from _table(shape.table, page)
    elif shape.has_text_frame and hasattr(shape, "text_frame"):
        yield from _text(shape.text_frame, page)


def _is_hidden(shape: "BaseShape") -> bool:
    return any(node.get("hidden") in {"1", "true"} for node in shape._element.iter("{*}cNvPr"))


def _table(table: "Table", page: int) -> Iterator[Block]:
    rows = [[clean(cell.text_frame.text) for cell in row.cells] for row in table.rows]
    for text in rows_as_text(rows, header=True if table.first_row and len(rows) > 1 else None):
        yield Block(text, Kind.ITEM, page)


def _text(frame: "TextFrame", page: int) -> Iterator[Block]:
    """Give the lines of a text box; several are a list, as slides have it, one is a paragraph."""
    lines = [(clean(line.text), line.level) for line in frame.paragraphs]
    written = [(text, level) for text, level in lines if has_letters(text)]
    for text, level in written:
        bare = without_bullet(text)
        kind = Kind.ITEM if len(written) > 1 or bare is not None else Kind.PARAGRAPH
        yield Block(bare or text, kind, page, level=level if kind is Kind.ITEM else 0)


def _notes(frame: "TextFrame", page: int) -> Iterator[Block]:
    texts = [clean(line.text) for line in frame.paragraphs]
    written = [text for text in texts if has_letters(text)]
    if written:
        yield Block(_NOTES, Kind.HEADING, page, level=2)
    for text in written:
        yield Block(text, Kind.PARAGRAPH, page)
