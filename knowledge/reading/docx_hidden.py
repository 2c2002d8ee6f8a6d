"""Text that Word keeps but nobody reads: hidden, too small, or as white as what is behind it."""

import re
from collections.abc import Callable, Iterator

from docx.document import Document
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

_OFF = {"0", "false", "off"}
# Half points: below 1.5 points nobody reads a line.
_TOO_SMALL = 3
_MOST_STYLES = 10
# As in a PDF: from 246 of 255 on, in each of the three.
_WHITE = re.compile(r"^(F[6-9A-F]){3}$", re.IGNORECASE)
# What may have a colour of its own behind the text, and where it says so.
_GROUNDS = {qn(f"w:{name}"): qn(f"w:{name}Pr") for name in ("r", "p", "tc", "tbl")}
_STYLED = ("w:rStyle", "w:pStyle", "w:tblStyle")
# A box, a shape: what is behind it is not known here.
_BOX = qn("w:txbxContent")

Said = Callable[[BaseOxmlElement], bool | None]


class Hidden:
    """Finds and takes out the hidden runs of a document; `texts` are theirs, in order."""

    def __init__(self, document: Document) -> None:
        self.texts: list[str] = []
        root = document.styles.element
        styles = {style.get(qn("w:styleId"), ""): style for style in root.iter(qn("w:style"))}
        self._hidden = {name for name in styles if _follows(styles, name, _says)}
        self._white = {name for name in styles if _follows(styles, name, _is_white)}
        self._shaded = {name for name in styles if _follows(styles, name, _is_shaded_style)}
        page = document.element.find(qn("w:background"))
        self._on_white = page is None or _is_no_ground(page.get(qn("w:color")))

    def take_out(self, body: BaseOxmlElement) -> None:
        """Take the hidden runs out of an element."""
        for run in list(body.iter(qn("w:r"))):
            if self._hides(run):
                self.texts.append("".join(node.text or "" for node in run.iter(qn("w:t"))))
                run.getparent().remove(run)

    def _hides(self, run: BaseOxmlElement) -> bool:
        if _said_of(run, _says, self._hidden):
            return True
        white = self._on_white and _said_of(run, _is_white, self._white)
        return white and not self._has_ground(run)

    def _has_ground(self, run: BaseOxmlElement) -> bool:
        """Tell whether something behind the run may have a colour; in doubt it has."""
        for node in (run, *run.iterancestors()):
            parent = node.find(_GROUNDS[node.tag]) if node.tag in _GROUNDS else None
            if node.tag == _BOX or _is_shaded(parent) or self._is_styled(parent):
                return True
        return False

    def _is_styled(self, parent: BaseOxmlElement | None) -> bool:
        return any(_value(parent, tag) in self._shaded for tag in _STYLED)


def _said_of(run: BaseOxmlElement, say: Said, styles: set[str]) -> bool:
    """What a run says of itself counts before what its styles say."""
    properties = run.find(qn("w:rPr"))
    said = None if properties is None else say(properties)
    if said is not None:
        return said
    paragraph = run.getparent().find(qn("w:pPr"))
    marks = [_value(properties, "w:rStyle"), _value(paragraph, "w:pStyle")]
    return any(mark in styles for mark in marks)


def _follows(styles: dict[str, BaseOxmlElement], name: str, say: Said) -> bool:
    """Follow a style to those it is based on, until one says something of its text."""
    for style in _based_on(styles, name):
        properties = style if say is _is_shaded_style else style.find(qn("w:rPr"))
        said = None if properties is None else say(properties)
        if said is not None:
            return said
    return False


def _based_on(styles: dict[str, BaseOxmlElement], name: str) -> Iterator[BaseOxmlElement]:
    for _ in range(_MOST_STYLES):
        style = styles.get(name)
        if style is None:
            return
        yield style
        name = _value(style, "w:basedOn") or ""


def _says(properties: BaseOxmlElement) -> bool | None:
    size = _value(properties, "w:sz") or ""
    if size.isdecimal() and len(size) < 5 and int(size) < _TOO_SMALL:
        return True
    mark = properties.find(qn("w:vanish"))
    return None if mark is None else mark.get(qn("w:val"), "1") not in _OFF


def _is_white(properties: BaseOxmlElement) -> bool | None:
    colour = _value(properties, "w:color")
    return None if colour is None else bool(_WHITE.match(colour))


def _is_shaded_style(style: BaseOxmlElement) -> bool | None:
    """A style of a table shades some of its rows: none of its text is sure to be hidden."""
    return any(_is_shade(shade) for shade in style.iter(qn("w:shd"))) or None


def _is_shaded(properties: BaseOxmlElement | None) -> bool:
    if properties is None:
        return False
    shade = properties.find(qn("w:shd"))
    return _value(properties, "w:highlight") not in {None, "none", "white"} or (
        shade is not None and _is_shade(shade)
    )


def _is_shade(shade: BaseOxmlElement) -> bool:
    pattern = shade.get(qn("w:val"), "clear")
    return pattern not in {"clear", "nil"} or not _is_no_ground(shade.get(qn("w:fill")))


def _is_no_ground(colour: str | None) -> bool:
    return colour is None or colour == "auto" or bool(_WHITE.match(colour))


def _value(parent: BaseOxmlElement | None, tag: str) -> str | None:
    node = parent.find(qn(tag)) if parent is not None else None
    return None if node is None else node.get(qn("w:val"))
