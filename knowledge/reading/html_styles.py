"""What the style rules within an HTML page say, and of whom, as far as it can be told without a
browser: nothing is fetched, and only the simplest selectors are understood."""

import re
from collections.abc import Iterator, Set
from dataclasses import dataclass

from lxml import html

_DEEPEST = 8  # rules within rules; real sheets nest two or three
_BRACE = re.compile(r"[{}]")
_NAME = re.compile(r"^(?P<sign>[.#])(?P<name>[\w-]+)$")
_PARTS = re.compile(r"[.#]?[\w-]+")
_WHITES = (
    r"#fff|#f[6-f]f[6-f]f[6-f]|white|snow|transparent|rgb\(255,255,255\)|rgba\([\d,]+,0(\.0+)?\)"
)
_WHITE = re.compile(rf"(^|;)color:({_WHITES})(!important)?(;|$)")
_GROUND = re.compile(
    rf"(^|;)background(-color|-image)?:(?!({_WHITES}|none|inherit|initial)(!|;|$))"
)
_UNSEEN = re.compile(
    r"display:none|visibility:(hidden|collapse)|opacity:0(\.0+)?(;|$)|font-size:0(\D|$)"
    r"|font-size:[01]?(\.\d+)?(px|pt)|text-indent:-\d{3,}|(left|top):-\d{4,}"
)


@dataclass(frozen=True, slots=True)
class Names:
    """The classes (".a"), ids ("#a") and tags that rules speak of: `hidden` and `white` are those
    of which it is sure, `grounds` those that may have a colour behind their text."""

    hidden: Set[str]
    white: Set[str]
    grounds: Set[str]


def names_in(root: html.HtmlElement) -> Names:
    """Read the style rules of a page."""
    hidden: set[str] = set()
    white: set[str] = set()
    grounds: set[str] = set()
    for selector, style in _rules(root):
        plain = _NAME.match(selector)
        if plain and hides(style):
            hidden.add(selector)
        if plain and is_white(style):
            white.add(selector)
        if has_ground(style):
            grounds.update(_PARTS.findall(re.split(r"[\s>+~]+", selector)[-1]))
    return Names(hidden, white, grounds)


def flat(style: str) -> str:
    """A style without spaces, in lower case."""
    return "".join(style.split()).lower()


def hides(style: str) -> bool:
    """Tell whether a flat style takes an element out of sight."""
    return bool(_UNSEEN.search(style))


def is_white(style: str) -> bool:
    """Tell whether a flat style makes letters white, or lets one look through them."""
    return bool(_WHITE.search(style))


def has_ground(style: str) -> bool:
    """Tell whether a flat style puts a colour or a picture behind the text."""
    return bool(_GROUND.search(style))


def _rules(root: html.HtmlElement) -> Iterator[tuple[str, str]]:
    for sheet in root.iter("style"):
        for selectors, style in _blocks(_without_comments(sheet.text or "")):
            for selector in selectors.split(","):
                yield selector.strip(), flat(style)


def _without_comments(sheet: str) -> str:
    first, *others = sheet.split("/*")
    return first + "".join(other.partition("*/")[2] for other in others)


def _blocks(sheet: str) -> Iterator[tuple[str, str]]:
    """Give the rules for a screen, in one pass however long the sheet is."""
    around: list[str] = []
    start = 0
    for brace in _BRACE.finditer(sheet):
        part, start = sheet[start : brace.start()], brace.end()
        if brace.group() == "{":
            around.append(part.rpartition(";")[2].strip())
        elif around:
            selectors = around.pop()
            if not any(_is_for_print(outer) for outer in around):
                yield selectors, part
        if len(around) > _DEEPEST:
            return


def _is_for_print(prelude: str) -> bool:
    return prelude.startswith("@") and "print" in prelude and "screen" not in prelude
