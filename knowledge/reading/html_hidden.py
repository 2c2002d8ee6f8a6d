"""Text of an HTML page that no browser shows, or only white on white."""

from collections.abc import Iterator

from lxml import html

from knowledge.reading.html_styles import Names, flat, has_ground, hides, is_white, names_in

_UNREAD = {"script", "style", "template", "noscript", "title", "head"}
_COLOURED = ("style", "class", "id", "color", "bgcolor", "background")
_WHITES = {"#ffffff", "#fff", "white"}


def take_hidden(root: html.HtmlElement) -> list[str]:
    """Take what is hidden out of the tree and return its texts, in order."""
    names = names_in(root)
    # A sheet that would have to be fetched may put any colour behind any text.
    known = not any("stylesheet" in link.get("rel", "").lower() for link in root.iter("link"))
    texts: list[str] = []
    for element in list(root.iter("*")):
        if element is root or element.getparent() is None or element.tag in _UNREAD:
            continue
        if _is_hidden(element, names) or (known and _is_white_on_white(element, names)):
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


def _is_hidden(element: html.HtmlElement, names: Names) -> bool:
    if "hidden" in element.attrib or hides(flat(element.get("style", ""))):
        return True
    return any(name in names.hidden for name in _names(element))


def _is_white_on_white(element: html.HtmlElement, names: Names) -> bool:
    """Where something below may have a colour of its own, what is below is looked at by itself."""
    if not _is_white(element, names):
        return False
    below = element.iterdescendants("*")
    if any(node.get(key) for node in below for key in _COLOURED):
        return False
    return not any(_has_ground(node, names) for node in (element, *element.iterancestors()))


def _is_white(element: html.HtmlElement, names: Names) -> bool:
    if is_white(flat(element.get("style", ""))) or element.get("color", "").lower() in _WHITES:
        return True
    return any(name in names.white for name in _names(element))


def _has_ground(element: html.HtmlElement, names: Names) -> bool:
    if element.get("background") or has_ground(flat(element.get("style", ""))):
        return True
    if element.get("bgcolor", "white").lower() not in _WHITES or element.tag in names.grounds:
        return True
    return any(name in names.grounds for name in _names(element))


def _names(element: html.HtmlElement) -> Iterator[str]:
    yield from (f".{name}" for name in element.get("class", "").split())
    if element.get("id"):
        yield f"#{element.get('id')}"
