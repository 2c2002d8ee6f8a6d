"""A Reading as JSON and back, for the pipe between the child that reads and its parent."""

import json
from typing import TypedDict

from knowledge.papers import Outcome, Passage, Reading


class _PassageJson(TypedDict):
    position: int
    text: str
    paragraph: int | None
    page: int | None
    headings: list[str]


class _ReadingJson(TypedDict):
    outcome: str
    reason: str
    title: str | None
    pages: int | None
    passages: list[_PassageJson]


def to_json(reading: Reading) -> str:
    """Write a reading as one line of JSON, in ASCII whatever the locale."""
    return json.dumps(
        _ReadingJson(
            outcome=reading.outcome.value,
            reason=reading.reason,
            title=reading.title,
            pages=reading.pages,
            passages=[_passage_json(passage) for passage in reading.passages],
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
    )


def _passage(raw: _PassageJson) -> Passage:
    return Passage(
        raw["position"], raw["text"], raw["paragraph"], raw["page"], tuple(raw["headings"])
    )
