"""What the host of a room changes: a session is later, or elsewhere; looked at, then told."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from meeting.agenda import Agenda, Room, Session
from meeting.concerned import concerned
from meeting.people import Participant
from meeting.release_warnings import HasBegun, IsOver, Warning, warnings
from meeting.room_edits import RoomEdit, edited, stamp, to_change
from meeting.session_changes import SessionChange, by_session
from services.draft_views import attendees
from services.errors import RoomMovedOn
from services.hosted_rooms import HostedRooms, RoomView
from services.releases import Released, Releases
from store.candidates import CandidateRow


@dataclass(frozen=True, slots=True)
class Hearers:
    """How many people something concerns: those whom a message is on its way to, those who have
    never opened the bot, those who cannot be written to any more."""

    told: int
    not_linked: int = 0
    unreachable: int = 0


@dataclass(frozen=True, slots=True)
class Plan:
    """A change before it is made: what it changes, what is odd about that, whom it tells. `seen`
    stands for the changes; `room` is the host's; `at` is in the meeting's zone."""

    room: Room
    session: Session
    edit: RoomEdit
    changes: tuple[SessionChange, ...]
    warnings: tuple[Warning, ...]
    hearers: Hearers
    seen: str
    at: datetime


class RoomChanges:
    """Both raise NotHost, and RoomMovedOn for what cannot be changed so any more."""

    def __init__(self, rooms: HostedRooms, releases: Releases, everybody: bool) -> None:
        """`everybody`: whether all are told of a change to a session that all attend."""
        self._rooms = rooms
        self._releases = releases
        self._everybody = everybody

    def plan(self, person: Participant, edit: RoomEdit) -> Plan:
        """What a change would be, and whom it would tell; nothing is kept."""
        view, rows = self._rooms.look(person, edit.room)
        session = to_change(view.agenda, view.room.room_id, edit.session, view.at)
        after = edited(view.agenda, view.room.room_id, edit, view.at)
        if session is None or after is None:
            raise RoomMovedOn(view)
        changes = by_session(view.agenda, after)
        told = concerned(view.agenda, after, attendees(rows), view.at, self._everybody)
        return Plan(
            room=view.room,
            session=session,
            edit=edit,
            changes=changes,
            warnings=_warnings(view, after, rows),
            hearers=hearers(rows, told),
            seen=stamp(changes),
            at=view.at,
        )

    def tell(self, person: Participant, edit: RoomEdit, seen: str, name: str) -> Released:
        """Make the change that was looked at, as a version of this name, and tell those concerned.
        It is made once: what would be another change by now raises RoomMovedOn."""

        def change(agenda: Agenda) -> Agenda:
            room = self._rooms.room_of(person, agenda, edit.room)
            after = edited(agenda, room.room_id, edit, self._rooms.now())
            if after is None or stamp(by_session(agenda, after)) != seen:
                raise RoomMovedOn(self._rooms.view(person, edit.room))
            return after

        return self._releases.release_now(person, change, name)


def hearers(rows: Sequence[CandidateRow], person_ids: Iterable[int]) -> Hearers:
    """How many of the people on the list these are, by whether they can be told."""
    meant = frozenset(person_ids)
    theirs = [row for row in rows if row.person_id in meant]
    return Hearers(
        told=sum(row.reachable for row in theirs),
        not_linked=sum(not row.linked for row in theirs),
        unreachable=sum(row.linked and not row.reachable for row in theirs),
    )


def _warnings(view: RoomView, after: Agenda, rows: Sequence[CandidateRow]) -> tuple[Warning, ...]:
    """What the host may not know; that a session runs, they see."""
    names = {row.folded_key: row.name for row in rows}
    found = warnings(view.agenda, after, view.coming, names, view.at)
    return tuple(each for each in found if not isinstance(each, HasBegun | IsOver))
