"""Which of the files that people send are papers, and which can be no agenda either; pure."""

from enum import StrEnum
from pathlib import PurePath

PDF_BEGINS = b"%PDF-"
PDF_WITHIN = 1024  # bytes; ISO 32000-1, implementation note 13: readers look so far for the mark
PAPERS = frozenset(".pdf .docx .pptx .html .htm .md .markdown .txt".split())
# Papers by what they are for, in a form that is not read; the same programs save the ones above.
OTHER_PAPERS = frozenset(".doc .odt .rtf .ppt .odp .pages .key .epub .tex .docm .pptm".split())
# What is neither; anything else is opened, since the content says what it is.
OTHERS = frozenset(
    ".jpg .jpeg .png .gif .heic .svg .webp .mp3 .mp4 .mov .ogg .wav .zip .rar .7z .gz .exe .apk"
    " .eml .msg".split()
)


class FileKind(StrEnum):
    """What a file may be by its name."""

    PAPER = "paper"
    OTHER_PAPER = "other paper"
    OTHER = "other"
    TABLE = "table"  # an agenda, or who is in which group


def file_kind(file_name: str) -> FileKind:
    """What the end of a file's name says, in any case."""
    suffix = PurePath(file_name).suffix.casefold()
    if suffix in PAPERS:
        return FileKind.PAPER
    if suffix in OTHER_PAPERS:
        return FileKind.OTHER_PAPER
    return FileKind.OTHER if suffix in OTHERS else FileKind.TABLE


def is_pdf(data: bytes) -> bool:
    """Whether the content is a PDF's, whatever the file is called."""
    return PDF_BEGINS in data[:PDF_WITHIN]
