"""The rooms of a file: those that it lists, and those that its sessions merely name."""

from collections.abc import Sequence

from meeting.agenda import Room
from meeting.formats.grid import Report, quoted
from meeting.formats.words import folded, slug


class RoomBook:
    """Finds rooms by id or name, whatever the case and accents; notes down what is new."""

    def __init__(self, listed: Sequence[Room], report: Report) -> None:
        """Where no room is listed, naming one is enough; else a new one is a warning."""
        self._rooms: dict[str, Room] = {}
        self._ids: dict[str, str] = {}
        self._listed = bool(listed)
        self._report = report
        for room in listed:
            self._put(room)

    @property
    def rooms(self) -> tuple[Room, ...]:
        return tuple(self._rooms.values())

    def find(self, words: str, row: str) -> str | None:
        """The id of the room with this id or name; None where nothing is written."""
        if not words:
            return None
        if words in self._rooms:
            return words
        known = self._ids.get(_key(words))
        return known or self._new(words, row)

    def _new(self, words: str, row: str) -> str:
        if self._listed:
            self._report.warning(row, f"The room {quoted(words)} is not in the list of rooms.")
        room = Room(self._free(slug(words)), words)
        self._put(room)
        return room.room_id

    def _put(self, room: Room) -> None:
        if room.room_id in self._rooms:
            self._report.warning("", f"The room {room.room_id} is listed twice; the first counts.")
            return
        self._rooms[room.room_id] = room
        self._ids.setdefault(_key(room.room_id), room.room_id)
        self._ids.setdefault(_key(room.name), room.room_id)

    def _free(self, wanted: str) -> str:
        number, free = 2, wanted
        while free in self._rooms:
            free, number = f"{wanted}-{number}", number + 1
        return free


def _key(words: str) -> str:
    return folded(words) or words
