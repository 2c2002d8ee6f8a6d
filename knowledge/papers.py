"""The nouns of the library: what a file says once it is read, and where each passage stands."""

from dataclasses import dataclass
from enum import StrEnum


class Outcome(StrEnum):
    """How reading a file ended; every file ends in exactly one of these."""

    OK = "ok"
    NEEDS_OCR = "needs-ocr"
    ENCRYPTED = "encrypted"
    DAMAGED = "damaged"
    TOO_BIG = "too-big"
    UNSUPPORTED = "unsupported"


class WarningKind(StrEnum):
    """What about a paper its organiser should look at before it is published."""

    NO_TEXT = "no-text"
    HIDDEN = "hidden"
    ODD = "odd"
    INSTRUCTION = "instruction"
    REPEATED = "repeated"


@dataclass(frozen=True, slots=True)
class ReadingWarning:
    """One thing to look at: NO_TEXT, a page without text; HIDDEN, text that nobody sees; ODD,
    characters that pretend to be others; INSTRUCTION, words to a machine; REPEATED, a passage that
    stands twice.

    `page` counts from 1 and is None where the file has no pages, or for the file as a whole.
    `detail` is the text in question, cut to a line; empty where there is none.
    """

    kind: WarningKind
    page: int | None
    detail: str


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on a page, in points (1/72 inch), the origin at the page's lower left corner.

    `page` counts from 1. PDF calls such a rectangle llx, lly, urx, ury (ISO 32000-1, 7.9.5).
    """

    page: int
    left: float
    bottom: float
    right: float
    top: float


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of one paragraph that can be found, quoted and cited by itself.

    `position` counts from 0 in reading order and is unique within a version. `paragraph` is the
    number the paper itself prints (or the count from 1 where it prints none); None is the front
    page: what stands before paragraph 1. `page` counts from 1 and is None where the file has no
    pages. `headings` is the path of headings above, outermost first. `text` holds one paragraph
    or a part of one; the items of a list stand on lines of their own that begin with "- ", after
    the line that introduces them. `page_label` is what the paper itself calls the page ("iv"),
    where that is not the count. `boxes` say where the text stands, none where that is not known;
    there are several where it goes on in the next column or overleaf.
    """

    position: int
    text: str
    paragraph: int | None
    page: int | None
    headings: tuple[str, ...] = ()
    page_label: str | None = None
    boxes: tuple[Box, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of reading one file.

    `title` is the file's own title (its metadata, else its first heading), None if it has none.
    `pages` is None where the file kind has no pages. `reason` says in one plain English sentence
    why a file that is not OK was refused, for the organiser. `warnings` stand in page order.
    """

    outcome: Outcome
    reason: str = ""
    title: str | None = None
    pages: int | None = None
    passages: tuple[Passage, ...] = ()
    warnings: tuple[ReadingWarning, ...] = ()


@dataclass(frozen=True, slots=True)
class VersionLabel:
    """What a citation needs to know of the paper version that a passage stands in."""

    version_id: int
    title: str
    number: int


@dataclass(frozen=True, slots=True)
class Source:
    """A passage together with the paper version that it stands in."""

    label: VersionLabel
    passage: Passage
