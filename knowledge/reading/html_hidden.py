"""Text of an HTML page that no browser shows, by its attributes, styles and simple style rules."""

import re
from collections.abc import Iterator

from lxml import html

_UNSEEN = re.compile(
    r"display:none|visibility:(hidden|collapse)|opacity:0(\.0+)?(;|$)|font-size:0(\D|$)"
    r"|text-indent:-\d{3,}|(left|top):-\d{4,}",
    re.IGNORECASE,
)
_RULE = re.compile(r"([^{}]{1,2000})\{([^{}]{0,2000})\}")
_NAME = re.compile(r"^(?P<sign>[.#])(?P<name>[\w-]+)$")
_UNREAD = {"script", "style", "template", "noscript", "title", "head"}


def take_hidden(root: html.HtmlElement) -> list[str]:
    """Take what is hidden out of the tree and return its texts, in order."""
    classes, ids = _hidden_names(root)
    texts: list[str] = []
    for element in list(root.iter("*")):
        if element is root or element.getparent() is None or element.tag in _UNREAD:
            continue
        if _is_hidden(element, classes, ids):
            texts.append(" ".join(_words(element)))
            element.drop_tree()
    return texts


def _words(element: html.HtmlElement) -> Iterator[str]:
    """List the texts below an element, without its scripts."""
    for node in element.iter("*"):
        if node.tag not in _UNREAD:
            yield node.text or ""
        if node is not element:
            yield node.tail or ""


def _is_hidden(element: html.HtmlElement, classes: set[str], ids: set[str]) -> bool:
    if "hidden" in element.attrib or _hides(element.get("style", "")):
        return True
    return element.get("id") in ids or not classes.isdisjoint(element.get("class", "").split())


def _hides(style: str) -> bool:
    return bool(_UNSEEN.search("".join(style.split())))


def _hidden_names(root: html.HtmlElement) -> tuple[set[str], set[str]]:
    """List the classes and ids that a style rule of their own hides."""
    names: dict[str, set[str]] = {".": set(), "#": set()}
    for sheet in root.iter("style"):
        for selectors, style in _RULE.findall(sheet.text or ""):
            if not _hides(style):
                continue
            for selector in selectors.split(","):
                found = _NAME.match(selector.strip())
                if found:
                    names[found["sign"]].add(found["name"])
    return names["."], names["#"]
