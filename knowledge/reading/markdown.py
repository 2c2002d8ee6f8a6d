"""Markdown: blocks from the tokens of markdown-it."""

import re
from dataclasses import dataclass, field, replace
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.token import Token

from knowledge.reading.blocks import Block, Contents, Kind, clean, superscript
from knowledge.reading.plain import text_in
from knowledge.reading.tables import rows_as_text

_FRONT_MATTER = re.compile(
    r"\A---[ \t]*\n(?P<fields>.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL
)
_TITLE_FIELD = re.compile(r"^title:[ \t]*(?P<title>.+)$", re.MULTILINE | re.IGNORECASE)
_NOTE_MARK = re.compile(r"\[\^(\d{1,3})\](?!:)")
_NOTE_TEXT = re.compile(r"^\[\^(\d{1,3})\]:[ \t]*", re.MULTILINE)


@dataclass(slots=True)
class _List:
    """An open list; `number` is that of its next item, None where it only has bullets."""

    number: int | None
    prefix: str = ""


@dataclass(slots=True)
class _State:
    """Where in the tokens the reader is."""

    lists: list[_List] = field(default_factory=list)
    depth: int = -1
    empty_item: bool = False
    heading: int = 0
    cells: list[str] | None = None
    rows: list[list[str]] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)


def read_markdown(path: Path) -> Contents:
    """Read a Markdown file; a title in its front matter is its metadata. May raise RefusedError."""
    text = text_in(path).replace("\r\n", "\n")
    front = _FRONT_MATTER.match(text)
    title = _TITLE_FIELD.search(front["fields"]) if front else None
    body = text[front.end() :] if front else text
    return Contents(blocks_of(body), title["title"].strip("\"' ") if title else None)


def blocks_of(text: str) -> tuple[Block, ...]:
    """Turn Markdown into blocks; raw HTML is dropped, a row of a table is one item."""
    noted = _NOTE_TEXT.sub(lambda note: f"\n{superscript(note[1])} ", text)
    noted = _NOTE_MARK.sub(lambda mark: superscript(mark[1]), noted)
    state = _State()
    for token in MarkdownIt("commonmark").enable("table").parse(noted):
        _take(state, token)
    return tuple(state.blocks)


def _take(state: _State, token: Token) -> None:
    match token.type:
        case "bullet_list_open" | "ordered_list_open":
            _open_list(state, token)
        case "bullet_list_close" | "ordered_list_close":
            state.lists.pop()
            state.depth = min(state.depth, len(state.lists) - 1)
        case "list_item_open":
            _open_item(state)
        case "heading_open":
            state.heading = int(token.tag[1:])
        case "heading_close":
            state.heading = 0
        case "tr_open":
            state.cells = []
        case "tr_close":
            state.rows.append(state.cells or [])
            state.cells = None
        case "table_close":
            _add_table(state)
        case "hr":
            state.blocks.append(Block("---", Kind.RULE))
        case "fence" | "code_block":
            _add_text(state, clean(token.content))
        case "inline":
            _add_text(state, _inline(token))


def _open_list(state: _State, token: Token) -> None:
    start = int(token.attrGet("start") or 1) if token.type == "ordered_list_open" else None
    state.lists.append(_List(start))
    # A list that stands first in an item ("- 1. Text") is that item, not one below it.
    if not state.empty_item:
        state.depth += 1


def _open_item(state: _State) -> None:
    current = state.lists[-1]
    current.prefix = "" if current.number is None else f"{current.number}. "
    current.number = None if current.number is None else current.number + 1
    state.empty_item = True


def _add_text(state: _State, text: str) -> None:
    if state.cells is not None:
        state.cells.append(text)
    elif state.heading:
        _add(state, text, Kind.HEADING)
    elif text[:1] and superscript("0123456789").find(text[0]) >= 0:
        _add(state, text, Kind.FOOTNOTE)
    elif state.lists and state.empty_item:
        _add(state, state.lists[-1].prefix + text, Kind.ITEM)
        state.empty_item = False
    elif state.lists and state.blocks and not _is_numbered_paragraph(state):
        item = state.blocks[-1]
        state.blocks[-1] = replace(item, text=f"{item.text} {text}")
    else:
        _add(state, text, Kind.PARAGRAPH)


def _add_table(state: _State) -> None:
    for text in rows_as_text(state.rows, header=True):
        _add(state, text, Kind.ITEM)
    state.rows = []


def _is_numbered_paragraph(state: _State) -> bool:
    """A second paragraph below "3." may belong to the paper's paragraph 3, not to a list."""
    return state.depth == 0 and state.lists[-1].number is not None


def _add(state: _State, text: str, kind: Kind) -> None:
    level = state.heading if kind is Kind.HEADING else max(state.depth, 0)
    if text.strip():
        state.blocks.append(Block(text, kind, level=level))


def _inline(token: Token) -> str:
    parts = []
    for child in token.children or []:
        if child.type in {"softbreak", "hardbreak"}:
            parts.append(" ")
        elif child.type in {"text", "code_inline", "text_special", "image"}:
            parts.append(child.content)
    return clean("".join(parts))
