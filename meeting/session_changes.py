"""Two agendas, session by session: each that differs, as it was and as it is now; pure."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

from meeting.agenda import Agenda, Room, Session, ordered
from meeting.change_types import REVISED, differing

ROLES: tuple[Callable[[Session], tuple[str, ...]], ...] = (
    lambda session: session.chairs,
    lambda session: session.speakers,
    lambda session: session.rapporteurs,
)


@dataclass(frozen=True, slots=True)
class SessionChange:
    """All that changes for one session; `before` None: it is added, `after` None: cancelled.

    The rooms are those of their own agenda, None where the session has none there. Several of
    the properties hold at a time: moved and rescheduled is one change.
    """

    session_id: str
    before: Session | None
    after: Session | None
    room_before: Room | None = None
    room_after: Room | None = None

    @property
    def session(self) -> Session:
        """As it is now; as it was, where it is cancelled."""
        return self.sessions[-1]

    @property
    def sessions(self) -> tuple[Session, ...]:
        """As it was and as it is now; one of them where it is added or cancelled."""
        return tuple(session for session in (self.before, self.after) if session is not None)

    @property
    def is_added(self) -> bool:
        return self.before is None

    @property
    def is_cancelled(self) -> bool:
        return self.after is None

    @property
    def is_moved(self) -> bool:
        """Another room, or its room has come or gone."""
        before, after = self.before, self.after
        came_or_gone = (self.room_before is None) is not (self.room_after is None)
        return bool(before and after and (before.room != after.room or came_or_gone))

    @property
    def is_rescheduled(self) -> bool:
        """Another moment, or the clock on the wall shows it as another."""
        before, after = self.before, self.after
        return bool(before and after and shown(before) != shown(after))

    @property
    def is_renamed(self) -> bool:
        """Another title."""
        before, after = self.before, self.after
        return bool(before and after and before.title != after.title)

    @property
    def is_revised(self) -> bool:
        """Other people, papers, words, block, or another sort of session."""
        before, after = self.before, self.after
        return bool(before and after and differing(before, after, REVISED))

    @property
    def is_told(self) -> bool:
        """Whether those who attend are told: anything but a session that is only revised."""
        one_sided = self.is_added or self.is_cancelled
        return one_sided or self.is_moved or self.is_rescheduled or self.is_renamed

    @property
    def other_parts(self) -> frozenset[str]:
        """Who becomes or no longer is chair, speaker or rapporteur; casefolded."""
        changed: set[str] = set()
        for role in ROLES:
            changed |= _in(self.before, role) ^ _in(self.after, role)
        return frozenset(changed)

    def is_over(self, at: datetime) -> bool:
        """Whether it has ended at this moment (aware); moved in time, only where both have."""
        at = at.astimezone(UTC)
        return all(session.ends <= at for session in self.sessions)


def by_session(before: Agenda, after: Agenda) -> tuple[SessionChange, ...]:
    """The sessions that differ, each once, by the start of what they are now."""
    old, new = _with_rooms(before), _with_rooms(after)
    found = {key: _compared(key, old.get(key), new.get(key)) for key in {**old, **new}}
    unlike = [change for change in found.values() if change.is_told or change.is_revised]
    return tuple(found[s.session_id] for s in ordered(change.session for change in unlike))


def shown(session: Session) -> tuple[object, ...]:
    """What tells its time from another, also in the hour that a clock shows twice."""
    return tuple((at.replace(tzinfo=None), at.utcoffset()) for at in (session.starts, session.ends))


Placed = tuple[Session, Room | None]


def _with_rooms(agenda: Agenda) -> dict[str, Placed]:
    rooms: dict[str | None, Room] = {room.room_id: room for room in agenda.rooms}
    return {session.session_id: (session, rooms.get(session.room)) for session in agenda.sessions}


def _compared(session_id: str, old: Placed | None, new: Placed | None) -> SessionChange:
    before, room_before = old or (None, None)
    after, room_after = new or (None, None)
    return SessionChange(session_id, before, after, room_before, room_after)


def _in(session: Session | None, role: Callable[[Session], tuple[str, ...]]) -> set[str]:
    return {name.casefold() for name in role(session)} if session else set()
