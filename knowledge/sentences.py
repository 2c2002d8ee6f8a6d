"""Where sentences end, without cuts inside addresses, abbreviations and footnote marks."""

import re

import sentencex

from knowledge.reading.blocks import SUPERSCRIPTS

_LEADING_MARK = re.compile(rf"^[{SUPERSCRIPTS}\"”’»)\]]+(?=\s|$)")
_SHORTEST = 4


def sentences(text: str, language: str = "en") -> tuple[str, ...]:
    """Split one paragraph (whitespace normalised) into sentences; joined by spaces they are it."""
    pieces: list[str] = []
    for piece in sentencex.segment(language, text):
        rest = _hand_back_mark(pieces, piece)
        if pieces and rest and _goes_on(pieces[-1], rest):
            pieces[-1] += rest
        elif rest:
            pieces.append(rest)
    return tuple(piece.strip() for piece in pieces if piece.strip())


def _hand_back_mark(pieces: list[str], piece: str) -> str:
    """Give a mark or closing quote to the sentence before, where it belongs; return the rest."""
    mark = _LEADING_MARK.match(piece)
    if not mark or not pieces:
        return piece
    pieces[-1] += f"{mark.group()} "
    return piece[mark.end() :].lstrip()


def _goes_on(before: str, piece: str) -> bool:
    """Tell whether the library cut inside a token, or before a word that begins no sentence."""
    if not before[-1:].isspace() or len(before.strip()) < _SHORTEST:
        return True
    return piece.lstrip(" \"'“‘«([")[:1].islower()
