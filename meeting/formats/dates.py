"""Dates as people and spreadsheets write them: day or month first is told from a whole column."""

import re
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from functools import lru_cache

from meeting.formats.grid import Cell, Misread, quoted, text

LONGEST_DATE = 60  # characters, as in “mercredi 12 septembre 2030”
DAY = timedelta(days=1)
FIRST_YEAR, LAST_YEAR = 1900, 2200  # others are slips of the pen
FIRST_SERIAL, LAST_SERIAL = 20_000, 80_000  # date numbers from 1954 to 2119
NUMERIC = re.compile(r"(\d{1,2})([./-])(\d{1,2})\2(\d{4}|(?<!-)\d{2})\.?")  # 08-02-11 is anything


class Order:
    """Whether a column writes the day or the month first; told from all of it together."""

    def __init__(self, texts: Iterable[str], days: tuple[date, date] | None = None) -> None:
        """`days`: the meeting's first and last day, which settle what the column leaves open."""
        found = [match.groups() for match in map(NUMERIC.fullmatch, texts) if match]
        numbers = [(int(a), int(b), _year(year)) for a, dot, b, year in found]
        dots = any(dot == "." for _, dot, _, _ in found)
        self.day_first = dots or any(a > 12 for a, _, _ in numbers)
        self.month_first = not dots and any(b > 12 for _, b, _ in numbers)
        if self.day_first == self.month_first and days:
            inside = [[_within(n, first, days) for n in numbers] for first in (True, False)]
            self.day_first, self.month_first = (bool(fit) and all(fit) for fit in inside)

    def read(self, words: str, match: re.Match[str]) -> date:
        """Raises Misread for a date that may be two."""
        first, second, year = int(match[1]), int(match[3]), _year(match[4])
        if first <= 12 and second <= 12 and first != second and self.day_first == self.month_first:
            iso = f"{year}-{second:02}-{first:02}"
            raise Misread(f"{quoted(words)} may be two different dates; write dates as {iso}.")
        day_first = first > 12 or (second <= 12 and self.day_first)
        day, month = (first, second) if day_first else (second, first)
        try:
            return date(year, month, day)
        except ValueError:
            raise Misread(_no_date(words)) from None


def read_date(cell: Cell, order: Order, epoch: datetime) -> date:
    """A date cell, a date number, or words; raises Misread."""
    found = _date(cell, order, epoch)
    if not FIRST_YEAR <= found.year <= LAST_YEAR:
        raise Misread(f"The year {found.year} is too far away; check the date.")
    return found


def _date(cell: Cell, order: Order, epoch: datetime) -> date:
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    words = text(cell)
    if re.fullmatch(r"\d{5}(\.\d+)?", words):
        return serial(float(words), epoch).date()
    if match := NUMERIC.fullmatch(words):
        return order.read(words, match)
    try:
        return date.fromisoformat(words[:10].replace("/", "-"))
    except ValueError:
        return _in_words(words)


def date_part(words: str) -> str:
    """The date of words that hold a date and a time, for `Order`."""
    return words.split()[0] if words.split() else ""


def serial(number: float, epoch: datetime) -> datetime:
    return epoch + timedelta(seconds=round(number * DAY.total_seconds()))


@lru_cache(maxsize=1024)
def _in_words(words: str) -> date:
    import dateparser  # here: it is slow to import, and few words get this far

    if len(re.findall(r"\d+", words)) != 2 or len(words) > LONGEST_DATE:
        raise Misread(_no_date(words))  # a day and a year; dateparser takes a while to say so
    settings = {"REQUIRE_PARTS": ["day", "month", "year"], "PARSERS": ["absolute-time"]}
    found = dateparser.parse(words, languages=["en", "fr", "de"], settings=settings)
    if found is None:
        raise Misread(_no_date(words))
    day: date = found.date()
    return day


def _year(words: str) -> int:
    return int(words) + 2000 if len(words) == 2 else int(words)


def _within(number: tuple[int, int, int], day_first: bool, days: tuple[date, date]) -> bool:
    day, month = number[:2] if day_first else number[1::-1]
    try:
        return days[0] <= date(number[2], month, day) <= days[1]
    except ValueError:
        return False


def _no_date(words: str) -> str:
    return f"{quoted(words)} is no date; write dates as 2030-05-06."
