"""My day: what of the agenda is one person's, what is now and what is next; pure."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from meeting.agenda import Agenda, Mine, Session, ordered


@dataclass(frozen=True, slots=True)
class Slot:
    """One line of a day: a session of mine, or the parallel ones of which none is mine yet.

    `sessions` holds one session where `mine` is true.
    """

    sessions: tuple[Session, ...]
    mine: bool

    @property
    def starts(self) -> datetime:
        return min((s.starts for s in self.sessions), key=datetime.timestamp)

    @property
    def ends(self) -> datetime:
        return max((s.ends for s in self.sessions), key=datetime.timestamp)

    def runs(self, at: datetime) -> bool:
        """Whether it is going on at this moment: from its start on, until just before its end."""
        return self.starts <= at.astimezone(UTC) < self.ends

    def is_later(self, at: datetime) -> bool:
        """Whether it has not begun at this moment."""
        return self.starts > at.astimezone(UTC)


@dataclass(frozen=True, slots=True)
class Day:
    """A day of the meeting as one person has it, `on` a date.

    `earlier` and `later` are the nearest other days on which something starts. Of today only what
    is not over is shown.
    """

    on: date
    slots: tuple[Slot, ...]
    earlier: date | None
    later: date | None


def today(agenda: Agenda, at: datetime) -> date | None:
    """The day to show at this moment; None once the meeting is over, or without an agenda.

    That is today, or the day of what still runs after midnight, or the next day with sessions.
    """
    at = at.astimezone(UTC)
    if not any(session.ends > at for session in agenda.sessions):
        return None
    here = at.astimezone(ZoneInfo(agenda.zone)).date()
    days = agenda.days()
    if here in days:
        return here
    running = [session.starts.date() for session in agenda.now(at)]
    return running[0] if running else next(day for day in days if day > here)


def my_day(agenda: Agenda, day: date, at: datetime, mine: Mine) -> Day:
    """One day of somebody's; `day` is one of `agenda.days()`."""
    at = at.astimezone(UTC)
    slots = slots_of(agenda.on(day), mine)
    if day == at.astimezone(ZoneInfo(agenda.zone)).date():
        overnight = [s for s in agenda.now(at) if s.starts.date() < day and mine(s)]
        slots = tuple(slot for slot in slots if slot.ends > at)
        slots = (*(Slot((session,), True) for session in overnight), *slots)
    days = agenda.days()
    earlier = [other for other in days if other < day]
    later = [other for other in days if other > day]
    return Day(day, slots, earlier[-1] if earlier else None, later[0] if later else None)


def slots_of(sessions: Sequence[Session], mine: Mine) -> tuple[Slot, ...]:
    """Sessions of mine, each for itself, and between them what I have not chosen from, in order."""
    chosen = [session for session in sessions if mine(session)]
    places = [session for session in chosen if not (session.is_break or session.plenary)]
    blocks = {session.block for session in places if session.block}
    free = [
        session
        for session in sessions
        if not (mine(session) or session.is_break or session.block in blocks)
        and not any(session.overlaps(place) for place in places)
    ]
    slots = [Slot((session,), True) for session in chosen]
    slots += [Slot(group, False) for group in side_by_side(free)]
    return tuple(sorted(slots, key=lambda slot: (slot.starts.timestamp(), slot.ends.timestamp())))


def side_by_side(sessions: Iterable[Session]) -> tuple[tuple[Session, ...], ...]:
    """Sessions in groups: those of one block, and those that overlap without being in a block."""
    blocks: dict[str, list[Session]] = {}
    chains: list[list[Session]] = []
    for session in ordered(sessions):
        if session.block:
            blocks.setdefault(session.block, []).append(session)
        elif chains and any(session.overlaps(other) for other in chains[-1]):
            chains[-1].append(session)
        else:
            chains.append([session])
    return tuple(tuple(group) for group in (*blocks.values(), *chains))


def minutes_until(at: datetime, starts: datetime) -> int:
    """Minutes of real time from one moment to a later one, begun ones counted whole, as somebody
    counts who reads the time off a clock without seconds."""
    return math.ceil((starts.astimezone(UTC) - at.astimezone(UTC)) / timedelta(minutes=1))


def days_until(at: datetime, day: date, zone: str) -> int:
    """How many nights lie between this moment and a day; negative for days that are past."""
    return (day - at.astimezone(ZoneInfo(zone)).date()).days
