"""Long lists of keys, cut so that each piece fits into one statement."""

from collections.abc import Iterator, Sequence
from typing import TypeVar

T = TypeVar("T")

KEYS = 500  # SQLite takes 32,766 parameters, older ones 999 (sqlite.org/limits.html)


def chunks(keys: Sequence[T]) -> Iterator[Sequence[T]]:
    """Pieces of at most KEYS keys, in order."""
    for start in range(0, len(keys), KEYS):
        yield keys[start : start + KEYS]
