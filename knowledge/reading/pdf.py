"""PDF: pdfium reads first, pypdf is asked when pdfium fails or finds no text."""

import logging
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TypeVar

import pypdf
import pypdfium2 as pdfium
import pypdfium2.raw as raw
from pypdf.errors import DependencyError, FileNotDecryptedError

from knowledge.papers import ReadingWarning, WarningKind
from knowledge.reading import refusals
from knowledge.reading.blocks import Contents, clean, has_letters
from knowledge.reading.excerpts import excerpt
from knowledge.reading.listening import Told
from knowledge.reading.pdf_hidden import is_picture
from knowledge.reading.pdf_layout import blocks_of
from knowledge.reading.pdf_lines import PageText, page_text
from knowledge.reading.text_lines import TextLine, lines_of_text

# Letters a page. A scan often carries a typed stamp or page number over its picture.
_FEWEST_LETTERS = 25
_LONGEST_LABEL = 20
_Page = TypeVar("_Page")


def read_pdf(path: Path, most_pages: int, told: Told) -> Contents:
    """Read a PDF; an empty user password counts as none. Raises RefusedError.

    `told` hears how many pages are read, of how many.
    """
    try:
        return _by_pdfium(path, most_pages, told)
    except pdfium.PdfiumError as error:
        # pdfium may still report the error of the file before.
        if error.err_code == raw.FPDF_ERR_PASSWORD and b"/Encrypt" in path.read_bytes():
            raise refusals.encrypted() from error
    return _by_pypdf(path, most_pages, told)


def _by_pdfium(path: Path, most_pages: int, told: Told) -> Contents:
    with pdfium.PdfDocument(path) as document:
        count = len(document)
        _check_count(count, most_pages)
        read = list(_counted((_pdfium_page(document, at) for at in range(count)), count, told))
        pages = [page.lines for page in read]
        title = document.get_metadata_dict().get("Title")
        labels = _labels(document, count)
        letters = sum(map(_letters, pages))
        pictures = letters < _FEWEST_LETTERS * count and _is_pictures(document)
    if pictures:
        raise refusals.needs_ocr()
    if not letters:
        return _second_opinion(path, most_pages, told)
    return Contents(blocks_of(pages), title, count, labels, tuple(_warnings(read)))


def _second_opinion(path: Path, most_pages: int, told: Told) -> Contents:
    """Ask pypdf about a file that pdfium opened but found no text in."""
    try:
        return _by_pypdf(path, most_pages, told)
    except refusals.RefusedError as refusal:
        raise refusals.needs_ocr() from refusal


def _counted(pages: Iterable[_Page], count: int, told: Told) -> Iterator[_Page]:
    for done, page in enumerate(pages, start=1):
        yield page
        told(done, count)


def _check_count(count: int, most_pages: int) -> None:
    if count == 0:
        raise refusals.no_pages()
    if count > most_pages:
        raise refusals.too_many_pages(most_pages)


def _labels(document: pdfium.PdfDocument, count: int) -> dict[int, str]:
    """Say what the file calls its pages, where that is not the count (ISO 32000-1, 12.4.2)."""
    labels = {at: clean(document.get_page_label(at - 1)) for at in range(1, count + 1)}
    named = {at: label for at, label in labels.items() if has_letters(label)}
    return {at: label[:_LONGEST_LABEL] for at, label in named.items() if label != str(at)}


def _warnings(pages: list[PageText]) -> Iterator[ReadingWarning]:
    for number, page in enumerate(pages, start=1):
        if page.hidden:
            yield ReadingWarning(WarningKind.HIDDEN, number, excerpt(page.hidden))
        elif not any(has_letters(line.text) for line in page.lines):
            yield ReadingWarning(WarningKind.NO_TEXT, number, "")


def _pdfium_page(document: pdfium.PdfDocument, index: int) -> PageText:
    """Read one page; a page that cannot be loaded is blank, the others still count."""
    try:
        page = document[index]
        try:
            return page_text(page, index + 1)
        finally:
            page.close()
    except pdfium.PdfiumError:
        return PageText([], [])


def _letters(lines: list[TextLine]) -> int:
    return sum(sum(map(str.isalnum, line.text)) for line in lines)


def _is_pictures(document: pdfium.PdfDocument) -> bool:
    """Tell whether pictures cover most of every page."""
    try:
        return all(is_picture(document[index]) for index in range(len(document)))
    except pdfium.PdfiumError:
        return False


def _by_pypdf(path: Path, most_pages: int, told: Told) -> Contents:
    # pypdf reports every oddity of a damaged file to the log; the outcome says enough.
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = pypdf.PdfReader(path)
        if reader.is_encrypted and not reader.decrypt(""):
            raise refusals.encrypted()
        _check_count(len(reader.pages), most_pages)
        lines = (_pypdf_lines(page, at) for at, page in enumerate(reader.pages, start=1))
        pages = list(_counted(lines, len(reader.pages), told))
        title = reader.metadata.title if reader.metadata else None
    except (FileNotDecryptedError, DependencyError) as error:
        raise refusals.encrypted() from error
    except (refusals.RefusedError, MemoryError):
        raise
    except Exception as error:  # pypdf lets many kinds escape on hostile input
        raise refusals.damaged() from error
    if not any(has_letters(line.text) for lines in pages for line in lines):
        raise refusals.needs_ocr()
    return Contents(blocks_of(pages), title, len(pages))


def _pypdf_lines(page: pypdf.PageObject, number: int) -> list[TextLine]:
    try:
        return lines_of_text(page.extract_text(), number)
    except MemoryError:
        raise
    except Exception:  # one bad page leaves the others readable
        return []
