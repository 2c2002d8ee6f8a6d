"""A stretch of the meeting's time that a question names, and the sessions that lie in it; pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import StrEnum

from meeting.agenda import Session


class How(StrEnum):
    """How a question means a time: at a moment, what begins within a stretch, what goes on at
    some time of it, what begins first or last in it, what comes right before it."""

    AT = "at"
    DURING = "during"
    BETWEEN = "between"
    FIRST = "first"
    LAST = "last"
    BEFORE = "before"


@dataclass(frozen=True, slots=True)
class Span:
    """From `starts` until just before `ends`, aware, in the meeting's zone; the same for a moment.

    `whole_day`: a day was named, and no part of it. `topics`: breaks are not asked for.
    """

    how: How
    starts: datetime
    ends: datetime
    whole_day: bool = False
    topics: bool = False

    @property
    def day(self) -> date:
        return self.starts.date()

    def holds(self, session: Session) -> bool:
        """Whether a session is one that this time means, but for which of several is first."""
        starts, ends = session.starts.astimezone(UTC), session.ends.astimezone(UTC)
        if self.how is How.AT:
            return starts <= self.starts < ends
        if self.how is How.BETWEEN:
            return starts < self.ends and self.starts < ends
        if self.how is How.BEFORE:
            return ends <= self.ends and session.starts.date() == self.day
        return self.starts <= starts < self.ends

    def of(self, sessions: Sequence[Session]) -> tuple[Session, ...]:
        """The sessions that this time means, in order."""
        held = [session for session in sessions if self.holds(session)]
        if self.topics:
            held = [s for s in held if not s.is_break] or held
        if not held or self.how in (How.AT, How.DURING, How.BETWEEN):
            return tuple(held)
        if self.how is How.FIRST:
            topics = [s for s in held if not s.is_break] or held
            return _beginning(held, min(s.starts.timestamp() for s in topics))
        topics = [s for s in held if not s.is_break] or held
        return _beginning(topics, max(s.starts.timestamp() for s in topics))


def _beginning(sessions: Sequence[Session], at: float) -> tuple[Session, ...]:
    return tuple(s for s in sessions if s.starts.timestamp() == at)
