"""Telegram's HTML: the tags it knows, and the errors it gives for everything else.

The tags and rules are those of https://core.telegram.org/bots/api#html-style.
"""

import re
from dataclasses import dataclass, field

from rehearsal.formatted import Entity, Formatted, utf16_length

_STYLES = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
    "code": "code",
    "pre": "pre",
}
_TAGS = {*_STYLES, "a", "blockquote", "tg-emoji"}
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_REFERENCE = re.compile(r"&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|(lt|gt|amp|quot));?")
_PLAIN = re.compile(r"[^<&]+|&")
_NAME = re.compile(r"[^\s>]*")
_ATTRIBUTE = re.compile(
    r"\s*(?P<name>[^\s=>/\"']*)"
    r"(?:\s*=\s*(?:\"(?P<double>[^\"]*)(?:\"|$)|'(?P<single>[^']*)(?:'|$)|(?P<token>[A-Za-z0-9.-]+)(?=[\s>])))?"
)
_USER_LINK = re.compile(r"tg://user\?id=(\d+)$")


class HtmlError(ValueError):
    """The text is not Telegram HTML; the message is what follows ``can't parse entities: ``."""


def parse_html(source: str) -> Formatted:
    """Reads Telegram HTML into text and entities, neither trimmed nor sorted.

    Raises HtmlError with Telegram's wording.
    """
    return _Reader(source).read()


@dataclass(frozen=True, slots=True)
class _Open:
    name: str
    attributes: dict[str, str]
    offset: int
    character: int


@dataclass(slots=True)
class _Reader:
    source: str
    position: int = 0
    text: str = ""
    units: int = 0
    stack: list[_Open] = field(default_factory=list)
    entities: list[Entity] = field(default_factory=list)

    def read(self) -> Formatted:
        while self.position < len(self.source):
            if self.source.startswith("</", self.position):
                self._close_tag()
            elif self.source[self.position] == "<":
                self._open_tag()
            else:
                self._characters()
        if self.stack:
            name = self.stack[-1].name
            raise HtmlError(f'Can\'t find end tag corresponding to start tag "{name}"')
        return Formatted(self.text, tuple(self.entities))

    def _characters(self) -> None:
        match = _REFERENCE.match(self.source, self.position)
        piece = _resolved(match) if match else None
        if match is None or piece is None:
            match = _PLAIN.match(self.source, self.position)
            piece = match.group() if match else ""
        self.text += piece
        self.units += utf16_length(piece)
        self.position = match.end() if match else len(self.source)

    def _open_tag(self) -> None:
        start = self.position
        end = _end_of(_NAME, self.source, start + 1)
        if end == len(self.source):
            raise HtmlError(f"Unclosed start tag at byte offset {self._bytes(start)}")
        name = self.source[start + 1 : end].lower()
        if name not in _TAGS:
            where = self._bytes(start)
            raise HtmlError(f'Unsupported start tag "{name}" at byte offset {where}')
        attributes = self._attributes(name, start, end)
        if name == "span" and attributes.get("class") != "tg-spoiler":
            where = self._bytes(start)
            raise HtmlError(f'Tag "span" must have class "tg-spoiler" at byte offset {where}')
        self.stack.append(_Open(name, attributes, self.units, len(self.text)))

    def _attributes(self, tag: str, start: int, position: int) -> dict[str, str]:
        attributes: dict[str, str] = {}
        while (position := _end_of(_SPACES, self.source, position)) < len(self.source):
            if self.source[position] == ">":
                self.position = position + 1
                return attributes
            match = _ATTRIBUTE.match(self.source, position)
            if match is None or not match["name"]:
                where = self._bytes(start)
                raise HtmlError(f'Empty attribute name in the tag "{tag}" at byte offset {where}')
            position = match.end()
            attributes[match["name"].lower()] = _value(match)
        raise HtmlError(f"Unclosed start tag at byte offset {self._bytes(start)}")

    def _close_tag(self) -> None:
        start = self.position
        end = _end_of(_NAME, self.source, start + 2)
        closing = _end_of(_SPACES, self.source, end)
        name = self.source[start + 2 : end].lower()
        where = self._bytes(start)
        if not self.stack:
            raise HtmlError(f"Unexpected end tag at byte offset {where}")
        if not self.source.startswith(">", closing):
            raise HtmlError(f"Unclosed end tag at byte offset {where}")
        opened = self.stack.pop()
        if name not in ("", opened.name):
            expected = f'expected "</{opened.name}>", found "</{name}>"'
            raise HtmlError(f"Unmatched end tag at byte offset {where}, {expected}")
        self.position = closing + 1
        self._add(opened)

    def _add(self, opened: _Open) -> None:
        length = self.units - opened.offset
        kind, details = _kind(opened, self.text[opened.character :])
        if length == 0 or not kind:
            return
        entity = Entity(kind, opened.offset, length, details)
        if self.entities and (joined := _joined(self.entities[-1], entity)):
            self.entities[-1] = joined
        else:
            self.entities.append(entity)

    def _bytes(self, position: int) -> int:
        return len(self.source[:position].encode("utf-8", "surrogatepass"))


_SPACES = re.compile(r"\s*")


def _end_of(pattern: re.Pattern[str], source: str, position: int) -> int:
    match = pattern.match(source, position)
    return match.end() if match else position


def _resolved(match: re.Match[str]) -> str | None:
    """The character that a reference stands for; None when there is none such."""
    decimal, hexadecimal, name = match.groups()
    if name:
        return _NAMED[name]
    code = int(decimal) if decimal else int(hexadecimal, 16)
    valid = 0 < code <= 0x10FFFF and not 0xD800 <= code <= 0xDFFF
    return chr(code) if valid else None


def _value(match: re.Match[str]) -> str:
    if match["token"] is not None:
        return match["token"].lower()
    raw = match["double"] if match["double"] is not None else match["single"]
    return _REFERENCE.sub(lambda each: _resolved(each) or each.group(), raw or "")


def _kind(opened: _Open, inner: str) -> tuple[str, tuple[tuple[str, object], ...]]:
    """The entity's type ("" for none) and what else it carries."""
    if opened.name == "a":
        return _link(opened.attributes.get("href") or inner)
    if opened.name == "blockquote":
        return ("expandable_" if "expandable" in opened.attributes else "") + "blockquote", ()
    if opened.name == "tg-emoji":
        return "custom_emoji", (("custom_emoji_id", opened.attributes.get("emoji-id", "")),)
    language = opened.attributes.get("class", "").removeprefix("language-")
    if opened.name == "code" and language:
        return "code", (("language", language),)
    return _STYLES[opened.name], ()


def _link(url: str) -> tuple[str, tuple[tuple[str, object], ...]]:
    if mention := _USER_LINK.match(url):
        return "text_mention", (("user_id", int(mention[1])),)
    if re.match(r"(?:https?|tg|ton)://\S", url):
        return "text_link", (("url", url),)
    if re.match(r"[^\s:/]+\.[^\s:/]{2,}(?:[/?#]\S*)?$", url):
        return "text_link", (("url", f"http://{url}"),)
    return "", ()  # Telegram drops a link that leads nowhere and keeps its text


def _joined(inner: Entity, outer: Entity) -> Entity | None:
    """<pre><code class="language-x"> is one block of code in a language."""
    same = (inner.offset, inner.length) == (outer.offset, outer.length)
    if same and {inner.type, outer.type} == {"pre", "code"}:
        return Entity("pre", inner.offset, inner.length, inner.details or outer.details)
    return None
