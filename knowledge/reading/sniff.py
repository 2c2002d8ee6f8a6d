"""What a file really is, by its bytes, whatever its name says."""

from enum import StrEnum
from pathlib import Path

from knowledge.reading import refusals
from knowledge.reading.containers import check_office


class FileKind(StrEnum):
    """The kinds of file that have a reader."""

    PDF = "a PDF"
    DOCX = "a Word document (.docx)"
    PPTX = "a presentation (.pptx)"
    HTML = "a web page (.html)"
    MARKDOWN = "a Markdown text"
    PLAIN = "a plain text"


KINDS = {
    ".pdf": FileKind.PDF,
    ".docx": FileKind.DOCX,
    ".pptx": FileKind.PPTX,
    ".html": FileKind.HTML,
    ".htm": FileKind.HTML,
    ".md": FileKind.MARKDOWN,
    ".markdown": FileKind.MARKDOWN,
    ".txt": FileKind.PLAIN,
}
_FOLDERS = {FileKind.DOCX: "word/", FileKind.PPTX: "ppt/"}
_SIGNATURES = (
    (b"PK\x03\x04", "a zip container, such as an Office document"),
    (b"PK\x05\x06", "an empty zip container"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office document"),
    (b"{\\rtf", "a rich text (RTF) document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x1f\x8b", "a compressed archive"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
)
_CONTROLS = bytes(byte for byte in range(32) if byte not in b"\t\n\v\f\r\x1b")
_BYTE_ORDER_MARKS = (b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")
# Acrobat accepts the header anywhere in the first kilobyte (ISO 32000-1, annex H, note 13).
_PDF_HEADER_WITHIN = 1024


def kind_of(path: Path) -> FileKind:
    """Say what the file is; raises RefusedError for an unknown kind or one that the name belies."""
    kind = KINDS.get(path.suffix.lower())
    if kind is None:
        raise refusals.unknown_kind(path.suffix.lower())
    data = path.read_bytes()
    if not data.strip(b"\x00 \t\r\n"):
        raise refusals.empty()
    _CHECKS[kind](path, data)
    return kind


def _check_pdf(_path: Path, data: bytes) -> None:
    if b"%PDF-" in data[:_PDF_HEADER_WITHIN]:
        return
    holds = _held(data)
    # A file with PDF objects but no header is a damaged PDF, which the readers may still mend.
    if holds is not None and b" obj" not in data:
        raise refusals.not_what_it_says(FileKind.PDF, holds)


def _check_office(path: Path, data: bytes) -> None:
    kind = KINDS[path.suffix.lower()]
    if "EncryptedPackage".encode("utf-16-le") in data and data.startswith(b"\xd0\xcf\x11\xe0"):
        raise refusals.encrypted()
    if data.startswith(b"PK"):
        check_office(path, kind, _FOLDERS[kind])
        return
    holds = _held(data)
    if holds is None:
        raise refusals.damaged()
    raise refusals.not_what_it_says(kind, holds)


def _check_html(_path: Path, data: bytes) -> None:
    holds = _held(data)
    if holds is None:
        holds = "something that is no text"
    if holds != "text":
        raise refusals.not_what_it_says(FileKind.HTML, holds)


def _check_text(path: Path, data: bytes) -> None:
    holds = _held(data)
    if holds is None:
        holds = "something that is no text"
    if holds != "text" or _is_html(path, data):
        raise refusals.not_what_it_says(
            KINDS[path.suffix.lower()], holds if holds != "text" else "a web page"
        )


_CHECKS = {
    FileKind.PDF: _check_pdf,
    FileKind.DOCX: _check_office,
    FileKind.PPTX: _check_office,
    FileKind.HTML: _check_html,
    FileKind.MARKDOWN: _check_text,
    FileKind.PLAIN: _check_text,
}


def _held(data: bytes) -> str | None:
    """Name what the bytes are; None for bytes of no kind known here."""
    if b"%PDF-" in data[:16]:
        return "a PDF"
    for signature, name in _SIGNATURES:
        if data.startswith(signature):
            return name
    return "text" if _is_text(data) else None


def _is_text(data: bytes) -> bool:
    if data.startswith(_BYTE_ORDER_MARKS):
        return True
    controls = len(data) - len(data.translate(None, _CONTROLS))
    return b"\x00" not in data and controls * 200 < len(data)


def _is_html(path: Path, data: bytes) -> bool:
    start = data[:256].lstrip().lower()
    return path.suffix.lower() == ".txt" and start.startswith((b"<!doctype html", b"<html"))
