"""The rows of the library as frozen dataclasses, and how they are made from the tables."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import RowMapping

from knowledge.papers import Box, Passage, ReadingWarning, VersionLabel, WarningKind
from meeting.paper_audience import FOR_ALL, PaperAudience
from store.tables import passages, versions


@dataclass(frozen=True, slots=True)
class NewVersion:
    """What comes in with a file: its text cut into passages, and the file itself.

    `sha256` is the lower-case hex digest of `data`; `added_at` is aware. `author` is the name of
    who sent it, None for the terminal.
    """

    title: str
    file_name: str
    media_type: str
    data: bytes
    sha256: str
    pages: int | None
    passages: tuple[Passage, ...]
    added_at: datetime
    warnings: tuple[ReadingWarning, ...] = ()
    author: str | None = None


@dataclass(frozen=True, slots=True)
class VersionRow:
    """A version without its text and file. Times are UTC.

    `number` counts from 1 within the paper. `published_at` is when it first went live, None for
    a draft. `warnings` are those of its reading; `author` is the name of who sent the file,
    `publisher` that of who published it first, None for the terminal.
    """

    version_id: int
    paper_id: int
    number: int
    title: str
    file_name: str
    media_type: str
    sha256: str
    pages: int | None
    added_at: datetime
    published_at: datetime | None
    warnings: tuple[ReadingWarning, ...] = ()
    author: str | None = None
    passage_count: int = 0
    publisher: str | None = None


@dataclass(frozen=True, slots=True)
class PaperRow:
    """A paper. `file_name` is the one it first came with; `title` is its live version's.

    `live` is None while nothing is published; then `title` is the newest draft's. `drafts`
    counts the versions that were never published. `slug` is its short name. `previous_id` is the
    version that was live before this one, `changed_at` (UTC) when this one went live, for the
    first time or once more, `changed_by` the name of who did that, None for the terminal.
    `protected`: its file cannot be forwarded.
    """

    paper_id: int
    file_name: str
    title: str
    created_at: datetime
    live: VersionRow | None
    drafts: int
    slug: str = ""
    audience: PaperAudience = FOR_ALL
    protected: bool = False
    previous_id: int | None = None
    changed_at: datetime | None = None
    changed_by: str | None = None


@dataclass(frozen=True, slots=True)
class StoredFile:
    """The original file of a version, byte for byte."""

    file_name: str
    media_type: str
    data: bytes


@dataclass(frozen=True, slots=True)
class LiveLibrary:
    """What is live at one moment; `revision` changes whenever that does."""

    revision: int
    labels: tuple[VersionLabel, ...]


def version_row(row: RowMapping) -> VersionRow:
    return VersionRow(
        version_id=row[versions.c.id],
        paper_id=row[versions.c.paper_id],
        number=row[versions.c.number],
        title=row[versions.c.title],
        file_name=row[versions.c.file_name],
        media_type=row[versions.c.media_type],
        sha256=row[versions.c.sha256],
        pages=row[versions.c.pages],
        added_at=row[versions.c.added_at],
        published_at=row[versions.c.published_at],
        warnings=tuple(map(_warning, row[versions.c.warnings])),
        author=row[versions.c.author],
        passage_count=row[versions.c.passage_count],
        publisher=row[versions.c.publisher],
    )


def label(row: RowMapping) -> VersionLabel:
    return VersionLabel(
        version_id=row[versions.c.id],
        title=row[versions.c.title],
        number=row[versions.c.number],
    )


def passage(row: RowMapping) -> Passage:
    return Passage(
        position=row[passages.c.position],
        text=row[passages.c.text],
        paragraph=row[passages.c.paragraph],
        page=row[passages.c.page],
        headings=tuple(row[passages.c.headings]),
        page_label=row[passages.c.page_label],
        boxes=tuple(Box(*box) for box in row[passages.c.boxes] or ()),
    )


def passage_values(version_id: int, found: Passage) -> dict[str, object]:
    return {
        "version_id": version_id,
        "position": found.position,
        "text": found.text,
        "paragraph": found.paragraph,
        "page": found.page,
        "headings": list(found.headings),
        "page_label": found.page_label,
        "boxes": [[b.page, b.left, b.bottom, b.right, b.top] for b in found.boxes],
    }


def warning_values(warnings: Iterable[ReadingWarning]) -> list[dict[str, object]]:
    return [
        {"kind": warning.kind.value, "page": warning.page, "detail": warning.detail}
        for warning in warnings
    ]


def _warning(document: Mapping[str, Any]) -> ReadingWarning:
    return ReadingWarning(WarningKind(document["kind"]), document["page"], document["detail"])
