"""Plain text: blocks from blank lines, bullets, numbers and the lengths of lines."""

import re
from itertools import groupby, pairwise
from pathlib import Path

from charset_normalizer import from_bytes

from knowledge.reading import refusals
from knowledge.reading.blocks import (
    Block,
    Contents,
    Kind,
    clean,
    has_letters,
    is_finished,
    without_markup,
)
from knowledge.reading.headings import Line, heading_level, is_title
from knowledge.reading.marks import (
    footnote_mark,
    is_contents_line,
    is_rule,
    printed_number,
    without_bullet,
)

_NUMBERED = re.compile(r"^\s*\(?[1-9]\d{0,2}[.)]\s+\S")
_CONTACT = re.compile(r"@|https?://|www\.|\+\d")
# A line that ends this far short of its neighbours was ended by its writer, not by wrapping.
_SHORT_OF_WIDTH = 0.7
_TAB_SIZE = 4
_WESTERN = frozenset(
    "àâäáãåæçèéêëìíîïñòóôõöøœùúûüÿßÀÂÄÁÃÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØŒÙÚÛÜŸ‘’“”«»–—…•€£§°\xa0¿¡·¹²³"
)
_FEW = 0.3
_MOST_LINES = 200_000  # a report of 5,000 pages has as many
_INTRODUCTION_SHORTER_THAN = 80
_LISTED_SHORTER_THAN = 200


def read_plain(path: Path) -> Contents:
    """Read a text file of any encoding; it has no pages. Raises RefusedError."""
    return Contents(blocks_of(text_in(path)))


def text_in(path: Path) -> str:
    """The text of a file of any encoding; raises RefusedError where there is none, or too much."""
    text = decode(path.read_bytes())
    if not has_letters(text):
        raise refusals.empty()
    if max(text.count("\n"), text.count("\r")) > _MOST_LINES:
        raise refusals.too_much_text()
    return text


def decode(data: bytes) -> str:
    """UTF-8 first, then western letters if they make sense, then the most likely encoding."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        western = data.decode("cp1252", "replace")
    if _is_western(western):
        return western
    best = from_bytes(data).best()
    return western if best is None else str(best)


def _is_western(text: str) -> bool:
    """The guess by statistics takes short French for Czech; mostly plain letters settle it."""
    unusual = [char for char in text if ord(char) > 0x7F]
    return len(unusual) < _FEW * len(text) and all(char in _WESTERN for char in unusual)


def blocks_of(text: str, page: int | None = None) -> tuple[Block, ...]:
    """Turn text with line breaks into blocks, all on the given page."""
    lines = [line for line in _lines(text) if line.text]
    blocks = [_block(lines, index, page) for index in range(len(lines))]
    return tuple(_with_lists(blocks, lines))


def _lines(text: str) -> list[Line]:
    raw = text.expandtabs(_TAB_SIZE).replace("\f", "\n\n").splitlines()
    chunks = groupby(raw, lambda line: bool(line.strip()))
    lines = [line for filled, chunk in chunks if filled for line in _chunk_lines(list(chunk))]
    return [line for line in lines if not is_contents_line(line.text)]


def _chunk_lines(chunk: list[str]) -> list[Line]:
    """Join the lines between two blank ones that wrapping broke, keep what their writer broke."""
    parts = [part for marked in _split_at_marks(chunk) for part in _unwrapped(marked)]
    return [_line(part, alone=len(parts) == 1) for part in parts]


def _split_at_marks(chunk: list[str]) -> list[list[str]]:
    parts = [[chunk[0]]]
    for before, line in pairwise(chunk):
        if is_rule(before) or _opens(line):
            parts.append([line])
        else:
            parts[-1].append(line)
    return parts


def _opens(line: str) -> bool:
    marked = without_bullet(line) or _NUMBERED.match(line) or footnote_mark(line.strip())
    return bool(marked) or is_rule(line)


def _unwrapped(lines: list[str]) -> list[list[str]]:
    width = max(len(line) for line in lines)
    parts = [[lines[0]]]
    for before, line in pairwise(lines):
        next_word = line.split(maxsplit=1)[0]
        hangs = without_bullet(lines[0]) and line[:1] == " "
        if not hangs and len(before) + 1 + len(next_word) < _SHORT_OF_WIDTH * width:
            parts.append([line])
        else:
            parts[-1].append(line)
    return parts


def _line(part: list[str], *, alone: bool) -> Line:
    whole = " ".join(part)
    bare = without_bullet(part[0])
    text = whole if bare is None else " ".join([bare, *part[1:]])
    kept = "" if is_rule(whole) else clean(without_markup(text))
    indent = len(part[0]) - len(part[0].lstrip())
    return Line(kept or whole.strip(), bare is not None and bool(kept), indent, alone)


def _block(lines: list[Line], index: int, page: int | None) -> Block:
    line = lines[index]
    if is_rule(line.text):
        return Block(line.text, Kind.RULE, page)
    if line.bulleted:
        return Block(line.text, Kind.ITEM, page, level=int(line.indent > 0))
    if footnote_mark(line.text):
        return Block(line.text, Kind.FOOTNOTE, page)
    if index == 0 and page in {None, 1} and is_title(lines):
        return Block(line.text.lstrip("# "), Kind.HEADING, page)
    level = heading_level(lines, index)
    if level is None:
        return Block(line.text, Kind.PARAGRAPH, page)
    return Block(line.text.lstrip("# "), Kind.HEADING, page, level)


def _with_lists(blocks: list[Block], lines: list[Line]) -> list[Block]:
    """Make items of the short lines that a line with a colon introduces, such as addresses."""
    listing = False
    for index, block in enumerate(blocks):
        if listing and _is_listed(block):
            blocks[index] = Block(block.text, Kind.ITEM, block.page)
            continue
        listing = _introduces(block) and not lines[index].bulleted
    return blocks


def _introduces(block: Block) -> bool:
    short = len(block.text) <= _INTRODUCTION_SHORTER_THAN
    return block.kind is Kind.PARAGRAPH and short and block.text.endswith(":")


def _is_listed(block: Block) -> bool:
    if block.kind is not Kind.PARAGRAPH or printed_number(block.text):
        return False
    ended = is_finished(block.text) and not _CONTACT.search(block.text)
    return len(block.text) < _LISTED_SHORTER_THAN and not ended
