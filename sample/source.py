"""The papers as they are written: Markdown with a small front matter."""

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.token import Token

MEETING = "Expert meeting, Oslo, 11–12 February 2008"
AUTHOR = "Sample meeting"

_FRONT_MATTER = re.compile(r"\A---\n(.*?)\n---\n", re.DOTALL)
_NOTE = re.compile(r"\[\^(\d)\]:?")
_SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹"


@dataclass(frozen=True, slots=True)
class Span:
    """Words that are set alike."""

    text: str
    bold: bool
    italic: bool


@dataclass(frozen=True, slots=True)
class Block:
    """A part of a paper.

    `kind` is title, heading, text, item, note or break; `level` is that of a heading, from 1, or
    of an item, from 0 at the margin; `number` is that of a numbered paragraph.
    """

    kind: str
    spans: tuple[Span, ...] = ()
    level: int = 0
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """A paper as it is written in Markdown; `file` is the name of the paper to make."""

    title: str
    subject: str
    file: str
    blocks: tuple[Block, ...]


def read_source(path: Path, changes: Path | None = None) -> Source:
    """Read one source, with the changes of a TOML file if one is given; raises ValueError if its
    front matter lacks a field, or what is to be replaced is not there once."""
    text = path.read_text(encoding="utf-8")
    text = _changed(text, changes) if changes else text
    front = _FRONT_MATTER.match(text)
    fields = dict(line.split(": ", 1) for line in front[1].splitlines()) if front else {}
    if front is None or set(fields) != {"title", "subject", "file"}:
        raise ValueError(f"{path.name}: the front matter must give title, subject and file")
    return Source(**fields, blocks=_blocks(text[front.end() :]))


def _changed(text: str, changes: Path) -> str:
    """The text as the next version has it: another file name, and so many replacements."""
    wanted = tomllib.loads(changes.read_text(encoding="utf-8"))
    text = re.sub(r"(?m)^file: .*$", f"file: {wanted['file']}", text, count=1)
    for each in wanted["replace"]:
        if text.count(each["old"]) != 1:
            raise ValueError(f"{changes.name}: not there once: {each['old'][:40]}")
        text = text.replace(each["old"], each["new"])
    return text


def _blocks(text: str) -> tuple[Block, ...]:
    marked = _NOTE.sub(lambda mark: _SUPERSCRIPTS[int(mark[1])], text)
    blocks: list[Block] = []
    lists: list[Token] = []
    number: int | None = None
    heading = 0
    for token in MarkdownIt("commonmark").parse(marked):
        match token.type:
            case "ordered_list_open" | "bullet_list_open":
                lists.append(token)
            case "ordered_list_close" | "bullet_list_close":
                lists.pop()
            case "list_item_open" if lists[-1].type == "ordered_list_open":
                number = int(token.info)
            case "heading_open":
                heading = int(token.tag[1:])
            case "hr":
                blocks.append(Block("break"))
            case "inline":
                blocks.append(_block(_spans(token.children or []), heading, lists, number))
                heading, number = 0, None
    return tuple(blocks)


def _block(spans: tuple[Span, ...], heading: int, lists: list[Token], number: int | None) -> Block:
    if heading:
        return Block("title" if heading == 1 else "heading", spans, heading - 1)
    if spans[0].text[0] in _SUPERSCRIPTS:
        return Block("note", spans)
    if lists and lists[-1].type == "bullet_list_open":
        return Block("item", spans, len(lists) - 1)
    return Block("text", spans, number=number)


def _spans(tokens: list[Token]) -> tuple[Span, ...]:
    spans: list[Span] = []
    bold = italic = False
    for token in tokens:
        if token.type.startswith("strong"):
            bold = token.nesting == 1
        elif token.type.startswith("em"):
            italic = token.nesting == 1
        elif text := " " if token.type == "softbreak" else token.content:
            spans.append(Span(text, bold, italic))
    return tuple(spans)
