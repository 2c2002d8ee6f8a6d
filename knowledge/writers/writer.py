"""What a writer is: from the evidence for a question to a draft that rests on its passages."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from knowledge.papers import Source
from knowledge.search import Evidence


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing said, and the passages it rests on; `items` where a list is quoted below `text`."""

    text: str
    sources: tuple[Source, ...]
    items: tuple[str, ...] = ()


class Writer(Protocol):
    """Writes from the evidence alone; an empty draft means that it does not answer."""

    def write(self, evidence: Evidence) -> Sequence[Statement]: ...
