"""Running headers, footers, page numbers and footnotes are told from the body of a page."""

import re
from collections import Counter
from collections.abc import Sequence

from knowledge.reading.blocks import superscript
from knowledge.reading.marks import footnote_mark, is_contents_line, is_page_number
from knowledge.reading.text_lines import TextLine

_OUTER_LINES = 2
# Shares: of the pages that repeat a line, of the page height that is margin and that no body
# text reaches, of the body size.
_REPEATED_ON = 0.4
_MARGIN = 0.12
_EDGE = 0.06
_SMALL_PRINT = 0.93
_SAME_PLACE_POINTS = 6.0
_DIGITS = re.compile(r"\d+")
_PLAIN_MARK = re.compile(r"^(\d{1,3})[.)]?\s+(?=\S)")


def without_running_lines(pages: Sequence[list[TextLine]]) -> list[list[TextLine]]:
    """Drop what most pages repeat at one place, page numbers and lines of a table of contents.

    Pages of which nothing would be left, in the whole file, are all text.
    """
    counts = Counter(key for lines in pages for key in {_key(line) for line in _outer(lines)})
    often = max(2.0, _REPEATED_ON * len(pages))
    running = {key for key, count in counts.items() if count >= often}
    small = _SMALL_PRINT * body_size(pages)
    kept = [[line for line in lines if not _runs(line, lines, running, small)] for lines in pages]
    return kept if any(kept) else list(pages)


def body_size(pages: Sequence[list[TextLine]]) -> float:
    """Return the size in points that most characters of the file have."""
    sizes: Counter[float] = Counter()
    for lines in pages:
        for line in lines:
            sizes[round(line.size, 1)] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def part_footnotes(
    lines: list[TextLine], size: float
) -> tuple[list[TextLine], list[list[TextLine]]]:
    """Part one page into its body and its footnotes: small print at the foot that has a mark."""
    first = len(lines)
    while first and lines[first - 1].size < _SMALL_PRINT * size:
        first -= 1
    while first < len(lines) and _mark(lines[first]) is None:
        first += 1
    if first == 0:
        return lines, []
    notes: list[list[TextLine]] = []
    for line in lines[first:]:
        if _mark(line):
            notes.append([line])
        else:
            notes[-1].append(line)
    return lines[:first], notes


def with_superscript_mark(text: str) -> str:
    """Write the mark of a footnote's text as superscript, however it was printed."""
    return _PLAIN_MARK.sub(lambda found: f"{superscript(found[1])} ", text)


def _mark(line: TextLine) -> str | None:
    plain = _PLAIN_MARK.match(line.text)
    return footnote_mark(line.text) or (plain[1] if plain else None)


def _outer(lines: list[TextLine]) -> list[TextLine]:
    down = sorted(lines, key=lambda line: -line.y)
    return down[:_OUTER_LINES] + down[_OUTER_LINES:][-_OUTER_LINES:]


def _key(line: TextLine) -> tuple[str, int]:
    # Rows of a table that goes on overleaf may differ by nothing but their figures.
    text = line.text if line.row else _DIGITS.sub("#", line.text)
    return text, round(line.y / _SAME_PLACE_POINTS)


def _runs(
    line: TextLine, lines: list[TextLine], running: set[tuple[str, int]], small: float
) -> bool:
    if is_contents_line(line.text) or (_key(line) in running and line in _outer(lines)):
        return True
    if _within(line, _EDGE) and line.size < small:
        return True
    return _within(line, _MARGIN) and is_page_number(line.text)


def _within(line: TextLine, share: float) -> bool:
    """Tell whether the line stands in the outer share of its page's height, above or below."""
    height = line.page_height
    return bool(height) and (line.y < share * height or line.y > (1 - share) * height)
