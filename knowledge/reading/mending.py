"""A paragraph that a footnote, a rule, a page footer or a page break cut in two is made whole."""

from dataclasses import replace

from knowledge.reading.blocks import Block, Kind, is_finished
from knowledge.reading.marks import is_page_number, printed_number
from knowledge.reading.places import shifted

_PROSE = {Kind.PARAGRAPH, Kind.ITEM}
_BETWEEN = {Kind.RULE, Kind.FOOTNOTE, Kind.FLOAT}
# Characters. A page footer is shorter; an unfinished line of prose is longer than a heading.
_FOOTER_SHORTER_THAN = 80
_PROSE_LONGER_THAN = 80
_MOST_FOOTER_LINES = 2
# Characters. No writer's paragraph is longer; a file without full stops must not grow one for ever.
_LONGEST_PARAGRAPH = 20_000


def mend(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Join what belongs together; footnotes then follow their host, rules and footers are gone,
    and captions and labels are paragraphs like others."""
    mended: list[Block] = []
    for block in blocks:
        if not _mended_into(mended, block):
            mended.append(block)
    return tuple(_settled(block) for block in mended if not _is_clutter(block))


def _mended_into(mended: list[Block], block: Block) -> bool:
    if block.kind is not Kind.PARAGRAPH or printed_number(block.text):
        return False
    strays, at = _look_back(mended)
    for skipped in range(len(strays), -1, -1):
        host = strays[skipped] if skipped < len(strays) else at
        if host is None or not _continues(mended, host, block, skipped):
            continue
        mended[host] = _joined(mended[host], block)
        for index in sorted(strays[:skipped], reverse=True):
            del mended[index]
        return True
    return False


def _look_back(mended: list[Block]) -> tuple[list[int], int | None]:
    """Find lines that may be a page footer just before, and the prose before those."""
    strays: list[int] = []
    for index in range(len(mended) - 1, -1, -1):
        block = mended[index]
        if block.kind in _BETWEEN or is_page_number(block.text):
            continue
        if len(strays) < _MOST_FOOTER_LINES and _may_be_footer(block):
            strays.append(index)
            continue
        return strays, index if block.kind in _PROSE else None
    return strays, None


def _may_be_footer(block: Block) -> bool:
    return (
        block.kind in {Kind.PARAGRAPH, Kind.HEADING}
        and len(block.text) < _FOOTER_SHORTER_THAN
        and not is_finished(block.text)
        and not block.text[:1].islower()
    )


def _continues(mended: list[Block], host: int, block: Block, footers: int) -> bool:
    before, after = mended[host], block
    if before.kind not in _PROSE or len(before.text) > _LONGEST_PARAGRAPH:
        return False
    overleaf = (before.page, before.column) != (after.page, after.column)
    if before.runs_on and overleaf and not footers:
        return True
    apart = overleaf or len(mended) - 1 > host
    if not apart or is_finished(before.text):
        return False
    if before.text.endswith("-") or after.text.lstrip("\"'“‘«(")[:1].islower():
        return True
    return not footers and len(before.text) > _PROSE_LONGER_THAN


def _joined(before: Block, after: Block) -> Block:
    joint = "" if _is_cut_word(before.text, after.text) else " "
    head = before.text[:-1] if joint == "" else before.text
    text = f"{head}{joint}{after.text}"
    places = shifted(before.places, len(text) - len(before.text)) + after.places
    return replace(before, text=text, runs_on=after.runs_on, places=places)


def _is_cut_word(before: str, after: str) -> bool:
    return before.endswith("-") and before[-2:-1].isalpha() and after[:1].islower()


def _settled(block: Block) -> Block:
    return replace(block, kind=Kind.PARAGRAPH) if block.kind is Kind.FLOAT else block


def _is_clutter(block: Block) -> bool:
    if block.kind is Kind.RULE:
        return True
    return block.kind is Kind.PARAGRAPH and is_page_number(block.text)
