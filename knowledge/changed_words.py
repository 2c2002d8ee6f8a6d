"""The sentence of a passage that changed, as it was and as it is, for a person to compare; pure."""

import re
from collections.abc import Callable, Iterable, Sequence
from difflib import SequenceMatcher

from knowledge.sentences import sentences

# Share of words in common from which a new sentence is the old one put otherwise. Measured on the
# sample papers: with one word changed .75 at least (330 sentences), of two neighbours .4 at most.
ALIKE = 0.5
_BETWEEN_WORDS = re.compile(r"\W+")
Stands = Callable[[str], bool]  # whether a sentence is anywhere in a version


def changed_words(
    before: str, after: str, quotes: Sequence[str], stood: Stands, stands: Stands
) -> tuple[str, str]:
    """The first sentence of `before` that is gone, one that was quoted where there is one, and how
    `after` puts it; empty where it does not. Nothing but an addition: ("", what is new).

    What `stands` elsewhere in the new version is not gone, what `stood` elsewhere in the old one is
    not new; so two empty texts mean that nothing is lost.
    """
    old, new = pieces(before), pieces(after)
    gone = [piece for piece in old if not stands(piece)]
    come = [piece for piece in new if not stood(piece)]
    if not gone:
        return "", " ".join(come)
    said = next((piece for piece in gone if _is_quoted(piece, quotes)), gone[0])
    alike = [piece for piece in come if _likeness(said, piece) >= ALIKE]
    return said, max(alike, key=lambda piece: _likeness(said, piece), default="")


def pieces(text: str) -> list[str]:
    """The sentences of a passage; of a list, those of each line."""
    lines = [line.removeprefix("- ").strip() for line in text.split("\n")]
    return [piece.strip() for line in lines if line for piece in sentences(line)]


def standing_in(texts: Iterable[str]) -> Stands:
    """Finds sentences in these passages, whatever stands between their words and in which case."""
    words = f" {' '.join(map(_plain, texts))} "
    return lambda piece: f" {_plain(piece)} " in words


def _plain(text: str) -> str:
    return _BETWEEN_WORDS.sub(" ", text).strip().casefold()


def _is_quoted(piece: str, quotes: Sequence[str]) -> bool:
    return any(piece in quote or quote in piece for quote in quotes if quote)


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, one.split(), other.split(), autojunk=False).ratio()
