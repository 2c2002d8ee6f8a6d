"""Sentences as words, marks and whole numbers, to be set side by side; pure."""

import re
from collections.abc import Hashable, Iterator
from dataclasses import dataclass

from knowledge.numbers import Mention, mentions

_PIECE = re.compile(r"[^\W_]+|[^\w\s]|_")


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a mark or a whole number; equal keys say the same."""

    key: Hashable
    mention: Mention | None = None


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence as tokens; `frame` is the same for sentences that differ in their numbers only."""

    text: str
    tokens: tuple[Token, ...]

    @property
    def frame(self) -> tuple[Hashable, ...]:
        return tuple("#" if token.mention else token.key for token in self.tokens)

    @property
    def numbers(self) -> tuple[Mention, ...]:
        return tuple(token.mention for token in self.tokens if token.mention)


def sentence(text: str) -> Sentence:
    """A sentence cut into words, marks and numbers."""
    return Sentence(text, tuple(_tokens(text)))


def _tokens(text: str) -> Iterator[Token]:
    at = 0
    for mention in mentions(text):
        yield from _words(text[at : mention.start])
        yield Token(mention.value, mention)
        at = mention.end
    yield from _words(text[at:])


def _words(text: str) -> Iterator[Token]:
    for piece in _PIECE.findall(text.casefold()):
        yield Token(piece)
