"""The title of a paper: what its metadata says if that is a title, else its first heading."""

import re
from dataclasses import replace

from knowledge.reading.blocks import Block, Contents, Kind, clean, has_letters
from knowledge.reading.marks import outline_level, printed_number

_PREFIX = re.compile(r"^Microsoft (Office )?(Word|PowerPoint|Excel)\s*[-–]\s*", re.IGNORECASE)
_FILE_NAME = re.compile(r"\.(docx?|dotx?|rtf|odt|pdf|txt|md|pptx?|xlsx?|indd|tex|dvi|html?)$", re.I)
_PATH = re.compile(r"^([A-Za-z]:|file:|~?/)|\\")
_NO_TITLES = {"untitled", "untitled document", "document", "title", "none", "null", "anonymous"}
# Characters. Before its title a paper prints at most a symbol, a date and a sender.
_TITLE_WITHIN = 300
_NUMBERED_DOCUMENT = re.compile(r"^(untitled|document|presentation)\s*\d*$", re.IGNORECASE)


def title_of(contents: Contents) -> str | None:
    """Choose the title; None when neither the metadata nor a heading offers one."""
    return _from_metadata(contents.title) or _first_heading(contents.blocks)


def without_title(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Take the paper's own title out of the headings, below which every passage would stand.

    It is a heading near the top that outranks all others; a file of headings only keeps its text.
    """
    headings = [block for block in blocks if block.kind is Kind.HEADING]
    if len(headings) == len(blocks):
        return tuple(replace(block, kind=Kind.PARAGRAPH) for block in blocks)
    if not headings or any(_rivals(headings[0], other) for other in headings[1:]):
        return blocks
    at = blocks.index(headings[0])
    if sum(len(block.text) for block in blocks[:at]) > _TITLE_WITHIN:
        return blocks
    return blocks[:at] + blocks[at + 1 :]


def _rivals(first: Block, other: Block) -> bool:
    """Tell whether another heading is of the first one's rank; numbered sections are below it."""
    section = outline_level(other.text) is not None or printed_number(other.text) is not None
    numbered = outline_level(first.text) is not None or printed_number(first.text) is not None
    return other.level < first.level or (other.level == first.level and section <= numbered)


def _from_metadata(raw: str | None) -> str | None:
    title = _PREFIX.sub("", clean(raw or "")).strip("\"' ")
    plain = title.strip("()[]").lower()
    if not has_letters(plain) or plain in _NO_TITLES or _NUMBERED_DOCUMENT.match(plain):
        return None
    return None if _FILE_NAME.search(title) or _PATH.search(title) else title


def _first_heading(blocks: tuple[Block, ...]) -> str | None:
    return next((block.text for block in blocks if block.kind is Kind.HEADING), None)
