"""What stands in the text only because the page had room there: captions, labels of a figure."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from knowledge.reading.blocks import Block, Kind, is_finished
from knowledge.reading.places import shifted

_CAPTION = re.compile(
    r"^(Figure|Fig\.|Table|Chart|Box|Tableau|Graphique|Encadré)\s?\d{1,3}\s?[.:–]\s"
)
# Characters of a label; how many follow one another where they are small print, or of any size.
_LONGEST_LABEL = 40
_LONGEST_CRY = 20  # of a label that ends like a sentence
_FEWEST_SMALL = 4
_FARTHEST = 60  # blocks of small print above a caption
_FEWEST = 12
_SMALL = 0.93  # of the body's size
_BETWEEN = " · "


def is_caption(text: str) -> bool:
    """Tell whether the text names a figure or a table: "Figure 3. The northern quay"."""
    return bool(_CAPTION.match(text))


def with_floats(blocks: Sequence[Block], sizes: Sequence[float], body: float) -> Iterator[Block]:
    """Mark captions, and make one block of the small print above them, as of labels that follow
    one another on a page: each by itself says nothing. `sizes` are those of the blocks, `body` that
    of the text, in points."""
    small = [size < _SMALL * body for size in sizes]
    at = 0
    while at < len(blocks):
        run = _figure(blocks, small, at) or _labels(blocks, small, at)
        if run:
            yield _united(run)
        elif is_caption(blocks[at].text):
            yield replace(blocks[at], kind=Kind.FLOAT)
        else:
            yield blocks[at]
        at += len(run) or 1


def _figure(blocks: Sequence[Block], small: Sequence[bool], start: int) -> Sequence[Block]:
    """Give the blocks from here to a caption on the same page, if there is but small print."""
    for at in range(start, min(start + _FARTHEST, len(blocks))):
        if blocks[at].page != blocks[start].page:
            return ()
        if is_caption(blocks[at].text):
            return blocks[start:at]
        if not small[at] or blocks[at].kind is Kind.FOOTNOTE or _is_row(blocks[at]):
            return ()
    return ()


def _is_row(block: Block) -> bool:
    """Tell a row that names its columns: the lines of a table stay apart."""
    return block.kind is Kind.ITEM and ": " in block.text


def _labels(blocks: Sequence[Block], small: Sequence[bool], start: int) -> Sequence[Block]:
    end = start
    while end < len(blocks) and _is_label(blocks[end]) and blocks[end].page == blocks[start].page:
        end += 1
    fewest = _FEWEST_SMALL if all(small[start:end]) else _FEWEST
    return blocks[start:end] if end - start >= fewest else ()


def _is_label(block: Block) -> bool:
    longest = _LONGEST_CRY if is_finished(block.text) else _LONGEST_LABEL
    short = len(block.text) <= longest
    return short and block.kind in {Kind.PARAGRAPH, Kind.HEADING} and not is_caption(block.text)


def _united(run: Sequence[Block]) -> Block:
    text, places = run[0].text, run[0].places
    for block in run[1:]:
        added = f"{_BETWEEN}{block.text}"
        text, places = text + added, (*shifted(places, len(added)), *block.places)
    return replace(run[0], text=text, kind=Kind.FLOAT, level=0, runs_on=False, places=places)
