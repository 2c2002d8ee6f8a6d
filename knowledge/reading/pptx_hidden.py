"""Text that a slide holds and nobody sees: too small, beside the slide, or white on white."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from lxml import etree

if TYPE_CHECKING:
    from pptx.shapes.base import BaseShape
    from pptx.slide import Slide

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_TOO_SMALL = 150  # hundredths of a point
# As in a PDF: from 246 of 255 on, in each of the three.
_WHITE = re.compile(r"^(F[6-9A-F]){3}$", re.IGNORECASE)
_FILLS = [f"{_A}{kind}Fill" for kind in ("solid", "grad", "blip", "patt", "grp")]


def take_hidden(slide: "Slide", width: int, height: int) -> list[str]:
    """Take the hidden text out of a slide, whose size is in EMU, and return it in order."""
    white = _is_white_slide(slide)
    seen: list[BaseShape] = []
    texts: list[str] = []
    for shape in slide.shapes:
        beside = _is_beside(shape, width, height)
        plain = white and not _has_ground(shape, slide) and not _lies_on(shape, seen)
        seen.append(shape)
        for run in list(shape._element.iter(f"{_A}r")):
            if beside or _is_small(run) or (plain and _is_white(run)):
                texts.append("".join(node.text or "" for node in run.iter(f"{_A}t")))
                run.getparent().remove(run)
    return [text for text in texts if text.strip()]


def _is_beside(shape: "BaseShape", width: int, height: int) -> bool:
    place = _place(shape)
    if place is None:
        return False
    left, top, right, bottom = place
    return left >= width or top >= height or right <= 0 or bottom <= 0


def _place(shape: "BaseShape") -> tuple[int, int, int, int] | None:
    """Left, top, right and bottom in EMU; None for a shape that has its place from elsewhere."""
    found: list[int | None] = [shape.left, shape.top, shape.width, shape.height]
    left, top, width, height = (-1 if each is None else int(each) for each in found)
    return None if None in found else (left, top, left + width, top + height)


def _is_small(run: etree._Element) -> bool:
    properties = run.find(f"{_A}rPr")
    size = "" if properties is None else properties.get("sz", "")
    return size.isdecimal() and len(size) < 7 and int(size) < _TOO_SMALL


def _is_white(run: etree._Element) -> bool:
    fill = run.find(f"{_A}rPr/{_A}solidFill")
    return fill is not None and _is_white_fill(fill)


def _is_white_fill(fill: etree._Element) -> bool:
    for colour in fill:
        if len(colour):
            return False  # lighter or darker than it says
        if colour.tag == f"{_A}srgbClr":
            return bool(_WHITE.match(colour.get("val", "")))
        return colour.tag == f"{_A}schemeClr" and colour.get("val") in {"bg1", "lt1"}
    return False


def _is_white_slide(slide: "Slide") -> bool:
    """The nearest ground that slide, layout or master names; a scheme's first one is white."""
    layout = slide.slide_layout
    for part in (slide, layout, layout.slide_master):
        ground = part._element.find(f"{_P}cSld/{_P}bg")
        if ground is not None:
            return _is_white_ground(ground)
    return True


def _is_white_ground(ground: etree._Element) -> bool:
    fill = ground.find(f"{_P}bgPr/{_A}solidFill")
    named = ground.find(f"{_P}bgRef")
    if fill is not None:
        return _is_white_fill(fill)
    return named is not None and named.get("idx") == "1001" and _is_white_fill(named)


def _has_ground(shape: "BaseShape", slide: "Slide") -> bool:
    """Tell whether the shape may have a colour of its own; in doubt it has."""
    if shape.shape_type is None or hasattr(shape, "shapes") or not shape.has_text_frame:
        return True
    return any(_is_filled(each) for each in _inherited(shape, slide))


def _inherited(shape: "BaseShape", slide: "Slide") -> "Iterator[etree._Element]":
    yield shape._element
    if shape.is_placeholder:
        at = shape.placeholder_format.idx
        for other in list(slide.slide_layout.placeholders):
            if other.placeholder_format.idx == at:
                yield other._element


def _is_filled(element: etree._Element) -> bool:
    own = element.find(f"{_P}spPr")
    if own is not None and any(own.find(fill) is not None for fill in _FILLS):
        return True
    named = element.find(f"{_P}style/{_A}fillRef")
    none = own is not None and own.find(f"{_A}noFill") is not None
    return named is not None and named.get("idx") != "0" and not none


def _lies_on(shape: "BaseShape", others: "list[BaseShape]") -> bool:
    """Tell whether something with a colour may lie below: a picture, a group, a filled shape."""
    return any(_meet(shape, other) for other in others if _covers(other))


def _covers(shape: "BaseShape") -> bool:
    return not shape.has_text_frame or _is_filled(shape._element)


def _meet(one: "BaseShape", other: "BaseShape") -> bool:
    here, there = _place(one), _place(other)
    if here is None or there is None:
        return True
    across = here[0] < there[2] and there[0] < here[2]
    return across and here[1] < there[3] and there[1] < here[3]
