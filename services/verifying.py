"""Whether every passage of a version can be found, before anybody is answered from it."""

from collections.abc import Sequence

from knowledge.index import Found, PassageIndex
from knowledge.papers import Source
from knowledge.windows import windows
from knowledge.words import stems
from services.errors import NotVerified

SAMPLE = 24  # passages that are looked for, spread over the whole version
NEAREST = 24  # passages that each search brings
# Two passages with the same words have the same vector; Chroma and float32 round it.
AS_NEAR = 1e-3


def verify(sources: Sequence[Source], expected: int, index: PassageIndex) -> None:
    """Fill an empty index with one version and look for passages of it there, by their own words.

    Raises NotVerified where there are not `expected` passages, where a text has no vector, or
    where something else is found in place of a passage.
    """
    if not sources or len(sources) != expected:
        raise NotVerified(f"{len(sources)} of {expected} passages are there")
    try:
        index.add(sources)
        for source in sources[:: max(1, len(sources) // SAMPLE)]:
            _find(index, source)
    except KeyError:
        raise NotVerified("a passage has no vector") from None


def _find(index: PassageIndex, source: Source) -> None:
    text = windows(source.passage)[0]
    scope = frozenset({source.label.version_id})
    found = index.search(text, stems(text), scope, NEAREST)
    own = next((each for each in found if each.source == source), None)
    if own is None or _cosine(own) + AS_NEAR < max(map(_cosine, found)):
        raise NotVerified(f"passage {source.passage.position} does not find itself")


def _cosine(found: Found) -> float:
    return -1.0 if found.cosine is None else found.cosine
