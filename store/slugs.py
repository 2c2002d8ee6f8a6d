"""The short name of a paper, made of its title: what commands call it by."""

import re
import unicodedata
from collections.abc import Set

LONGEST = 40  # characters; it is typed by hand and stands in a column
_APART = re.compile(r"[^a-z0-9]+")


def slug_of(title: str, taken: Set[str] = frozenset()) -> str:
    """Lower-case letters, digits and hyphens, as ASCII; "-2" and so on where it is taken."""
    letters = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    short = _cut(_APART.sub("-", letters).strip("-")) or "paper"
    numbers = (f"{short}-{number}" for number in range(2, len(taken) + 3))
    return next(each for each in (short, *numbers) if each not in taken)


def _cut(slug: str) -> str:
    """At most LONGEST characters, whole words where there are several."""
    if len(slug) <= LONGEST:
        return slug
    return slug[: LONGEST + 1].rpartition("-")[0] or slug[:LONGEST]
