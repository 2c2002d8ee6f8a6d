"""The nouns of an answer: claims, the citations they rest on, and that there is no answer."""

from dataclasses import dataclass

from knowledge.papers import Source


@dataclass(frozen=True, slots=True)
class Claim:
    """One thing said. `numbers` are those of its citations; `items` where a list is quoted."""

    text: str
    numbers: tuple[int, ...]
    items: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Citation:
    """A passage that claims rest on; `quotes` are the stretches of it that were quoted."""

    number: int
    source: Source
    quotes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """At least one claim; citations are numbered from 1 in the order in which they appear."""

    claims: tuple[Claim, ...]
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class NoAnswer:
    """The papers do not say; `nearest` is the passage that comes nearest, if any does."""

    nearest: Source | None
