"""HTML: headings, paragraphs, lists and tables of a saved page; nothing is fetched or run."""

import re
from dataclasses import dataclass, field
from pathlib import Path

from lxml import etree
from lxml import html as lxml_html

from knowledge.papers import ReadingWarning, WarningKind
from knowledge.reading import refusals
from knowledge.reading.blocks import (
    Block,
    Contents,
    Kind,
    check_count,
    clean,
    has_letters,
    superscript,
)
from knowledge.reading.excerpts import excerpt
from knowledge.reading.html_hidden import take_hidden
from knowledge.reading.html_tables import is_layout, table_rows
from knowledge.reading.plain import decode

_CHARSET = re.compile(rb"<meta[^>]{0,200}charset=[\"']?([\w-]{2,40})", re.IGNORECASE)
_CHARSET_WITHIN = 4096
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_OVER_LIMIT = etree.ErrorTypes.ERR_RESOURCE_LIMIT
_SKIPPED = "script style template noscript head nav iframe object svg button select".split()
_BLOCKS = set(
    "address article aside blockquote body caption center dd details div dl dt fieldset figcaption"
    " figure footer header hr html li main ol p pre section summary table tbody td tfoot th thead"
    " tr ul".split()
)
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
# Deeper trees are made, not written; libxml2 itself stops at 256 or 2,048 levels.
_MOST_DEPTH = 250


@dataclass(slots=True)
class _State:
    """What has been read, and the words of the block that is still open."""

    blocks: list[Block] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    kind: Kind = Kind.PARAGRAPH
    level: int = 0
    numbers: list[int | None] = field(default_factory=list)
    label: str = ""


def read_html(path: Path) -> Contents:
    """Read an HTML file, which has no pages; raises RefusedError."""
    root = _root(path.read_bytes())
    title = root.findtext(".//title")
    hidden = take_hidden(root)
    etree.strip_elements(root, *_SKIPPED, with_tail=False)
    state = _State()
    _walk(state, root, 0)
    _end_block(state)
    if not any(has_letters(block.text) for block in state.blocks):
        raise refusals.needs_ocr()
    return Contents(tuple(state.blocks), title, warnings=_warnings(hidden))


def _root(data: bytes) -> "lxml_html.HtmlElement":
    text = _DECLARATION.sub("", _decoded(data))
    # huge_tree stays off: libxml2 then refuses trees and texts that only an attacker writes.
    parser = lxml_html.HTMLParser(no_network=True, remove_comments=True, remove_pis=True)
    try:
        root = lxml_html.document_fromstring(text, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise refusals.damaged() from error
    if root is None:
        raise refusals.empty()
    _check_limits(parser)
    return root


def _check_limits(parser: lxml_html.HTMLParser) -> None:
    """What libxml2 refuses it leaves out, with all that comes behind it."""
    limits = [error for error in parser.error_log if error.type == _OVER_LIMIT]
    if any("depth" in error.message for error in limits):
        raise refusals.damaged()
    if limits:
        raise refusals.too_much_text()


def _decoded(data: bytes) -> str:
    named = _CHARSET.search(data[:_CHARSET_WITHIN])
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    if named is not None:
        try:
            return data.decode(named[1].decode("ascii"))
        except (LookupError, UnicodeDecodeError):
            pass
    return decode(data).replace("\x00", "")


def _warnings(hidden: list[str]) -> tuple[ReadingWarning, ...]:
    told = [text for text in map(clean, hidden) if has_letters(text)]
    return (ReadingWarning(WarningKind.HIDDEN, None, excerpt(told)),) if told else ()


def _walk(state: _State, element: "lxml_html.HtmlElement", depth: int) -> None:
    tag = element.tag if isinstance(element.tag, str) else ""
    if depth > _MOST_DEPTH:
        raise refusals.damaged()
    if not tag:
        return
    if tag == "table" and not is_layout(element):
        _table(state, element)
    elif tag in _HEADINGS or tag in _BLOCKS:
        _block(state, element, tag, depth)
    else:
        _inline(state, element, tag, depth)


def _block(state: _State, element: "lxml_html.HtmlElement", tag: str, depth: int) -> None:
    _end_block(state)
    if tag in {"ul", "ol"}:
        state.numbers.append(_start(element) if tag == "ol" else None)
    if tag == "li":
        _open_item(state)
    if tag in _HEADINGS:
        state.kind, state.level = Kind.HEADING, _HEADINGS[tag]
    _children(state, element, depth)
    _end_block(state)
    if tag in {"ul", "ol"}:
        state.numbers.pop()


def _start(element: "lxml_html.HtmlElement") -> int:
    start = element.get("start", "1")
    return int(start) if start.isdecimal() and len(start) < 5 else 1


def _open_item(state: _State) -> None:
    state.kind, state.level = Kind.ITEM, max(len(state.numbers) - 1, 0)
    number = state.numbers[-1] if state.numbers else None
    if number is not None:
        state.label = f"{number}. "
        state.numbers[-1] = number + 1


def _inline(state: _State, element: "lxml_html.HtmlElement", tag: str, depth: int) -> None:
    if tag == "br":
        state.words.append(" ")
    text = (element.text or "").strip()
    if tag == "sup" and len(element) == 0 and text.isascii() and text.isdecimal():
        state.words.append(superscript(text))
        return
    _children(state, element, depth)


def _children(state: _State, element: "lxml_html.HtmlElement", depth: int) -> None:
    state.words.append(element.text or "")
    for child in element:
        _walk(state, child, depth + 1)
        state.words.append(child.tail or "")


def _table(state: _State, element: "lxml_html.HtmlElement") -> None:
    _end_block(state)
    _add(state, [Block(text, Kind.ITEM) for text in table_rows(element)])


def _add(state: _State, blocks: list[Block]) -> None:
    state.blocks.extend(blocks)
    check_count(state.blocks)


def _end_block(state: _State) -> None:
    text = clean("".join(state.words))
    if has_letters(text):
        _add(state, [Block(state.label + text, state.kind, level=state.level)])
        state.label = ""
        state.kind, state.level = Kind.PARAGRAPH, 0
    state.words.clear()
