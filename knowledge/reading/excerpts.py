"""What a warning quotes: the text in question on one short line."""

from collections.abc import Sequence

# Characters: a line or two on a phone.
_LONGEST = 120


def excerpt(texts: Sequence[str]) -> str:
    """Join the texts and cut them to one line, with an ellipsis where something is left out."""
    whole = " ".join(" ".join(texts).split())
    return whole if len(whole) <= _LONGEST else f"{whole[: _LONGEST - 1].rstrip()}…"
