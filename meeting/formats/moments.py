"""Moments in cells: a time with its date, a time alone, or two times in one cell."""

import re
from datetime import datetime, time, timedelta

from meeting.formats.dates import FIRST_SERIAL, LAST_SERIAL, Order, read_date, serial
from meeting.formats.grid import Cell, Misread, text
from meeting.formats.times import no_time, read_clock

FROM = re.compile(r"^(?:from|de|von)\s+", re.IGNORECASE)
RANGE = re.compile(r"(.*\d.*?)\s*(?:[-–—~]|\b(?:to|till|until|à|bis)\b)\s*(\d.*)", re.IGNORECASE)


def read_moment(cell: Cell, order: Order, epoch: datetime) -> datetime | timedelta:
    """A time with its date (aware where an offset is written), or the time since midnight."""
    if isinstance(cell, datetime):
        return cell if cell.year > 1904 else cell - datetime.combine(cell.date(), time())
    if isinstance(cell, (int, float)) and FIRST_SERIAL <= cell <= LAST_SERIAL:
        return serial(cell, epoch)
    if isinstance(cell, str):
        words = text(cell)
        if re.match(r"\d{4}-\d\d-\d\d[T ]\d", words):
            try:
                return datetime.fromisoformat(words)
            except ValueError:
                raise Misread(no_time(words)) from None
        if match := re.fullmatch(r"(.{6,}?\d),?\s+(\d{1,2}[:.h].*|\d{1,2} ?[ap]m)", words):
            day = read_date(match[1], order, epoch)
            return datetime.combine(day, time()) + read_clock(match[2])
    return read_clock(cell)


def parts_of_range(cell: Cell) -> tuple[str, str] | None:
    """“09:00–10:30” in one cell as its two ends."""
    if not isinstance(cell, str) or re.match(r"\d{4}-\d\d-\d\d|\d{1,2}-\d{1,2}-\d{2,4}", cell):
        return None
    match = RANGE.fullmatch(FROM.sub("", text(cell), count=1))
    return (match[1], match[2]) if match else None
