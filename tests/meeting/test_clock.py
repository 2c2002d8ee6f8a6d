"""The one clock: shifted for a rehearsal, it runs at the pace of the other."""

from datetime import UTC, datetime, timedelta, timezone

from meeting.clock import ShiftedClock


class Hand:
    """A clock whose hand a test moves."""

    def __init__(self) -> None:
        self.time = datetime(2026, 1, 1, tzinfo=UTC)

    def now(self) -> datetime:
        return self.time


def test_shifted_clock_starts_where_it_is_told_and_goes_on() -> None:
    hand = Hand()
    oslo = timezone(timedelta(hours=1))
    clock = ShiftedClock(datetime(2008, 2, 11, 13, 52, tzinfo=oslo), hand)
    assert clock.now() == datetime(2008, 2, 11, 12, 52, tzinfo=UTC)
    hand.time += timedelta(minutes=8)
    assert clock.now() == datetime(2008, 2, 11, 13, 0, tzinfo=UTC)
