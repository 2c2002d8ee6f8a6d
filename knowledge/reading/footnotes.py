"""Footnotes leave the text and are kept by the block that carries their mark."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import chain

from knowledge.reading.blocks import SUPERSCRIPTS, Block, Kind
from knowledge.reading.marks import footnote_mark


def take_out(blocks: Sequence[Block]) -> tuple[tuple[Block, ...], dict[int, list[Block]]]:
    """Part the body from its footnotes; the second gives them by index of their host in the first.

    The host is the nearest block up to the footnote that carries its mark, else the nearest after
    it, else the block just before; a heading hands its footnotes on to the text below it. Where
    there is no text but footnotes, they are the body.
    """
    body = tuple(block for block in blocks if block.kind is not Kind.FOOTNOTE)
    if all(block.kind is Kind.HEADING for block in body):
        return tuple(_as_body(block) for block in blocks), {}
    notes: dict[int, list[Block]] = {}
    seen = 0
    for block in blocks:
        if block.kind is not Kind.FOOTNOTE:
            seen += 1
            continue
        notes.setdefault(_below_heading(body, _host(body, seen, block.text)), []).append(block)
    return body, notes


def _as_body(block: Block) -> Block:
    return replace(block, kind=Kind.PARAGRAPH) if block.kind is Kind.FOOTNOTE else block


def _host(body: tuple[Block, ...], seen: int, text: str) -> int:
    mark = footnote_mark(text)
    if mark is not None:
        carries = re.compile(rf"(?<=\S)(?<![{SUPERSCRIPTS}]){re.escape(mark)}(?![{SUPERSCRIPTS}])")
        for index in chain(range(seen - 1, -1, -1), range(seen, len(body))):
            if carries.search(body[index].text):
                return index
    return max(seen - 1, 0)


def _below_heading(body: tuple[Block, ...], index: int) -> int:
    for at in range(index, len(body)):
        if body[at].kind is not Kind.HEADING:
            return at
    return index
