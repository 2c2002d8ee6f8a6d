"""One file becomes one Reading, whatever it holds; runs inside the limited process."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from knowledge.papers import Outcome, Passage, Reading
from knowledge.passages import passages
from knowledge.reading import refusals
from knowledge.reading.blocks import Contents, check_count
from knowledge.reading.docx import read_docx
from knowledge.reading.html import read_html
from knowledge.reading.listening import Told
from knowledge.reading.markdown import read_markdown
from knowledge.reading.odd_characters import plain, without_odd
from knowledge.reading.pdf import read_pdf
from knowledge.reading.plain import read_plain
from knowledge.reading.pptx import read_pptx
from knowledge.reading.sniff import FileKind, kind_of
from knowledge.reading.titles import title_of


def read(path: Path, most_pages: int, told: Told = lambda _done, _whole: None) -> Reading:
    """Read a file of any kind; every refusal comes back as an outcome with its reason.

    `told` hears how many pages of a PDF are read, of how many.
    """
    try:
        contents = _contents(path, most_pages, told)
        check_count(contents.blocks)
    except refusals.RefusedError as refusal:
        return refusal.as_reading()
    except OSError:
        return refusals.missing().as_reading()
    except RecursionError:
        # Only a file made to be nested without end gets here.
        return refusals.damaged().as_reading()
    found, odd = without_odd(_labelled(passages(contents.blocks), contents.labels))
    if not found:
        return refusals.needs_ocr().as_reading()
    title = plain(title_of(contents) or "") or None
    return Reading(Outcome.OK, "", title, contents.pages, found, (*contents.warnings, *odd))


def _labelled(found: Iterable[Passage], labels: Mapping[int, str]) -> tuple[Passage, ...]:
    return tuple(replace(passage, page_label=labels.get(passage.page or 0)) for passage in found)


def _contents(path: Path, most_pages: int, told: Told) -> Contents:
    match kind_of(path):
        case FileKind.PDF:
            return read_pdf(path, most_pages, told)
        case FileKind.DOCX:
            return read_docx(path)
        case FileKind.PPTX:
            return read_pptx(path, most_pages)
        case FileKind.HTML:
            return read_html(path)
        case FileKind.MARKDOWN:
            return read_markdown(path)
        case FileKind.PLAIN:
            return read_plain(path)
