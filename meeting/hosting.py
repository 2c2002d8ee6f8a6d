"""The host of a room: what is on there, what can be said of it, and whom that concerns; pure."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from meeting.agenda import Agenda, Room, Session, concerns_everybody
from meeting.concerned import Attendee

MINUTES = (5, 10, 15, 20, 30)  # that a session can be later by
SOON = timedelta(minutes=30)  # before its start a session can be full
JUST_NOW = timedelta(minutes=15)  # after the time of the agenda it may not have begun, or run on


@dataclass(frozen=True, slots=True)
class RoomNow:
    """What is on in a room at a moment.

    `running` and `upcoming` (the next, on this day or a later one) hold several sessions only where
    the agenda has put them in one room at one time. `changeable` can be later or elsewhere,
    `filling` can be full. `ending` can be said to have ended, and `follows` is what people can
    come in for then; None where nothing more is there on this day.
    """

    running: tuple[Session, ...]
    upcoming: tuple[Session, ...]
    changeable: tuple[Session, ...]
    filling: tuple[Session, ...]
    ending: Session | None
    follows: Session | None


def is_host(room: Room | None, key: str) -> bool:
    """Whether the agenda names somebody as the host; `key` is theirs, casefolded."""
    return bool(key and room and room.host and room.host.casefold() == key)


def hosted_on(agenda: Agenda, key: str, day: date, at: datetime) -> tuple[Room, ...]:
    """The rooms of a host in which something of this day is not over, in the agenda's order; on
    the day of `at` (aware), what has run since before midnight counts, too."""
    today, at = _day(agenda, at), at.astimezone(UTC)
    busy = {
        session.room
        for session in agenda.sessions
        if session.ends > at
        and (session.starts.date() == day or (day == today and session.starts <= at))
    }
    return tuple(room for room in agenda.rooms if is_host(room, key) and room.room_id in busy)


def room_now(agenda: Agenda, room_id: str, at: datetime) -> RoomNow:
    """What is on in a room at `at` (aware).

    What has ended is the session whose time by the agenda ends next to `at`: one that runs, or one
    that was to end a quarter of an hour ago at most.
    """
    today, at = _day(agenda, at), at.astimezone(UTC)
    here = [session for session in agenda.sessions if session.room == room_id]
    running = tuple(s for s in here if s.starts <= at < s.ends)
    later = [s for s in here if s.starts > at]
    upcoming = tuple(s for s in later if s.starts.timestamp() == later[0].starts.timestamp())
    on_today = tuple(s for s in upcoming if s.starts.date() == today)
    over = [s for s in here if at - JUST_NOW <= s.ends.astimezone(UTC) <= at]
    ending = min((*running, *over), key=lambda s: abs(s.ends.astimezone(UTC) - at), default=None)
    return RoomNow(
        running=running,
        upcoming=upcoming,
        changeable=(*running, *on_today),
        filling=(*running, *(s for s in upcoming if s.starts.astimezone(UTC) <= at + SOON)),
        ending=ending,
        follows=_after(here, ending, today) if ending else None,
    )


def can_start_later(session: Session, at: datetime) -> bool:
    """Whether it has not begun, or by the agenda only just has."""
    return at.astimezone(UTC) - session.starts.astimezone(UTC) <= JUST_NOW


def can_end_later(session: Session, at: datetime) -> bool:
    """Whether it has begun, by the agenda."""
    return session.starts <= at.astimezone(UTC)


def to_turn_away(agenda: Agenda, session: Session, people: Iterable[Attendee]) -> list[int]:
    """Whom a full room concerns: who attends the session, but not those with a part in it, who
    have their seats, nor the host of the room."""
    seated = _called(session.people) | _host(agenda, session)
    return [p.person_id for p in _attending(agenda, session, people) if p.key not in seated]


def to_call_in(agenda: Agenda, session: Session, people: Iterable[Attendee]) -> list[int]:
    """Whom it concerns that a session can begin: who attends it or has a part in it, but not the
    host of the room, who says so."""
    parts, people = _called(session.people), tuple(people)
    coming = {p.person_id for p in _attending(agenda, session, people)}
    coming |= {p.person_id for p in people if p.key in parts}
    host = _host(agenda, session)
    return [p.person_id for p in people if p.person_id in coming and p.key not in host]


def _after(here: Iterable[Session], ending: Session, today: date) -> Session | None:
    """The first session of this day that begins once another has ended."""
    ends = ending.ends.timestamp()
    later = (s for s in here if s is not ending and s.starts.timestamp() >= ends)
    return next((s for s in later if s.starts.date() == today), None)


def _attending(agenda: Agenda, session: Session, people: Iterable[Attendee]) -> list[Attendee]:
    everybody = concerns_everybody(agenda, session)
    return [p for p in people if everybody or session.session_id in p.assigned | p.following]


def _host(agenda: Agenda, session: Session) -> set[str]:
    room = agenda.room(session.room)
    return _called([room.host]) if room and room.host else set()


def _called(names: Collection[str]) -> set[str]:
    return {name.casefold() for name in names}


def _day(agenda: Agenda, at: datetime) -> date:
    return at.astimezone(ZoneInfo(agenda.zone)).date()
