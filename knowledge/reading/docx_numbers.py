"""The numbers that Word prints before paragraphs, which are nowhere in their text."""

from dataclasses import dataclass, field

from docx.document import Document
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.styles.style import ParagraphStyle
from docx.text.paragraph import Paragraph

_MOST_STYLES = 10
_MOST_DIGITS = 4  # of the number that a list starts at: letters and Roman numerals grow with it
_LONGEST_PATTERN = 60
_ROMAN = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"))
_ROMAN_ONES = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")


@dataclass(frozen=True, slots=True)
class ListNumber:
    """What Word prints: "3." or "(b)", empty for a bullet; `level` is the depth from 0."""

    label: str
    level: int


@dataclass(frozen=True, slots=True)
class _Level:
    """How one level of a list counts: the format, the pattern such as "%1.%2", the start."""

    format: str
    pattern: str
    start: int


@dataclass(slots=True)
class _List:
    """One list of the document: its levels, and how far each has counted."""

    levels: dict[int, _Level]
    counts: dict[int, int] = field(default_factory=dict)


class Numbering:
    """Counts through the numbered paragraphs of one document, in reading order."""

    def __init__(self, document: Document) -> None:
        root = _numbering_root(document)
        self._abstract = _by_id(root, "w:abstractNum", "w:abstractNumId")
        self._instances = _by_id(root, "w:num", "w:numId")
        self._counting: dict[str, _List] = {}
        self._restarted: set[str] = set()

    def take(self, paragraph: Paragraph) -> ListNumber | None:
        """Count this paragraph and return its number; None if it is in no list."""
        place = _place(paragraph)
        current = self._list(place[0]) if place else None
        if place is None or current is None or place[1] not in current.levels:
            return None
        level = place[1]
        start = current.levels[level].start
        current.counts[level] = current.counts.get(level, start - 1) + 1
        for deeper in [other for other in current.counts if other > level]:
            del current.counts[deeper]
        return ListNumber(_label(current, level), level)

    def _list(self, number: str) -> _List | None:
        """Find the list of a numId; instances of one abstract list count on, unless restarted."""
        instance = self._instances.get(number)
        link = instance.find(qn("w:abstractNumId")) if instance is not None else None
        if instance is None or link is None:
            return None
        key = link.get(qn("w:val"), "")
        definition = self._abstract.get(key)
        if definition is None:
            return None
        current = self._counting.setdefault(key, _List(_levels(definition)))
        if number not in self._restarted:
            self._restarted.add(number)
            _restart(current, instance)
        return current


def _numbering_root(document: Document) -> BaseOxmlElement | None:
    for relation in document.part.rels.values():
        if relation.reltype.endswith("/numbering") and not relation.is_external:
            root: BaseOxmlElement | None = getattr(relation.target_part, "element", None)
            return root
    return None


def _by_id(root: BaseOxmlElement | None, tag: str, key: str) -> dict[str, BaseOxmlElement]:
    if root is None:
        return {}
    return {node.get(qn(key), ""): node for node in root.iterchildren(qn(tag))}


def _place(paragraph: Paragraph) -> tuple[str, int] | None:
    """Say in which list (numId) and at which level a paragraph is, by itself or by its style."""
    properties = [paragraph._p.find(qn("w:pPr"))]
    style = paragraph.style
    for _ in range(_MOST_STYLES):
        if not isinstance(style, ParagraphStyle):
            break
        properties.append(style.element.find(qn("w:pPr")))
        style = style.base_style
    marks = [node.find(qn("w:numPr")) for node in properties if node is not None]
    number = next(filter(None, (_value(mark, "w:numId") for mark in marks)), "0")
    level = next(filter(None, (_value(mark, "w:ilvl") for mark in marks)), "0")
    return (number, int(level)) if number != "0" and level.isdigit() else None


def _value(parent: BaseOxmlElement | None, tag: str) -> str | None:
    node = parent.find(qn(tag)) if parent is not None else None
    return node.get(qn("w:val")) if node is not None else None


def _levels(definition: BaseOxmlElement) -> dict[int, _Level]:
    levels = {}
    for node in definition.iterchildren(qn("w:lvl")):
        start = _value(node, "w:start") or "1"
        levels[int(node.get(qn("w:ilvl"), "0"))] = _Level(
            _value(node, "w:numFmt") or "decimal",
            (_value(node, "w:lvlText") or "")[:_LONGEST_PATTERN],
            int(start) if start.isdecimal() and len(start) <= _MOST_DIGITS else 1,
        )
    return levels


def _restart(current: _List, instance: BaseOxmlElement) -> None:
    for override in instance.iterchildren(qn("w:lvlOverride")):
        start = _value(override, "w:startOverride")
        if start is not None and start.isdecimal() and len(start) <= _MOST_DIGITS:
            current.counts[int(override.get(qn("w:ilvl"), "0"))] = int(start) - 1


def _label(current: _List, level: int) -> str:
    if current.levels[level].format in {"bullet", "none"}:
        return ""
    label = current.levels[level].pattern
    for depth, shape in current.levels.items():
        count = current.counts.get(depth, shape.start)
        label = label.replace(f"%{depth + 1}", _written(count, shape.format))
    return label.strip()


def _written(count: int, shape: str) -> str:
    if shape in {"lowerLetter", "upperLetter"}:
        text = chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1)
    elif shape in {"lowerRoman", "upperRoman"}:
        text = _roman(count)
    else:
        text = str(count)
    return text.upper() if shape.startswith("upper") else text


def _roman(count: int) -> str:
    text = ""
    for value, letters in _ROMAN:
        while count >= value:
            text, count = text + letters, count - value
    return text + _ROMAN_ONES[max(count, 0)]
