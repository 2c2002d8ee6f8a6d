"""The people of an announcement as a table for a spreadsheet."""

import csv
import io
from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from store.reports import Line

HEADINGS = ("name", "organisation", "state", "doubtful", "at", "got_it_at", "reason")
BOM = "\ufeff"  # without it a spreadsheet program takes the text for the encoding of its country
# A cell that begins so is a formula to a spreadsheet program
# (owasp.org/www-community/attacks/CSV_Injection).
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def table(lines: Sequence[Line], zone: str) -> bytes:
    """One row for each person; times on the clock of `zone`, an IANA name."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(HEADINGS)
    writer.writerows([_safe(cell) for cell in _row(line, ZoneInfo(zone))] for line in lines)
    return (BOM + out.getvalue()).encode()


def _row(line: Line, zone: ZoneInfo) -> tuple[str, ...]:
    return (
        line.name,
        line.organisation,
        line.state,
        "yes" if line.doubtful else "",
        _time(line.settled_at, zone),
        _time(line.seen_at, zone),
        line.reason,
    )


def _time(at: datetime | None, zone: ZoneInfo) -> str:
    return at.astimezone(zone).strftime("%Y-%m-%d %H:%M:%S") if at else ""


def _safe(cell: str) -> str:
    return f"'{cell}" if cell.startswith(FORMULA) else cell
