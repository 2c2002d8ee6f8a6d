"""Wall times in a zone: which of them exist, which exist twice, and what moment they are."""

from datetime import UTC, datetime, timedelta
from enum import Enum
from zoneinfo import ZoneInfo


class Exists(Enum):
    """How often a wall time comes on its day; not once on the nights when clocks change."""

    ONCE = 1
    NEVER = 0
    TWICE = 2


def existence(wall: datetime, zone: ZoneInfo) -> Exists:
    """`wall` is naive."""
    first, second = (wall.replace(tzinfo=zone, fold=fold) for fold in (0, 1))
    if first.utcoffset() == second.utcoffset():
        return Exists.ONCE
    there_and_back = first.astimezone(UTC).astimezone(zone).replace(tzinfo=None)
    return Exists.TWICE if there_and_back == wall else Exists.NEVER


def placed(moment: datetime, zone: ZoneInfo) -> datetime:
    """A naive moment is wall time of `zone`, the earlier one of two; an aware one is converted."""
    if moment.tzinfo is None:
        return moment.replace(tzinfo=zone, fold=0)
    return moment.astimezone(zone)


def later(moment: datetime, by: timedelta) -> datetime:
    """So much time later on a real watch, in the same zone; wall arithmetic would ignore a change
    of the clocks."""
    return (moment.astimezone(UTC) + by).astimezone(moment.tzinfo)


def elapsed(start: datetime, end: datetime) -> timedelta:
    """The time between two aware moments on a real watch."""
    return end.astimezone(UTC) - start.astimezone(UTC)
