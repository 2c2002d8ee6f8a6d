"""What is wrong with a file that comes in: each problem with its row, in words that help."""

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """An error applies nothing; a warning asks first."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Problem:
    """`row` is where it stands ("row 12", "event 4711", "sheet Agenda"), empty for the whole file;
    `message` one plain English sentence for the organiser."""

    severity: Severity
    row: str
    message: str
