"""The one clock: whoever wants the time asks here, so that a meeting can be rehearsed."""

from datetime import UTC, datetime
from typing import Protocol


class Clock(Protocol):
    """Tells the time as an aware datetime in UTC."""

    def now(self) -> datetime: ...


class SystemClock:
    """The machine's own time."""

    def now(self) -> datetime:
        return datetime.now(UTC)


class ShiftedClock:
    """Runs at the pace of another clock, from a given moment: the way to rehearse a meeting day."""

    def __init__(self, start: datetime, pace: Clock) -> None:
        """`start` is an aware datetime; the shift is fixed when the clock is made."""
        self._pace = pace
        self._shift = start.astimezone(UTC) - pace.now()

    def now(self) -> datetime:
        return self._pace.now() + self._shift
