"""Text that Word keeps but does not print: runs that are "hidden", by themselves or by style."""

from docx.document import Document
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

_OFF = {"0", "false", "off"}
# Half points: below 1.5 points nobody reads a line.
_TOO_SMALL = 3
_MOST_STYLES = 10


class Hidden:
    """Finds and takes out the hidden runs of a document; `texts` are theirs, in order."""

    def __init__(self, document: Document) -> None:
        self.texts: list[str] = []
        root = document.styles.element
        styles = {style.get(qn("w:styleId"), ""): style for style in root.iter(qn("w:style"))}
        self._styles = {name for name in styles if _is_hidden_style(styles, name)}

    def take_out(self, body: BaseOxmlElement) -> None:
        """Take the hidden runs out of an element."""
        for run in list(body.iter(qn("w:r"))):
            if self._hides(run):
                self.texts.append("".join(node.text or "" for node in run.iter(qn("w:t"))))
                run.getparent().remove(run)

    def _hides(self, run: BaseOxmlElement) -> bool:
        properties = run.find(qn("w:rPr"))
        said = None if properties is None else _says(properties)
        if said is not None:
            return said
        paragraph = run.getparent()
        marks = [(properties, "w:rStyle"), (paragraph.find(qn("w:pPr")), "w:pStyle")]
        return any(_value(parent, tag) in self._styles for parent, tag in marks)


def _is_hidden_style(styles: dict[str, BaseOxmlElement], name: str) -> bool:
    """Follow a style to those it is based on, until one says whether its text is hidden."""
    for _ in range(_MOST_STYLES):
        style = styles.get(name)
        if style is None:
            return False
        properties = style.find(qn("w:rPr"))
        said = None if properties is None else _says(properties)
        if said is not None:
            return said
        name = _value(style, "w:basedOn") or ""
    return False


def _says(properties: BaseOxmlElement) -> bool | None:
    size = _value(properties, "w:sz") or ""
    if size.isdecimal() and len(size) < 5 and int(size) < _TOO_SMALL:
        return True
    mark = properties.find(qn("w:vanish"))
    return None if mark is None else mark.get(qn("w:val"), "1") not in _OFF


def _value(parent: BaseOxmlElement | None, tag: str) -> str | None:
    node = parent.find(qn(tag)) if parent is not None else None
    return None if node is None else node.get(qn("w:val"))
