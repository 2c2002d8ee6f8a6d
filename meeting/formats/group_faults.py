"""What a table of groups says, and what can be wrong with it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Fault(StrEnum):
    """What is wrong with a row, or with the whole file (the first two)."""

    UNREADABLE = "unreadable"
    EMPTY = "empty"
    BROKEN = "broken"
    NO_KEY = "no_key"
    UNKNOWN_KEY = "unknown_key"
    TWICE = "twice"
    UNKNOWN_GROUP = "unknown_group"
    OTHER_BLOCK = "other_block"


@dataclass(frozen=True, slots=True)
class TableFault:
    """`row` counts from 1 as the spreadsheet shows it, 0 for the whole file; `said` is what stands
    there."""

    fault: Fault
    row: int = 0
    said: str = ""


@dataclass(frozen=True, slots=True)
class GroupTable:
    """The session of each person, by their key in lower case, all in one block. With a fault it is
    not taken. Whoever has an empty cell, or no row, is not there."""

    block: str = ""
    of: Mapping[str, str] = field(default_factory=dict)
    faults: tuple[TableFault, ...] = ()
