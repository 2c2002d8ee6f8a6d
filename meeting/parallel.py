"""Blocks of the agenda: parallel sessions of which each participant is in one; pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from meeting.agenda import Agenda, Session
from meeting.codes import short_code
from meeting.day import side_by_side
from meeting.groups.model import Group


@dataclass(frozen=True, slots=True)
class Block:
    """Two or more sessions that share the word `name` in the agenda, in its order."""

    name: str
    sessions: tuple[Session, ...]

    @property
    def code(self) -> str:
        """What buttons call it."""
        return short_code(self.name)

    @property
    def ids(self) -> tuple[str, ...]:
        return tuple(session.session_id for session in self.sessions)

    @property
    def starts(self) -> datetime:
        """When the first of them starts, in the meeting's zone."""
        return min((session.starts for session in self.sessions), key=datetime.timestamp)

    @property
    def ends(self) -> datetime:
        """When the last of them ends, in the meeting's zone."""
        return max((session.ends for session in self.sessions), key=datetime.timestamp)

    def has_begun(self, at: datetime) -> bool:
        return self.starts <= at.astimezone(UTC)

    def is_over(self, at: datetime) -> bool:
        return self.ends <= at.astimezone(UTC)

    def session(self, session_id: str | None) -> Session | None:
        return next((each for each in self.sessions if each.session_id == session_id), None)

    def groups(self, agenda: Agenda) -> tuple[Group, ...]:
        """Its sessions with the seats of their rooms, in the same order."""
        rooms = {session.session_id: agenda.room(session.room) for session in self.sessions}
        return tuple(Group(each, room.capacity if room else None) for each, room in rooms.items())


def blocks_of(agenda: Agenda) -> tuple[Block, ...]:
    """All blocks by start. A single session is no block, nor is what concerns everybody."""
    found: dict[str, list[Session]] = {}
    for session in agenda.sessions:
        if session.block and not (session.is_break or session.plenary):
            found.setdefault(session.block, []).append(session)
    return tuple(Block(name, tuple(each)) for name, each in found.items() if len(each) > 1)


def without_block(agenda: Agenda) -> tuple[tuple[Session, ...], ...]:
    """Sessions that run side by side and share no block, so that nobody can be placed in them."""
    free = [s for s in agenda.sessions if not (s.block or s.is_break or s.plenary)]
    return tuple(group for group in side_by_side(free) if len(group) > 1)


def parts_in(block: Block) -> Mapping[str, str]:
    """The session of each chair, speaker and rapporteur, by what the agenda calls them, in lower
    case; the first one of somebody who has a part in two."""
    parts: dict[str, str] = {}
    for session in block.sessions:
        for name in session.people:
            parts.setdefault(name.casefold(), session.session_id)
    return parts
