"""Formatted text as Telegram keeps it: plain text and entities counted in UTF-16 units."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from rehearsal.shapes import JsonObject

# A bot's code and pre take no other formatting inside them.
_OPAQUE = {"code", "pre"}
_MERGED = {"bold", "italic", "underline", "strikethrough", "spoiler"}
_PRIORITY = ["blockquote", "expandable_blockquote", "text_link", "text_mention", "bold", "italic"]
_DETECTED = [
    ("email", re.compile(r"(?<![\w.+-])[\w.+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")),
    (
        "url",
        re.compile(
            r"https?://[^\s<>\"]*[\w/]"
            r"|(?<![\w.@/-])(?:[a-z0-9-]+\.)+(?:org|com|net|int|no|eu|io|edu|gov)\b(?:/[^\s<>\"]*[\w/])?"
        ),
    ),
    ("bot_command", re.compile(r"(?<![\w/@<>])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?\b")),
    ("mention", re.compile(r"(?<![\w@/])@[A-Za-z0-9_]{4,32}\b")),
    ("hashtag", re.compile(r"(?<![\w#&/])#(?=\w*[^\W\d_])\w{1,256}")),
]


@dataclass(frozen=True, slots=True)
class Entity:
    """A stretch of text and what it is; offset and length in UTF-16 units."""

    type: str
    offset: int
    length: int
    details: tuple[tuple[str, object], ...] = ()

    @property
    def end(self) -> int:
        return self.offset + self.length

    def api_form(self) -> JsonObject:
        form: JsonObject = {"type": self.type, "offset": self.offset, "length": self.length}
        return form | dict(self.details)


@dataclass(frozen=True, slots=True)
class Formatted:
    """Text and its entities."""

    text: str
    entities: tuple[Entity, ...] = field(default=())

    @property
    def length(self) -> int:
        """In UTF-16 units, as Telegram counts."""
        return utf16_length(self.text)


def utf16_length(text: str) -> int:
    return len(text) + sum(character > "\uffff" for character in text)


def utf16_slice(text: str, offset: int, length: int) -> str:
    """The part of a text that an entity covers."""
    units = text.encode("utf-16-le", "surrogatepass")
    return units[2 * offset : 2 * (offset + length)].decode("utf-16-le", "replace")


def tidied(formatted: Formatted) -> Formatted:
    """Trims the text, clips the entities to it, adds what Telegram finds itself, and sorts."""
    trimmed = _trimmed(formatted)
    kept = _opened_around_code(_merged(trimmed.entities))
    found = _detected(trimmed.text, kept)
    return Formatted(trimmed.text, tuple(sorted([*kept, *found], key=_order)))


def _trimmed(formatted: Formatted) -> Formatted:
    text = formatted.text.strip()
    cut = utf16_length(formatted.text) - utf16_length(formatted.text.lstrip())
    end = utf16_length(text)
    clipped = (_clipped(entity, cut, end) for entity in formatted.entities)
    return Formatted(text, tuple(entity for entity in clipped if entity.length > 0))


def _clipped(entity: Entity, cut: int, end: int) -> Entity:
    start = min(max(entity.offset - cut, 0), end)
    stop = min(max(entity.end - cut, 0), end)
    return replace(entity, offset=start, length=stop - start)


def _merged(entities: Iterable[Entity]) -> list[Entity]:
    """Neighbours and repeats of one style become one entity."""
    result: list[Entity] = []
    last: dict[str, int] = {}
    for entity in sorted(entities, key=lambda each: (each.offset, -each.length)):
        before = last.get(entity.type)
        if before is not None and entity.type in _MERGED and result[before].end >= entity.offset:
            end = max(result[before].end, entity.end)
            result[before] = replace(result[before], length=end - result[before].offset)
        elif entity not in result:
            last[entity.type] = len(result)
            result.append(entity)
    return result


def _opened_around_code(entities: list[Entity]) -> list[Entity]:
    """Code and pre stand alone: styles end before them and go on after them."""
    code: list[Entity] = []
    for entity in (each for each in entities if each.type in _OPAQUE):
        if not code or entity.offset >= code[-1].end:
            # Only a block of code has a language.
            code.append(replace(entity, details=entity.details if entity.type == "pre" else ()))
    result = list(code)
    for entity in entities:
        if entity.type not in _MERGED | _OPAQUE:
            result.append(entity)
        elif entity.type in _MERGED:
            result.extend(_without(entity, code))
    return result


def _without(entity: Entity, holes: list[Entity]) -> list[Entity]:
    pieces, start = [], entity.offset
    for hole in holes:
        if hole.end > start and hole.offset < entity.end:
            pieces.append(replace(entity, offset=start, length=max(hole.offset - start, 0)))
            start = hole.end
    pieces.append(replace(entity, offset=start, length=max(entity.end - start, 0)))
    return [piece for piece in pieces if piece.length > 0]


def _detected(text: str, taken: list[Entity]) -> list[Entity]:
    blocking = [e for e in taken if e.type in _OPAQUE or e.type.startswith("text_")]
    found: list[Entity] = []
    for kind, pattern in _DETECTED:
        for match in pattern.finditer(text):
            offset = utf16_length(text[: match.start()])
            entity = Entity(kind, offset, utf16_length(match.group()))
            if not any(_overlap(entity, other) for other in [*blocking, *found]):
                found.append(entity)
    return found


def _overlap(one: Entity, other: Entity) -> bool:
    return one.offset < other.end and other.offset < one.end


def _order(entity: Entity) -> tuple[int, int, int, str]:
    rank = _PRIORITY.index(entity.type) if entity.type in _PRIORITY else len(_PRIORITY)
    return entity.offset, -entity.length, rank, entity.type
