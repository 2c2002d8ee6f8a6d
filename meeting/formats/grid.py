"""A table as rows of cells, whatever kind of file it came from; and the report that grows on it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from meeting.formats.problems import Problem, Severity

UNWANTED = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
MOST_QUOTED = 60  # characters
WINDOWS_EPOCH = datetime(1899, 12, 30)  # noqa: DTZ001 (day 0 of spreadsheets, a wall date)


class Misread(ValueError):
    """What stands there cannot be read; the message is one sentence for the organiser."""


@dataclass(frozen=True, slots=True)
class Broken:
    """A cell without a value of its own: a formula that was never computed, or an error."""

    reason: str


Cell = str | int | float | date | datetime | time | timedelta | Broken | None


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a sheet; `number` counts from 1, as the spreadsheet shows it."""

    number: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """`epoch` is the day 0 of date numbers. Rows that are wholly empty are left out."""

    name: str
    lines: tuple[Line, ...]
    epoch: datetime = WINDOWS_EPOCH


@dataclass(slots=True)
class Report:
    """Collects the problems of a file while it is read."""

    problems: list[Problem] = field(default_factory=list)

    def error(self, row: str, message: str) -> None:
        self.problems.append(Problem(Severity.ERROR, row, message))

    def warning(self, row: str, message: str) -> None:
        self.problems.append(Problem(Severity.WARNING, row, message))


def text(cell: Cell) -> str:
    """The words of a cell, whole numbers without a point; raises Misread for a broken one."""
    if cell is None:
        return ""
    if isinstance(cell, Broken):
        raise Misread(cell.reason)
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return clean(str(cell)).replace("\xa0", " ").strip()


def clean(words: str) -> str:
    """Without what no text holds on purpose, and databases and calendars refuse: control
    characters and halves of surrogate pairs."""
    return UNWANTED.sub("", words.replace("\r\n", "\n").replace("\r", "\n"))


def quoted(words: str) -> str:
    """Words of a file as a message shows them: on one line, and not at any length."""
    line = " ".join(words.split())
    return f"“{line if len(line) <= MOST_QUOTED else line[:MOST_QUOTED] + '…'}”"


def is_blank(cell: Cell) -> bool:
    return cell is None or (isinstance(cell, str) and not cell.strip())


def without_blank_lines(lines: Sequence[Line]) -> tuple[Line, ...]:
    return tuple(line for line in lines if not all(map(is_blank, line.cells)))
