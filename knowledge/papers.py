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


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of one paragraph that can be found, quoted and cited by itself.

    `position` counts from 0 in reading order and is unique within a version. `paragraph` is the
    number the paper itself prints (or the count from 1 where it prints none); None is the front
    page: what stands before paragraph 1. `page` counts from 1 and is None where the file has no
    pages. `headings` is the path of headings above, outermost first. `text` holds one paragraph
    or a part of one; the items of a list stand on lines of their own that begin with "- ", after
    the line that introduces them.
    """

    position: int
    text: str
    paragraph: int | None
    page: int | None
    headings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of reading one file.

    `title` is the file's own title (its metadata, else its first heading), None if it has none.
    `pages` is None where the file kind has no pages. `reason` says in one plain English sentence
    why a file that is not OK was refused, for the organiser.
    """

    outcome: Outcome
    reason: str = ""
    title: str | None = None
    pages: int | None = None
    passages: tuple[Passage, ...] = ()


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
