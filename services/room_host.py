"""All that the host of a room can do: look at it, change a session, say that it is full or free."""

from dataclasses import dataclass

from services.agenda import AgendaBook
from services.hosted_rooms import HostedRooms
from services.releases import Releases
from services.room_changes import RoomChanges
from services.room_notices import RoomNotices
from store.candidates import Candidates
from store.notices import Notices


@dataclass(frozen=True, slots=True)
class RoomHost:
    """Everybody may ask; who hosts which room, the agenda says."""

    rooms: HostedRooms
    changes: RoomChanges
    notices: RoomNotices


def room_host(
    book: AgendaBook, candidates: Candidates, notices: Notices, releases: Releases, everybody: bool
) -> RoomHost:
    """Build them on one store. `everybody`: whether all are told of a change to a session that all
    attend."""
    rooms = HostedRooms(book, candidates, notices)
    changes = RoomChanges(rooms, releases, everybody)
    return RoomHost(rooms, changes, RoomNotices(rooms, notices))
