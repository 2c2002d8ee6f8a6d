"""What can be quoted of a passage: its sentences, each with the line it stands under."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from knowledge.papers import Passage, Source
from knowledge.sentences import sentences

BULLET = "- "
HEADING_WORDS = 4  # at most, in a heading that runs into its paragraph
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

    `lead` introduces the list it is in; `before` is what stands before it and belongs to it: the
    sentence that it points back to ("Each of them is short"), or a heading that runs into it.
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
        above = self.lead or ("" if self.before else "".join(headings[-1:]))
        return " ".join(part for part in (above, self.before, self.text) if part)


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
            for text, before in _linked(line.removeprefix(BULLET)):
                yield Unit(source, text, Kind.ITEM, listed.lead, before)
        else:
            kind = Kind.LEAD if listed else Kind.PROSE
            yield from (Unit(source, text, kind, before=before) for text, before in _linked(line))


def _linked(line: str) -> Iterator[tuple[str, str]]:
    """Each sentence of a line, with the one before where it points back, or where that is but a
    heading that runs into the line ("Background papers. Four will be sent out")."""
    found = sentences(line)
    heads = len(found) > 1 and len(found[0].split()) <= HEADING_WORDS
    before = ""
    for text in found[1:] if heads else found:
        follows = heads and text == found[1]
        before = found[0] if follows else before
        yield text, before if follows or _POINTS_BACK.search(text) else ""
        before = text
