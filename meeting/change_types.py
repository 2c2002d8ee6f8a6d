"""What can differ between two agendas: one type for each kind of change; pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from meeting.agenda import Room, Session

# What a Revised is about; whatever else a session has, has a change of its own.
REVISED = (
    "chairs", "speakers", "rapporteurs", "papers", "description", "block", "plenary", "is_break",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Span:
    """From when to when; aware, in the zone of the agenda that it is from."""

    starts: datetime
    ends: datetime


@dataclass(frozen=True, slots=True)
class Added:
    """A session that was not there."""

    session: Session


@dataclass(frozen=True, slots=True)
class Cancelled:
    """A session that is no longer there, as it was."""

    session: Session


@dataclass(frozen=True, slots=True)
class Moved:
    """Another room; room ids, None where no room is named."""

    session_id: str
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class Rescheduled:
    """Another time: another moment, or the clock on the wall shows it as another."""

    session_id: str
    before: Span
    after: Span


@dataclass(frozen=True, slots=True)
class Renamed:
    """Another title."""

    session_id: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Revised:
    """Other people, papers, words, block, or another sort of session.

    Both sessions are whole; of `after` only those of REVISED hold that differ from `before`.
    """

    session_id: str
    before: Session
    after: Session


@dataclass(frozen=True, slots=True)
class RoomAdded:
    """A room that was not there."""

    room: Room


@dataclass(frozen=True, slots=True)
class RoomClosed:
    """A room that is no longer there, as it was."""

    room: Room


@dataclass(frozen=True, slots=True)
class RoomRevised:
    """Another name, hint, capacity or host; of `after` only what differs from `before` holds."""

    before: Room
    after: Room


@dataclass(frozen=True, slots=True)
class RoomsOrdered:
    """The rooms in another order; ids, of all rooms of the new agenda. Nobody needs to be told."""

    before: tuple[str, ...]
    after: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ZoneChanged:
    """Another zone (IANA names); sessions stay at their moments unless they are Rescheduled."""

    before: str
    after: str


RoomChange = RoomAdded | RoomClosed | RoomRevised | RoomsOrdered
Change = Added | Cancelled | Moved | Rescheduled | Renamed | Revised | RoomChange | ZoneChanged


def differing(
    before: Session | Room, after: Session | Room, names: Iterable[str]
) -> dict[str, Any]:
    """Those fields of `after` that are other ones than before."""
    return {
        name: getattr(after, name)
        for name in names
        if getattr(before, name) != getattr(after, name)
    }
