"""What reading a time gives, and moments of a day in the meeting's zone; pure."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from meeting.asking.spans import Span

MIDNIGHT = time(0, 0)


@dataclass(frozen=True, slots=True)
class Timed:
    """The time of a question, None where it names none, and its other words."""

    span: Span | None
    rest: str


def at_time(day: date, hour: int, minute: int, now: datetime) -> datetime:
    """A time of day; as the others here, in the zone of `now`."""
    return datetime.combine(day, time(hour, minute), now.tzinfo)


def start_of(day: date, now: datetime) -> datetime:
    """Midnight, when a day begins."""
    return datetime.combine(day, MIDNIGHT, now.tzinfo)


def end_of(day: date, now: datetime) -> datetime:
    """The midnight that ends a day."""
    return start_of(day + timedelta(days=1), now)


def cut_out(text: str, found: tuple[int, int]) -> str:
    """A text without the words that stand there."""
    return " ".join((text[: found[0]] + " " + text[found[1] :]).split())
