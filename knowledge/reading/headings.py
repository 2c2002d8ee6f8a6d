"""Which lines of a text without styles are headings."""

import re
from dataclasses import dataclass

from knowledge.reading.blocks import is_finished
from knowledge.reading.marks import is_rule, outline_level, printed_number

_HASHES = re.compile(r"^(#{1,6})\s+\S")
_CONTACT = re.compile(r"@|https?://|www\.|\+\d|[\[\]]")
_ENDS = (".", ":", ";", ",", "?", "!", "…")
# Characters. A heading longer than two printed lines is rare; a title may take three.
_LONGEST_HEADING = 120
_LONGEST_TITLE = 200
_BODY_LONGER_THAN = 120
_FEWEST_CAPITALS = 4


@dataclass(frozen=True, slots=True)
class Line:
    """A line as its writer meant it: unwrapped, without its bullet; `indent` in characters.

    `alone` says that blank lines stand before and after it.
    """

    text: str
    bulleted: bool
    indent: int
    alone: bool


def is_title(lines: list[Line]) -> bool:
    """Tell whether the first line is the title of what follows."""
    first = lines[0]
    if len(lines) < 2 or first.bulleted or printed_number(first.text):
        return False
    return len(first.text) <= _LONGEST_TITLE and _looks_like_heading(first.text)


def heading_level(lines: list[Line], index: int) -> int | None:
    """Return the level (from 1) of the heading in this place, None if the line is none."""
    text = lines[index].text
    hashes = _HASHES.match(text)
    if hashes:
        return len(hashes[1])
    if len(text) > _LONGEST_HEADING or not _looks_like_heading(text) or printed_number(text):
        return None
    level = outline_level(text) or (1 if is_capitals(text) else None)
    following = _following(lines, index)
    if following is None or (level is None and not _stands_over(lines, index, following)):
        return None
    return level or 2


def is_capitals(text: str) -> bool:
    """Tell whether a line is set in capitals throughout."""
    letters = [char for char in text if char.isalpha()]
    return len(letters) >= _FEWEST_CAPITALS and all(not char.islower() for char in letters)


def _looks_like_heading(text: str) -> bool:
    starts = text[:1].isupper() or text[:1].isdigit() or text[:1] in '"“«‘#¿'
    return starts and not text.endswith(_ENDS) and not _CONTACT.search(text)


def _following(lines: list[Line], index: int) -> Line | None:
    return next((line for line in lines[index + 1 :] if not is_rule(line.text)), None)


def _stands_over(lines: list[Line], index: int, following: Line) -> bool:
    """A line without number or capitals is a heading only when alone and right above a body."""
    if not lines[index].alone or following.text[:1].islower():
        return False
    before = lines[index - 1].text if index else ""
    cuts_prose = len(before) > _BODY_LONGER_THAN and not is_finished(before)
    body = len(following.text) > _BODY_LONGER_THAN or is_finished(following.text)
    return not cuts_prose and (body or following.bulleted)
