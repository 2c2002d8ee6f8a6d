"""Which paragraph of the paper every block belongs to: the printed number, else the count."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from knowledge.reading.blocks import Block, Kind, is_finished
from knowledge.reading.marks import PrintedNumber, printed_number

_FEWEST = 3
_LEAST_SHARE = 0.5
_MOST_MISSING = 2
_LONGEST_HEADING = 100
_BARE_STYLE = ""


@dataclass(frozen=True, slots=True)
class Numbered:
    """A block with the number of its paragraph (None: front page); `starts` if it opens it."""

    block: Block
    number: int | None
    starts: bool = False


@dataclass(frozen=True, slots=True)
class _Entry:
    """A block that begins with a number and may begin a paragraph."""

    at: int
    printed: PrintedNumber


@dataclass(frozen=True, slots=True)
class _Run:
    """The best run of entries up to its last one; longer wins, then the one with more text."""

    entry: _Entry
    count: int
    characters: int
    before: "_Run | None"

    @property
    def rank(self) -> tuple[int, int]:
        return self.count, self.characters


def number(blocks: Sequence[Block]) -> tuple[Numbered, ...]:
    """Number mended blocks without footnotes; printed numbers are taken off the text they open."""
    headed = _with_numbered_headings(blocks)
    starts = _printed_starts(headed)
    return _by_print(headed, starts) if starts else _by_count(headed)


def _by_print(blocks: Sequence[Block], starts: dict[int, int]) -> tuple[Numbered, ...]:
    numbered: list[Numbered] = []
    current: int | None = None
    for at, block in enumerate(blocks):
        if at in starts:
            current = starts[at]
            numbered.append(Numbered(_opened(block, current), current, starts=True))
        else:
            numbered.append(Numbered(_list_item(block), current))
    return tuple(numbered)


def _by_count(blocks: Sequence[Block]) -> tuple[Numbered, ...]:
    numbered: list[Numbered] = []
    count, below_heading = 0, True
    for block in map(_list_item, blocks):
        starts = block.kind is Kind.PARAGRAPH or (block.kind is Kind.ITEM and below_heading)
        count += starts
        below_heading = block.kind is Kind.HEADING
        numbered.append(Numbered(block, count or None, starts))
    return tuple(numbered)


def _opened(block: Block, value: int) -> Block:
    printed = printed_number(block.text)
    text = printed.text if printed and printed.value == value else block.text
    return replace(block, text=text, kind=Kind.PARAGRAPH)


def _list_item(block: Block) -> Block:
    """A numbered line that opens no paragraph of the paper is an item of a list."""
    printed = printed_number(block.text)
    if block.kind is not Kind.PARAGRAPH or not printed or printed.style == _BARE_STYLE:
        return block
    return replace(block, kind=Kind.ITEM)


def _with_numbered_headings(blocks: Sequence[Block]) -> list[Block]:
    """Make headings of lines such as "1. Introduction" when most of them stand above a body."""
    run = _best_run(blocks, (entry for entry in _entries(blocks) if _is_titular(blocks, entry)))
    above = [entry for entry in run if _stands_above_body(blocks, entry.at)]
    headings = {entry.at for entry in run} if len(run) > 1 and 2 * len(above) > len(run) else set()
    return [
        replace(block, kind=Kind.HEADING, level=1) if at in headings else block
        for at, block in enumerate(blocks)
    ]


def _is_titular(blocks: Sequence[Block], entry: _Entry) -> bool:
    text = entry.printed.text
    short = len(text) <= _LONGEST_HEADING and text[:1].isupper()
    ended = text.endswith((".", ":", ";", ",", "?", "!"))
    return blocks[entry.at].kind is Kind.PARAGRAPH and short and not ended


def _stands_above_body(blocks: Sequence[Block], at: int) -> bool:
    below = blocks[at + 1] if at + 1 < len(blocks) else None
    if below is None:
        return False
    printed, own = printed_number(below.text), printed_number(blocks[at].text)
    in_list = printed and own and printed.value == own.value + 1 and printed.style == own.style
    return not in_list


def _printed_starts(blocks: Sequence[Block]) -> dict[int, int]:
    """Say which blocks open which printed paragraph; empty if the paper numbers none."""
    run = _best_run(blocks, _entries(blocks))
    if len(run) < _FEWEST or not _convinces(blocks, run):
        return {}
    starts = {entry.at: entry.printed.value for entry in run}
    for entry, following in pairwise(run):
        missing = range(entry.printed.value + 1, following.printed.value)
        gap = _peers(blocks, entry, following)
        starts.update(dict(zip(gap, missing, strict=False)))
    return starts


def _entries(blocks: Sequence[Block]) -> list[_Entry]:
    found = []
    for at, block in enumerate(blocks):
        printed = printed_number(block.text)
        if printed and block.kind in {Kind.PARAGRAPH, Kind.ITEM}:
            found.append(_Entry(at, printed))
    return found


def _best_run(blocks: Sequence[Block], entries: Iterable[_Entry]) -> list[_Entry]:
    """Find the longest run 1, 2, 3 … written in one style, in one pass over the entries."""
    best: dict[tuple[str, int], _Run] = {}
    for entry in entries:
        run = _extended(blocks, best, entry)
        key = (entry.printed.style, entry.printed.value)
        if run and (key not in best or run.rank >= best[key].rank):
            best[key] = run
    longest = max(best.values(), key=lambda run: run.rank, default=None)
    return _entries_of(longest)


def _extended(
    blocks: Sequence[Block], best: dict[tuple[str, int], _Run], entry: _Entry
) -> _Run | None:
    size = len(entry.printed.text)
    ways = [_Run(entry, 1, size, None)] if entry.printed.value == 1 else []
    for missing in range(_MOST_MISSING + 1):
        before = best.get((entry.printed.style, entry.printed.value - 1 - missing))
        if before and len(_peers(blocks, before.entry, entry, missing)) >= missing:
            ways.append(_Run(entry, before.count + 1, before.characters + size, before))
    return max(ways, key=lambda run: run.rank, default=None)


def _entries_of(run: _Run | None) -> list[_Entry]:
    entries = []
    while run is not None:
        entries.append(run.entry)
        run = run.before
    return entries[::-1]


def _peers(
    blocks: Sequence[Block], first: _Entry, last: _Entry, most: int | None = None
) -> list[int]:
    """Find blocks between two entries that could be a paragraph whose number was lost."""
    if most == 0:
        return []
    level, kind = blocks[first.at].level, blocks[first.at].kind
    found, in_list = [], False
    for at in range(first.at, last.at):
        block, before = blocks[at], blocks[at - 1] if at else None
        listed = bool(before and before.text.endswith(":") and before.kind is not Kind.HEADING)
        in_list = block.kind is Kind.ITEM and (in_list or listed)
        same = block.kind is kind and block.level == level and not printed_number(block.text)
        complete = before is None or before.kind is Kind.HEADING or is_finished(before.text)
        if at > first.at and same and complete and not in_list:
            found.append(at)
    return found


def _convinces(blocks: Sequence[Block], run: list[_Entry]) -> bool:
    """Tell a paper's own numbers from a list: most of the text is theirs, and no line leads in."""
    first = run[0].at
    if (
        first
        and blocks[first - 1].kind is not Kind.HEADING
        and blocks[first - 1].text.endswith(":")
    ):
        return False
    body = [block for block in blocks if block.kind is not Kind.HEADING]
    total = sum(len(block.text) for block in body)
    return _covered(blocks, run) >= _LEAST_SHARE * total


def _covered(blocks: Sequence[Block], run: list[_Entry]) -> int:
    """Count the characters of the numbered paragraphs and of the items below them."""
    opens, covered, inside = {entry.at for entry in run}, 0, False
    for at, block in enumerate(blocks):
        inside = at in opens or (inside and block.kind is Kind.ITEM)
        covered += len(block.text) if inside else 0
    return covered
