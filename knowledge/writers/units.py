"""What can be quoted of a passage: its sentences, each with the line it stands under."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from knowledge.papers import Passage, Source
from knowledge.sentences import sentences

BULLET = "- "
# A pronoun among the first words: the sentence cannot be understood without the one before.
_POINTS_BACK = re.compile(
    r"^(?:\w+,? ){0,2}(?:it|its|they|them|their|this|these|those|such|he|his|she|her|both)\b", re.I
)


class Kind(Enum):
    """Where a sentence stands."""

    PROSE = "prose"
    LEAD = "lead"  # in the text that introduces a list
    ITEM = "item"  # in an item of a list


@dataclass(frozen=True, slots=True)
class Unit:
    """A sentence of a passage, exactly as it stands there.

    `lead` introduces the list it is in; `before` is the sentence before it, where it points back
    to that ("Each of them is short").
    """

    source: Source
    text: str
    kind: Kind
    lead: str = ""
    before: str = ""

    @property
    def quote(self) -> str:
        """What to quote so that it can be understood: one stretch of the passage."""
        return f"{self.before} {self.text}" if self.before else self.text

    @property
    def in_context(self) -> str:
        """The sentence after the one that it points back to, or under its list's introduction, or
        under the nearest heading."""
        headings = self.source.passage.headings
        above = self.before or self.lead or (headings[-1] if headings else "")
        return f"{above} {self.text}" if above else self.text


@dataclass(frozen=True, slots=True)
class ListParts:
    """A passage that holds a list: the sentence that introduces it ("" if none), and its items."""

    lead: str
    items: tuple[str, ...]


def units(source: Source) -> tuple[Unit, ...]:
    """The sentences of a passage in order."""
    return tuple(_units(source))


def list_parts(passage: Passage) -> ListParts | None:
    """The list in a passage; None where it holds none."""
    lines = passage.text.split("\n")
    items = tuple(line.removeprefix(BULLET) for line in lines if line.startswith(BULLET))
    if not items:
        return None
    before = [
        sentence for line in lines if not line.startswith(BULLET) for sentence in sentences(line)
    ]
    return ListParts(before[-1] if before else "", items)


def _units(source: Source) -> Iterator[Unit]:
    listed = list_parts(source.passage)
    for line in source.passage.text.split("\n"):
        if listed and line.startswith(BULLET):
            for text in sentences(line.removeprefix(BULLET)):
                yield Unit(source, text, Kind.ITEM, listed.lead)
        else:
            kind = Kind.LEAD if listed else Kind.PROSE
            yield from (Unit(source, text, kind, before=before) for text, before in _linked(line))


def _linked(line: str) -> Iterator[tuple[str, str]]:
    """Each sentence of a line, with the one before where it points back."""
    before = ""
    for text in sentences(line):
        yield text, before if _POINTS_BACK.search(text) else ""
        before = text
