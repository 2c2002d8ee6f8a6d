"""Printed lines become headings, paragraphs, list items and footnotes by their layout."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from knowledge.papers import Box
from knowledge.reading.blocks import Block, Kind, is_finished
from knowledge.reading.headings import is_capitals
from knowledge.reading.marks import footnote_mark, outline_level, printed_number, without_bullet
from knowledge.reading.pdf_floats import is_caption, with_floats
from knowledge.reading.pdf_margins import (
    body_size,
    part_footnotes,
    with_superscript_mark,
    without_running_lines,
)
from knowledge.reading.pdf_overleaf import with_headers_overleaf
from knowledge.reading.places import Place
from knowledge.reading.text_lines import TextLine

# Shares: of the usual leading, of the character size, of the width of the text.
_WIDER_GAP = 1.25
_OTHER_SIZE = 0.08
_INDENT = 0.8
_FAR_SHORT = 0.4
_HEADING_SIZE = 1.12
_LONGEST_HEADING = 200
_MOST_HEADING_LINES = 3
_USUAL_LEADING = 1.2
_LOW = 0.25
_COLUMN_START = 4.0
_NARROWEST = 0.25
_FEWEST_LEADINGS = 5
_FEWEST_LINES = 8
_SHORTEST_HALF = 4
_PAGE = -1
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class _Page:
    """What the whole file tells about its layout; sizes and lengths in points."""

    size: float
    leading: float
    rights: Mapping[int, float]
    width: float
    words: frozenset[str]


def blocks_of(pages: Sequence[list[TextLine]]) -> tuple[Block, ...]:
    """Turn the lines of all pages into blocks, in reading order, footnotes after their column."""
    bodies = with_headers_overleaf(without_running_lines(pages))
    layout = _layout(bodies)
    parted = [part_footnotes(lines, layout.size) for lines in _columns(bodies)]
    blocks: list[Block] = []
    styles: list[tuple[float, bool]] = []
    for at, (lines, notes) in enumerate(parted):
        following = next((body[0] for body, _ in parted[at + 1 :] if body), None)
        for group in _groups(lines, layout):
            at_foot = group[-1] is lines[-1] and (
                bool(notes) or _is_low(group[-1]) or _goes_up(group[-1], following)
            )
            runs_on = at_foot and following is not None and _runs_on(group, following, layout)
            blocks.append(replace(_block(group, layout), runs_on=runs_on))
            styles.append((round(group[0].size), group[0].bold))
        blocks.extend(_footnote(note, layout) for note in notes)
        styles.extend((0, False) for _ in notes)
    sizes = [size for size, _ in styles]
    return tuple(with_floats(list(_with_levels(blocks, styles)), sizes, layout.size))


def _is_low(line: TextLine) -> bool:
    """Tell whether the page may have ended the text here, and not its writer."""
    return line.y < _LOW * line.page_height or not line.page_height


def _columns(pages: Sequence[list[TextLine]]) -> list[list[TextLine]]:
    """Part pages into their columns; a page of one column stays whole."""
    return [
        list(column)
        for lines in pages
        for _, column in groupby(lines, key=lambda line: line.column)
    ]


def _goes_up(line: TextLine, following: TextLine | None) -> bool:
    """Tell whether the text goes on higher up on the same page: in its next column."""
    return following is not None and following.page == line.page and following.y > line.y


def _layout(pages: Sequence[list[TextLine]]) -> _Page:
    size = body_size(pages)
    body = [line for lines in pages for line in lines if abs(line.size - size) < 1]
    leadings = Counter(
        round((above.y - below.y) / size, 1)
        for lines in pages
        for above, below in pairwise(lines)
        if size and 0 < above.y - below.y < 3 * size and abs(above.size - size) < 1
    )
    rights = _rights(body, size)
    left = min((line.x0 for line in body), default=0.0)
    words = frozenset(word for lines in pages for word in _whole_words(lines))
    # The tightest of the common distances: wide ones stand between paragraphs.
    common = [ratio for ratio, count in leadings.items() if count * 4 >= max(leadings.values())]
    leading = min(common) if leadings.total() >= _FEWEST_LEADINGS else _USUAL_LEADING
    return _Page(size, leading, rights, max(rights[_PAGE] - left, 1.0), words)


def _whole_words(lines: Sequence[TextLine]) -> Iterator[str]:
    """List the words of a page in lower case, without what a line's end may have cut."""
    cut = False
    for line in lines:
        words = _WORD.findall(line.text)
        first, cut = int(cut), line.text.endswith("-")
        yield from (word.lower() for word in words[first : len(words) - cut])


def _rights(body: list[TextLine], size: float) -> dict[int, float]:
    """Find where lines end that begin at about the same place: columns have ends of their own."""
    starts: dict[int, list[float]] = {_PAGE: [line.x1 for line in body]}
    for line in body:
        starts.setdefault(_start(line, size), []).append(line.x1)
    often = {at: ends for at, ends in starts.items() if len(ends) >= _FEWEST_LINES or at == _PAGE}
    return {at: _high(sorted(ends)) for at, ends in often.items()}


def _start(line: TextLine, size: float) -> int:
    return int(line.x0 / (_COLUMN_START * size)) if size else 0


def _room(line: TextLine, layout: _Page) -> float:
    """Return the points left between the end of the line and the right margin of its column."""
    start = _start(line, layout.size)
    # The first line of a paragraph may be indented or hang out of its column.
    near = [layout.rights.get(at, 0.0) for at in (start - 1, start, start + 1)]
    # Lines that all end early are a list of short ones, no column.
    columns = [right for right in near if right - line.x0 > _NARROWEST * layout.width]
    return min(columns, default=layout.rights[_PAGE]) - line.x1


def _high(values: list[float]) -> float:
    """Take the 95th percentile: one line that sticks out is no margin."""
    return values[int(0.95 * (len(values) - 1))] if values else 0.0


def _groups(lines: list[TextLine], layout: _Page) -> Iterator[list[TextLine]]:
    group: list[TextLine] = []
    for line in lines:
        if group and _breaks(group, line, layout):
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _breaks(group: list[TextLine], line: TextLine, layout: _Page) -> bool:
    before = group[-1]
    if before.row or line.row:
        return True
    size = max(before.size, line.size)
    drop = before.y - line.y
    if drop < 0 or drop > _WIDER_GAP * layout.leading * size:
        return True
    if abs(before.size - line.size) > _OTHER_SIZE * size or without_bullet(line.text):
        return True
    if _is_set_bold(group) and not line.bold and not _is_open_caption(group):
        return True
    if is_finished(before.text):
        return _opens(group, line) or line.bold > before.bold or _ends_short(before, line, layout)
    return _far_short(before, line, layout)


def _is_open_caption(group: list[TextLine]) -> bool:
    """Tell whether the name of a figure, in bold, may go on in plain letters."""
    return is_caption(group[0].text) and not is_finished(group[-1].text)


def _is_set_bold(group: list[TextLine]) -> bool:
    return all(line.bold for line in group)


def _opens(group: list[TextLine], line: TextLine) -> bool:
    """Tell whether the line, after a full stop, shows by number or margin that it opens a block."""
    left = min(before.x0 for before in group)
    listed = without_bullet(group[0].text) is not None or printed_number(group[0].text) is not None
    indented = line.x0 > group[-1].x0 + _INDENT * line.size and (len(group) > 1 or not listed)
    outdented = listed and line.x0 < left - _INDENT * line.size
    back = listed and len(group) > 1 and line.x0 < group[-1].x0 - _INDENT * line.size
    return bool(printed_number(line.text)) or indented or outdented or back


def _ends_short(before: TextLine, line: TextLine, layout: _Page) -> bool:
    """Tell whether the next word would have had room: then the writer ended the line."""
    return _room(before, layout) > _first_word_width(line) + 2 * line.size


def _far_short(before: TextLine, line: TextLine, layout: _Page) -> bool:
    room = _room(before, layout)
    return room > _FAR_SHORT * layout.width and room > _first_word_width(line) + 2 * line.size


def _first_word_width(line: TextLine) -> float:
    word = line.text.split(maxsplit=1)[0]
    return (line.x1 - line.x0) * len(word) / len(line.text)


def _runs_on(group: list[TextLine], following: TextLine, layout: _Page) -> bool:
    last = group[-1]
    left = min(line.x0 for line in group)
    if last.row or following.row:
        return False
    same = abs(last.size - following.size) <= _OTHER_SIZE * last.size and not following.bold
    marked = without_bullet(following.text) or printed_number(following.text)
    flush = following.x0 <= left + _INDENT * following.size
    return same and not marked and flush and not _ends_short(last, following, layout)


def _block(group: list[TextLine], layout: _Page) -> Block:
    joined, places = _joined(group, layout)
    bare = without_bullet(joined)
    kind = _kind(group, joined, layout)
    text = bare if kind is Kind.ITEM and bare is not None else joined
    return Block(text, kind, group[0].page, places=places, column=group[0].column)


def _kind(group: list[TextLine], text: str, layout: _Page) -> Kind:
    if group[0].row or without_bullet(text) is not None:
        return Kind.ITEM
    if footnote_mark(text) and group[0].size < layout.size:
        return Kind.FOOTNOTE
    return Kind.HEADING if _is_heading(group, text, layout) else Kind.PARAGRAPH


def _footnote(group: list[TextLine], layout: _Page) -> Block:
    text, places = _joined(group, layout)
    first = group[0]
    marked = with_superscript_mark(text)
    return Block(marked, Kind.FOOTNOTE, first.page, places=places, column=first.column)


def _is_heading(group: list[TextLine], text: str, layout: _Page) -> bool:
    if len(group) > _MOST_HEADING_LINES or len(text) > _LONGEST_HEADING:
        return False
    if text.endswith((".", ":", ";", ",")) or not text[:1].isalnum() or text[:1].islower():
        return False
    large = all(line.size > _HEADING_SIZE * layout.size for line in group)
    numbered = outline_level(text) is not None and len(group) == 1
    return large or _is_set_bold(group) or is_capitals(text) or numbered


def _joined(group: list[TextLine], layout: _Page) -> tuple[str, tuple[Place, ...]]:
    """Join lines to one text, and say where in it and on the page each of them is."""
    text, starts = group[0].text, [0]
    for line in group[1:]:
        text = _spliced(text, line.text, layout)
        starts.append(len(text) - len(line.text))
    return text, tuple(
        Place(len(text) - start, _box(line), line.column)
        for line, start in zip(group, starts, strict=True)
        if line.top > line.bottom
    )


def _box(line: TextLine) -> Box:
    return Box(line.page, line.x0, line.bottom, line.x1, line.top)


def _spliced(text: str, following: str, layout: _Page) -> str:
    cut = text.endswith("-") and text[-2:-1].isalpha() and following[:1].isalpha()
    if not cut:
        return f"{text} {following}"
    ending, opening = _WORD.findall(text)[-1].lower(), _WORD.findall(following)[0].lower()
    if _keeps_hyphen(ending, opening, layout.words):
        return f"{text}{following}"
    # Before a capital the hyphen was written, unless the file has the word without it.
    joins = following[0].islower() or f"{ending}{opening}" in layout.words
    return f"{text[:-1]}{following}" if joins else f"{text}{following}"


def _keeps_hyphen(ending: str, opening: str, words: frozenset[str]) -> bool:
    """A hyphen belongs to the word that the file also prints with it, or only in two halves."""
    if f"{ending}-{opening}" in words:
        return True
    halves = ending in words and opening in words
    long = min(len(ending), len(opening)) >= _SHORTEST_HALF
    return halves and long and f"{ending}{opening}" not in words


def _with_levels(blocks: list[Block], styles: list[tuple[float, bool]]) -> Iterator[Block]:
    """Rank headings by size, then weight; the parts of an outline number count below that."""
    pairs = list(zip(blocks, styles, strict=True))
    ranks = sorted({style for block, style in pairs if block.kind is Kind.HEADING}, reverse=True)
    for block, style in pairs:
        if block.kind is not Kind.HEADING:
            yield block
            continue
        below = (outline_level(block.text) or 1) - 1
        yield replace(block, level=ranks.index(style) + 1 + below)
