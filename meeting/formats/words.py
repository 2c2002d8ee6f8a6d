"""Words of spreadsheets compared: case, accents and punctuation aside; yes and no; slugs."""

import hashlib
import re
import unicodedata

from meeting.formats.grid import Cell, Misread, quoted, text

YES = frozenset(("yes", "y", "true", "1", "x", "oui", "o", "vrai", "ja"))
NO = frozenset(("", "no", "n", "false", "0", "non", "faux", "nein", "nei"))
LONGEST_SLUG = 60  # characters; ids stay short enough to be read and stored


def folded(words: str) -> str:
    """Lower case, without accents, everything but letters and digits as one space."""
    plain = unicodedata.normalize("NFKD", words.casefold())
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return " ".join(re.findall(r"[^\W_]+", plain))


def slug(words: str) -> str:
    """A short id made of words; a digest where they have no Latin letters or digits."""
    made = "-".join(re.findall(r"[a-z0-9]+", folded(words)))[:LONGEST_SLUG].strip("-")
    return made or hashlib.sha256(words.encode()).hexdigest()[:10]


def yes(cell: Cell) -> bool:
    """Raises Misread for words that are neither yes nor no."""
    said = folded(text(cell))
    if said in YES:
        return True
    if said in NO:
        return False
    raise Misread(
        f"{quoted(text(cell))} is neither yes nor no; write yes, or leave the cell empty."
    )


def listed(words: str) -> tuple[str, ...]:
    """Names or titles in one cell, separated by semicolons or new lines.

    A comma separates only what has no spaces in it, such as keys: “Berg, Anna” is one name, and
    “Anna Berg, Ministry” one person.
    """
    parts = [part.strip() for part in re.split(r"[;\n]", words)]
    if len(parts) == 1:
        pieces = [piece.strip() for piece in parts[0].split(",")]
        if not any(" " in piece for piece in pieces):
            parts = pieces
    return tuple(dict.fromkeys(part for part in parts if part))
