"""Lines of Telegram HTML on as few pages as hold them, pure; a page is one message."""

from collections.abc import Sequence

from bot.render import LONGEST, units
from bot.wording import Words


def pages(words: Words, title: str, lines: Sequence[str], most: int) -> list[str]:
    """At most so many lines on a page below the title; at least one page, each with its number
    where there are several. Every line is whole in itself and fits."""
    bodies = _bodies(lines, most, LONGEST - units(f"{title}\n\n\n{_number(words, 9999, 9999)}"))
    if len(bodies) < 2:
        return ["\n".join([title, *bodies])]
    return [
        f"{title}\n{body}\n\n{_number(words, number, len(bodies))}"
        for number, body in enumerate(bodies, 1)
    ]


def _bodies(lines: Sequence[str], most: int, room: int) -> list[str]:
    bodies: list[str] = []
    page: list[str] = []
    for line in lines:
        if len(page) == most or (page and units("\n".join([*page, line])) > room):
            bodies.append("\n".join(page))
            page = []
        page.append(line)
    return [*bodies, "\n".join(page)] if page else bodies


def _number(words: Words, number: int, pages: int) -> str:
    return words("sent.page_of", number=number, all=pages)
