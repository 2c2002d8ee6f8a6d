"""Where the parts of a cut paragraph stand: the page each begins on, and its lines."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from knowledge.reading.blocks import Block
from knowledge.reading.places import Place, between

_BULLET = "- "


@dataclass(frozen=True, slots=True)
class Cut:
    """One part of a paragraph with the page it begins on and the places of its lines."""

    text: str
    page: int | None
    places: tuple[Place, ...]


def located(texts: Sequence[str], blocks: Sequence[Block]) -> Iterator[Cut]:
    """Say where every text stands, each cut from the blocks in order; a lead may be repeated."""
    source = "\n".join(block.text for block in blocks)
    starts, places = _places(blocks)
    begun = 0
    for text in texts:
        found: list[Place] = []
        repeated, since = 0, begun
        for line in map(_bare, text.split("\n")):
            start = _find(source, line, begun)
            if start >= 0:
                begun = max(begun, start)
                repeated = repeated if start >= since else len(found) + 1
                found.extend(between(starts, places, start, start + len(line)))
        yield Cut(text, _page(found[repeated:] or found, blocks), tuple(dict.fromkeys(found)))


def _places(blocks: Sequence[Block]) -> tuple[list[int], list[Place]]:
    """List the lines of all blocks, a block a line of the source, and where in it they start."""
    starts: list[int] = []
    places: list[Place] = []
    end = -1
    for block in blocks:
        end += 1 + len(block.text)
        starts.extend(end - place.to_end for place in block.places)
        places.extend(block.places)
    return starts, places


def _find(source: str, line: str, begun: int) -> int:
    at = source.find(line, begun)
    return at if at >= 0 else source.find(line)


def _bare(line: str) -> str:
    return line.removeprefix(_BULLET)


def _page(found: Sequence[Place], blocks: Sequence[Block]) -> int | None:
    return found[0].box.page if found else blocks[0].page
