"""The numbers that a text names, as digits or words: counts, shares, money, dates, ranges; pure.

English and French. A number is found wherever digits stand; what it is worth is only read closely
enough to tell that "4" and "four", or "5 %" and "five per cent", are the same.
"""

import re
from collections.abc import Hashable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, lru_cache

from knowledge.number_grammar import (
    GAP,
    MENTION,
    MONEY_AFTER,
    MONEY_BEFORE,
    MONTHS,
    PART,
    PER_CENT,
    SCALE,
    STARTS,
)
from knowledge.number_words import SCALES, ordinal_of, value_of

_START = re.compile(r"\d|[€$£¥]|[-−](?=\d)|[^\W\d_]+")
_DIGIT = re.compile(r"\d")
_LETTERS = re.compile(r"[^\W\d_]+")
_PART = re.compile(PART)
_SCALE = re.compile(f"{GAP}?({SCALE})")
_SHORT_SCALES = {"k": 1_000, "m": 1_000_000}
# A separator before three digits at the end is one of thousands, but for a single point ("3.125").
_THOUSANDS = re.compile(rf"{GAP}|['’]|,(?=\d{{3}}(?:[,.]|$))|\.(?=\d{{3}}[,.])|(?<=\.\d\d\d)\.")
_CURRENCIES = {
    **dict.fromkeys(("€", "euro", "euros"), "eur"),
    **dict.fromkeys(("$", "us$", "dollar", "dollars", "us dollar", "us dollars"), "usd"),
    **dict.fromkeys(("£", "pound", "pounds"), "gbp"),
}


@dataclass(frozen=True, slots=True)
class Mention:
    """A number as it stands in a text from `start` to `end`; those with equal `value` say the same.

    `kind` is "date", "clock" (a time of day), "share" (per cent), "money" or "count".
    """

    shown: str
    kind: str
    value: Hashable
    start: int
    end: int


def mentions(text: str) -> tuple[Mention, ...]:
    """The numbers of a text in order; a range, or a date with its month and year, is one."""
    return tuple(_mention(found) for found in _found(text))


def names_number(text: str) -> bool:
    """Whether a number may be in it; certain only where there is none."""
    words = _LETTERS.findall(text.casefold())
    return bool(_DIGIT.search(text)) or not STARTS.isdisjoint(words)


def outline(text: str) -> str:
    """The words of a text that name no number: the same where nothing but numbers differs."""
    return " ".join(word for word in _LETTERS.findall(text.casefold()) if word not in STARTS)


@cache
def _mention_pattern() -> re.Pattern[str]:
    """The grammar, compiled when it is first needed: that takes a tenth of a second, at every
    start."""
    return re.compile(MENTION)


def _found(text: str) -> Iterator[re.Match[str]]:
    """Look closely only where a number can begin: the grammar is slow to say no."""
    read_to = 0
    for start in _START.finditer(text):
        first = start.group()
        if start.start() < read_to or (first.isalpha() and first.casefold() not in STARTS):
            continue
        if found := _mention_pattern().match(text, start.start()):
            read_to = found.end()
            yield found


def _mention(found: re.Match[str]) -> Mention:
    kind, value = _read(found.lastgroup or "", found.group())
    return Mention(found.group(), kind, value, *found.span())


@lru_cache(maxsize=10_000)
def _read(group: str, shown: str) -> tuple[str, Hashable]:
    if group == "date":
        return "date", ("date", *_date(shown))
    if group == "clock":
        return "clock", ("clock", *_clock(shown))
    unit = _unit(shown)
    return unit[0], (unit, *_amounts(re.sub(PER_CENT, "", shown)))


def _date(shown: str) -> Iterator[int]:
    """Month, year (0 where there is none) and days, however they are put."""
    numbers = [int(digits) for digits in re.findall(r"\d+", shown)]
    if re.fullmatch(r"\d{4}-\d\d-\d\d", shown):
        yield from (numbers[1], numbers[0], numbers[2])
        return
    names = re.findall(r"[^\W\d_]{3,}", shown.casefold())
    yield next(MONTHS[name] for name in names if name in MONTHS)
    yield next((number for number in numbers if number > 99), 0)
    yield from (number for number in numbers if number <= 99)


def _clock(shown: str) -> tuple[int, int]:
    numbers = [int(digits) for digits in re.findall(r"\d+", shown)]
    afternoon = re.search(r"p\.?m", shown) and numbers[0] < 12
    return numbers[0] + (12 if afternoon else 0), numbers[1] if len(numbers) > 1 else 0


def _unit(shown: str) -> tuple[str, str]:
    if re.search(PER_CENT, shown):
        return "share", ""
    sign = re.match(MONEY_BEFORE, shown) or re.search(f"{MONEY_AFTER}$", shown)
    if sign is None:
        return "count", ""
    name = sign.group().casefold()
    return "money", _CURRENCIES.get(name, name)


def _amounts(text: str) -> Iterator[Hashable]:
    """Each number of an amount or a range, with its thousands or millions."""
    if text[0] in "-−":
        yield "minus"
    read_to = 0
    for part in _PART.finditer(text):
        if part.start() < read_to:
            continue
        amount, scale = _amount(part.group()), _SCALE.match(text, part.end())
        if scale and isinstance(amount, Decimal):
            amount, read_to = amount * _factor(scale[1]), scale.end()
        yield amount


def _factor(name: str) -> int:
    return _SHORT_SCALES.get(name) or SCALES[name]


def _amount(part: str) -> Decimal | str:
    if not part[0].isdigit():
        place = ordinal_of(part)
        value = value_of(part) if place is None else place
        return part.casefold() if value is None else Decimal(value)
    plain = _THOUSANDS.sub("", part).replace(",", ".")
    return Decimal(plain) if re.fullmatch(r"\d+(?:\.\d+)?", plain) else part
