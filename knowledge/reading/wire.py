"""A Reading as JSON and back, for the pipe between the child that reads and its parent."""

import json
from typing import TypedDict

from knowledge.papers import Box, Outcome, Passage, Reading, ReadingWarning, WarningKind

# Bytes of a reading as JSON. A report of 5,000 pages takes half of it.
MOST_BYTES = 64 * 1024 * 1024


class _PassageJson(TypedDict):
    position: int
    text: str
    paragraph: int | None
    page: int | None
    headings: list[str]
    page_label: str | None
    boxes: list[tuple[int, float, float, float, float]]


class _WarningJson(TypedDict):
    kind: str
    page: int | None
    detail: str


class _ReadingJson(TypedDict):
    outcome: str
    reason: str
    title: str | None
    pages: int | None
    passages: list[_PassageJson]
    warnings: list[_WarningJson]


def to_json(reading: Reading) -> str:
    """Write a reading as one line of JSON, in ASCII whatever the locale."""
    return json.dumps(
        _ReadingJson(
            outcome=reading.outcome.value,
            reason=reading.reason,
            title=reading.title,
            pages=reading.pages,
            passages=[_passage_json(passage) for passage in reading.passages],
            warnings=[_warning_json(warning) for warning in reading.warnings],
        )
    )


def from_json(text: str) -> Reading:
    """Read back what `to_json` wrote; raises ValueError for anything else."""
    try:
        raw: _ReadingJson = json.loads(text)
        return Reading(
            Outcome(raw["outcome"]),
            raw["reason"],
            raw["title"],
            raw["pages"],
            tuple(_passage(entry) for entry in raw["passages"]),
            tuple(_warning(entry) for entry in raw["warnings"]),
        )
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError("not a reading") from error


def _passage_json(passage: Passage) -> _PassageJson:
    return _PassageJson(
        position=passage.position,
        text=passage.text,
        paragraph=passage.paragraph,
        page=passage.page,
        headings=list(passage.headings),
        page_label=passage.page_label,
        boxes=[(box.page, box.left, box.bottom, box.right, box.top) for box in passage.boxes],
    )


def _passage(raw: _PassageJson) -> Passage:
    return Passage(
        raw["position"],
        raw["text"],
        raw["paragraph"],
        raw["page"],
        tuple(raw["headings"]),
        raw["page_label"],
        tuple(Box(*box) for box in raw["boxes"]),
    )


def _warning_json(warning: ReadingWarning) -> _WarningJson:
    return _WarningJson(kind=warning.kind.value, page=warning.page, detail=warning.detail)


def _warning(raw: _WarningJson) -> ReadingWarning:
    return ReadingWarning(WarningKind(raw["kind"]), raw["page"], raw["detail"])
