"""A paper's blocks become passages, each with its page, paragraph number and headings."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from knowledge.papers import Passage
from knowledge.reading.blocks import Block, Kind, has_letters
from knowledge.reading.footnotes import take_out
from knowledge.reading.locating import Cut, located
from knowledge.reading.mending import mend
from knowledge.reading.numbering import Numbered, number
from knowledge.reading.places import boxes_of
from knowledge.reading.splitting import split_list, split_prose
from knowledge.reading.titles import without_title


@dataclass(slots=True)
class _Unit:
    """A prose block with the list below it, or a list that nothing introduces."""

    lead: Block | None
    number: int | None
    headings: tuple[str, ...]
    items: list[Block] = field(default_factory=list)
    notes: list[Block] = field(default_factory=list)


def passages(blocks: Sequence[Block]) -> tuple[Passage, ...]:
    """Cut blocks, as a reader hands them over, into passages in reading order.

    A passage holds one paragraph or a part of it (about 1,200 characters of prose, 6,000 of a list
    with its introducing line). Its text leaves out the paragraph's printed number. Footnotes are
    passages of their own, right after the paragraph that carries their mark.
    """
    body, notes = take_out(mend(without_title(tuple(blocks))))
    units = _units(number(body), notes)
    found = [passage for unit in units for passage in _passages_of(unit)]
    return tuple(
        Passage(at, cut.text, unit.number, cut.page, unit.headings, boxes=boxes_of(cut.places))
        for at, (unit, cut) in enumerate(found)
    )


def _units(numbered: Sequence[Numbered], notes: dict[int, list[Block]]) -> list[_Unit]:
    units: list[_Unit] = []
    path: list[Block] = []
    fresh = True
    for at, entry in enumerate(numbered):
        if entry.block.kind is Kind.HEADING:
            path = [above for above in path if above.level < entry.block.level] + [entry.block]
            fresh = True
        else:
            _place(units, entry, tuple(heading.text for heading in path), fresh=fresh)
            fresh = False
        _attach(units, notes.get(at, []))
    return _with_notes_last(units)


def _place(units: list[_Unit], entry: Numbered, headings: tuple[str, ...], *, fresh: bool) -> None:
    listed = entry.block.kind is Kind.ITEM
    if listed and units and not fresh:
        units[-1].items.append(entry.block)
    elif listed:
        units.append(_Unit(None, entry.number, headings, [entry.block]))
    else:
        units.append(_Unit(entry.block, entry.number, headings))


def _attach(units: list[_Unit], notes: list[Block]) -> None:
    if units:
        units[-1].notes.extend(notes)


def _with_notes_last(units: list[_Unit]) -> list[_Unit]:
    """Move footnotes behind the last unit of their paragraph."""
    for unit, following in pairwise(units):
        if unit.number is not None and unit.number == following.number:
            following.notes[:0] = unit.notes
            unit.notes = []
    return units


def _passages_of(unit: _Unit) -> Iterator[tuple[_Unit, Cut]]:
    blocks = [*([unit.lead] if unit.lead else []), *unit.items]
    for cut in located(_texts(unit), blocks):
        if has_letters(cut.text):
            yield unit, cut
    for note in unit.notes:
        for cut in located(split_prose(note.text), [note]):
            yield unit, cut


def _texts(unit: _Unit) -> list[str]:
    lead = unit.lead.text if unit.lead else ""
    if not unit.items:
        return split_prose(lead)
    return split_list(lead, [item.text for item in unit.items])
