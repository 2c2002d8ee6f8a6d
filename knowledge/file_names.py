"""File names and titles without what only tells one version of a paper from the next; pure."""

import re
import unicodedata

_MARKS = (
    # "v2", "version 3.1", "rév. 2", "draft 4", "(1)", "copy of", "final", and the same in French.
    r"v(?:er(?:sion|s)?)?[ .]*\d+(?:[.]\d+)*[a-z]?",
    r"r[ev]{1,2}(?:ision)?[ .]*\d+",
    r"(?:draft|projet|brouillon|edition|ed|version)[ .]*\d*",
    r"\(\d{1,2}\)",
    r"(?:copy|copie)(?: (?:of|de))?(?: \d{1,2})?|kopie",
    r"(?:final|finale|definitive?|def|revised|revision|revisee?|rev|updated?|latest|last|clean)",
    r"(?:track(?:ed)? changes|with changes|as sent|mis a jour|mise a jour|new|nouvelle|nouveau)",
    # Dates with a day; a year alone may be what the paper is about.
    r"\d{4}[-_. ]?\d{2}[-_. ]?\d{2}(?:[ t_-]?\d{4,6})?|\d{1,2}[-_. ]\d{1,2}[-_. ](?:\d{4}|\d{2})",
)
_MARK = re.compile(rf"(?<![a-z0-9])(?:{'|'.join(_MARKS)})(?![a-z0-9])")
_GAPS = re.compile(r"[^a-z0-9()]+")
_SUFFIX = re.compile(r"\.[a-z][a-z0-9]{1,4}$")


def bare_name(file_name: str) -> str:
    """A file's name in lower case, without ending and marks of a version: "country cases"."""
    return bare_title(_SUFFIX.sub("", _folded(file_name)))


def bare_title(title: str) -> str:
    """A title in lower case, its words one space apart, without marks of a version.

    It is empty where nothing else is in it.
    """
    text = _folded(title)
    # Dates go first, while their dots and dashes stand; then the words, until nothing changes.
    dated = _MARK.sub(" ", text)
    spaced = _GAPS.sub(" ", dated)
    while (shorter := " ".join(_MARK.sub(" ", spaced).split())) != spaced:
        spaced = shorter
    return " ".join(re.sub(r"[()]", " ", spaced).split())


def differs_in_numbers(one: str, other: str) -> bool:
    """Whether two bare names are the same but for their numbers: "annex 1" and "annex 2"."""
    return one != other and re.sub(r"\d+", "#", one) == re.sub(r"\d+", "#", other)


def _folded(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(char for char in decomposed if not unicodedata.combining(char))
