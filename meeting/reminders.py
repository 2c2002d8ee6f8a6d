"""Reminders: which ones somebody is to have, and what becomes of those that are there; pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from meeting.agenda import Session

CHOICES = (5, 10, 15, 30)  # minutes before a session; 0 is off


class ReminderState(StrEnum):
    """`waiting` for its moment; `given` to the outbox; `stale`: it came too late."""

    WAITING = "waiting"
    GIVEN = "given"
    STALE = "stale"


@dataclass(frozen=True, slots=True)
class Reminder:
    """Somebody is reminded of a session so many minutes of real time before it starts.

    `due` and `not_after`, the start, are UTC. `wall` (naive) is what a clock in the IANA zone
    `zone` shows at `due`. It is counted back from the start on a real watch, so it is never a time
    that the clocks skip; where they show a time twice, `due` says which of the two is meant.
    """

    person_id: int
    session_id: str
    wall: datetime
    zone: str
    due: datetime
    not_after: datetime


@dataclass(frozen=True, slots=True)
class Kept:
    """A reminder that is there already, with its number."""

    reminder_id: int
    reminder: Reminder
    state: ReminderState


@dataclass(frozen=True, slots=True)
class Steps:
    """What makes the reminders that are there those that are wanted. `wait` are the numbers of
    those that wait for another moment now."""

    add: tuple[Reminder, ...] = ()
    wait: tuple[tuple[int, Reminder], ...] = ()
    drop: tuple[int, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.add or self.wait or self.drop)


def reminders(
    person_id: int, sessions: Iterable[Session], zone: str, minutes: int
) -> tuple[Reminder, ...]:
    """One for each of somebody's sessions, breaks aside; none where `minutes` is 0.

    The moment follows from the session's start as `tzdata` has it today, never from an older
    reckoning: planned anew, a reminder keeps to new rules of a zone.
    """
    if not minutes:
        return ()
    return tuple(
        _reminder(person_id, session, zone, minutes) for session in sessions if not session.is_break
    )


def steps(kept: Iterable[Kept], wanted: Iterable[Reminder], now: datetime) -> Steps:
    """How to come from the reminders that are there to those that are wanted.

    A new one is made only while its moment is ahead: nobody is reminded of the past. One that
    waits follows its session and its person's choice; where its moment is past by then, it is due
    at once, as long as the session has not begun. One that was given, or came too late, waits again
    only for a later start, and only while its moment is ahead; so a clock that is put back, or
    another choice of minutes, gives nothing twice. What is not wanted and waits is dropped, and so
    is what waits for a session that was still ahead and is now put into the past: nobody missed it.
    """
    there = {each.reminder.session_id: each for each in kept}
    added, waiting, now = [], [], now.astimezone(UTC)
    for each in wanted:
        before = there.pop(each.session_id, None)
        if before is None:
            added += [each] if each.due > now else []
        elif _is_put_into_the_past(before, each, now):
            there[each.session_id] = before
        elif _waits_anew(before, each, now):
            waiting.append((before.reminder_id, each))
    dropped = [e.reminder_id for e in there.values() if e.state is ReminderState.WAITING]
    return Steps(tuple(added), tuple(waiting), tuple(dropped))


def _reminder(person_id: int, session: Session, zone: str, minutes: int) -> Reminder:
    starts = session.starts.astimezone(UTC)
    due = starts - timedelta(minutes=minutes)
    wall = due.astimezone(ZoneInfo(zone)).replace(tzinfo=None)
    return Reminder(person_id, session.session_id, wall, zone, due, starts)


def _is_put_into_the_past(before: Kept, now_wanted: Reminder, now: datetime) -> bool:
    return now_wanted.not_after <= now < before.reminder.not_after


def _waits_anew(before: Kept, now_wanted: Reminder, now: datetime) -> bool:
    if before.state is ReminderState.WAITING:
        return before.reminder != now_wanted
    return now_wanted.not_after > before.reminder.not_after and now_wanted.due > now
