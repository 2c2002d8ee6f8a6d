"""The agenda: sessions in rooms, and the look-ups that people ask for; pure."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import StrEnum


class Part(StrEnum):
    """What somebody does in a session."""

    CHAIR = "chair"
    SPEAKER = "speaker"
    RAPPORTEUR = "rapporteur"


@dataclass(frozen=True, slots=True)
class Room:
    """A room. `hint` says how to get there; `host` is the key of the participant who looks after
    it; `capacity` counts seats, None where nobody said."""

    room_id: str
    name: str
    hint: str = ""
    capacity: int | None = None
    host: str | None = None


@dataclass(frozen=True, slots=True)
class Session:
    """One entry of the agenda.

    `starts` and `ends` are aware, in the meeting's zone; `ends` is never before `starts`. `room`
    is a room_id. `chairs`, `speakers` and `rapporteurs` hold participants' keys, or names as
    printed where somebody is no participant. `papers` holds titles. Sessions that share a `block`
    run side by side, and each participant is in one of them. `plenary` concerns everybody
    whatever runs beside it; `is_break` marks meals, coffee and other time without a topic.
    """

    session_id: str
    title: str
    starts: datetime
    ends: datetime
    room: str | None = None
    chairs: tuple[str, ...] = ()
    speakers: tuple[str, ...] = ()
    rapporteurs: tuple[str, ...] = ()
    papers: tuple[str, ...] = ()
    description: str = ""
    block: str | None = None
    plenary: bool = False
    is_break: bool = False

    @property
    def people(self) -> tuple[str, ...]:
        """Everybody who has a part in it, each once."""
        return tuple(dict.fromkeys((*self.chairs, *self.speakers, *self.rapporteurs)))

    def parts_of(self, key: str) -> tuple[Part, ...]:
        """What somebody does in it, by what the agenda calls them, in lower case."""
        listed = zip(Part, (self.chairs, self.speakers, self.rapporteurs), strict=True)
        return tuple(part for part, names in listed if key in map(str.casefold, names))

    def overlaps(self, other: "Session") -> bool:
        """Whether the two run at one time; one that begins as the other ends does not.

        In UTC: Python compares two times of one zone by the clock on the wall, which shows an
        hour twice when it is put back.
        """
        return self.starts.astimezone(UTC) < other.ends and other.starts.astimezone(UTC) < self.ends


Mine = Callable[[Session], bool]


@dataclass(frozen=True, slots=True)
class Agenda:
    """All sessions by start (then end, then id) and all rooms; `zone` is an IANA name."""

    zone: str
    sessions: tuple[Session, ...] = ()
    rooms: tuple[Room, ...] = ()

    def session(self, session_id: str) -> Session | None:
        return next((s for s in self.sessions if s.session_id == session_id), None)

    def room(self, room_id: str | None) -> Room | None:
        return next((r for r in self.rooms if r.room_id == room_id), None)

    def room_name(self, session: Session) -> str:
        """Where a session is, as people say it; empty where nobody said."""
        room = self.room(session.room)
        return room.name if room else session.room or ""

    def days(self) -> tuple[date, ...]:
        """The days on which a session starts, in the meeting's zone."""
        return tuple(sorted({session.starts.date() for session in self.sessions}))

    def on(self, day: date) -> tuple[Session, ...]:
        """The sessions that start on this day of the meeting's zone."""
        return tuple(session for session in self.sessions if session.starts.date() == day)

    def now(self, at: datetime) -> tuple[Session, ...]:
        """The sessions that run at this moment; one that starts now does, one that ends now not."""
        at = at.astimezone(UTC)
        return tuple(s for s in self.sessions if s.starts <= at < s.ends)

    def next(self, at: datetime, mine: Mine) -> tuple[Session, ...]:
        """My sessions that start next after this moment; several where they start together."""
        at = at.astimezone(UTC)
        later = [s for s in self.sessions if s.starts > at and mine(s)]
        return tuple(s for s in later if s.starts.timestamp() == later[0].starts.timestamp())

    def beside(self, session: Session) -> tuple[Session, ...]:
        """The other sessions at the same time, breaks aside."""
        return tuple(
            other
            for other in self.sessions
            if other.session_id != session.session_id
            and not other.is_break
            and other.overlaps(session)
        )


def ordered(sessions: Iterable[Session]) -> tuple[Session, ...]:
    """Sessions in the order in which an agenda holds them."""
    return tuple(
        sorted(sessions, key=lambda s: (s.starts.timestamp(), s.ends.timestamp(), s.session_id))
    )


def concerns_everybody(agenda: Agenda, session: Session) -> bool:
    """A session with none beside it, or marked plenary; breaks too."""
    return session.plenary or session.is_break or not agenda.beside(session)
