"""Where on its pages a stretch of text stands, remembered line by line while blocks are made."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from knowledge.papers import Box


@dataclass(frozen=True, slots=True)
class Place:
    """Where one printed line of a block stands.

    `to_end` counts the characters from the line's start to the end of the block's text: it stays
    true when a bullet or a number is taken off the front. `column` counts through the page.
    """

    to_end: int
    box: Box
    column: int = 0


def shifted(places: Sequence[Place], characters: int) -> tuple[Place, ...]:
    """Return the places for a text to which that many characters were added at the end."""
    return tuple(replace(place, to_end=place.to_end + characters) for place in places)


def between(
    starts: Sequence[int], places: Sequence[Place], first: int, last: int
) -> Sequence[Place]:
    """Select the lines that carry the characters from `first` up to `last` of a text.

    `starts` say where in the text each line begins, and rise: a table has thousands of rows.
    """
    return places[max(bisect_right(starts, first) - 1, 0) : bisect_left(starts, last)]


def boxes_of(places: Sequence[Place]) -> tuple[Box, ...]:
    """Draw one box around the lines that follow one another in one column of one page."""
    return tuple(_around(group) for group in _columns(places))


def _columns(places: Sequence[Place]) -> Iterator[list[Box]]:
    group: list[Box] = []
    at: tuple[int, int] | None = None
    for place in places:
        here = (place.box.page, place.column)
        if group and here != at:
            yield group
            group = []
        group.append(place.box)
        at = here
    if group:
        yield group


def _around(boxes: Sequence[Box]) -> Box:
    return Box(
        boxes[0].page,
        round(min(box.left for box in boxes), 1),
        round(min(box.bottom for box in boxes), 1),
        round(max(box.right for box in boxes), 1),
        round(max(box.top for box in boxes), 1),
    )
