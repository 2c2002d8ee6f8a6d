"""The moments of 2008 at which clocks were changed in twelve zones, and sessions around them."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import strategies as st

from meeting.agenda import Session

ZONES = (
    "Europe/Oslo", "Europe/London", "Atlantic/Azores", "America/New_York", "America/St_Johns",
    "America/Sao_Paulo", "America/Santiago", "Africa/Cairo", "Asia/Tehran", "Australia/Sydney",
    "Australia/Lord_Howe", "Pacific/Chatham",
)  # fmt: skip
HOUR, MINUTE = timedelta(hours=1), timedelta(minutes=1)


def changes(zone: ZoneInfo) -> list[datetime]:
    """The hours (UTC) of 2008 within which the zone's offset changes."""
    first = datetime(2008, 1, 1, tzinfo=UTC)
    hours = [first + n * HOUR for n in range(366 * 24)]
    offsets = [at.astimezone(zone).utcoffset() for at in hours]
    return [hours[n] for n in range(1, len(hours)) if offsets[n] != offsets[n - 1]]


CHANGES = [(name, at) for name in ZONES for at in changes(ZoneInfo(name))]
minutes = st.integers(-5 * 60, 5 * 60)


@st.composite
def around_a_change(draw: st.DrawFn) -> tuple[str, datetime, tuple[Session, ...]]:
    """A zone, a moment (UTC), and sessions within hours of a change of the clock."""
    name, change = draw(st.sampled_from(CHANGES))
    spans = draw(st.lists(st.tuples(minutes, st.integers(1, 240)), min_size=1, max_size=8))
    sessions = []
    for number, (start, length) in enumerate(spans):
        starts = change + start * MINUTE
        ends = starts + length * MINUTE
        zone = ZoneInfo(name)
        sessions.append(
            Session(f"s{number}", "Talk", starts.astimezone(zone), ends.astimezone(zone))
        )
    return name, change + draw(minutes) * MINUTE, tuple(sessions)
