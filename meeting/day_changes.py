"""Whom a change of a day can concern: a quick look that is never wrong when it says no; pure."""

from collections.abc import Iterable
from datetime import date

from meeting.agenda import Agenda, Room, Session
from meeting.faces import of_day


class DayChange:
    """One day in two versions of the agenda."""

    def __init__(self, before: Agenda, after: Agenda, day: date) -> None:
        agendas = before, after
        held = [{s.session_id: s for s in of_day(agenda, day)} for agenda in agendas]
        self._common = {**held[0], **held[1]}
        self._ids = frozenset(self._common)
        self._changed = list(_differing(held, agendas))
        self._changed_ids = {session.session_id for session in self._changed}
        self._hosts = {host for agenda in agendas for host in _hosts(agenda.rooms)}
        self._turns = _around(before, day) != _around(after, day)

    def may_concern(self, before: frozenset[str], after: frozenset[str], key: str) -> bool:
        """Whether somebody may see the change in their day: `before` and `after` are the ids of
        their sessions in the two versions, `key` what the agenda calls them, in lower case."""
        chosen = before & self._ids
        if self._turns or key in self._hosts or chosen != after & self._ids:
            return True
        if chosen & self._changed_ids:
            return True
        places = [self._common[each] for each in chosen]
        places = [place for place in places if not (place.is_break or place.plenary)]
        return not all(_is_hidden(session, places) for session in self._changed)


def _differing(held: list[dict[str, Session]], agendas: tuple[Agenda, Agenda]) -> Iterable[Session]:
    """The sessions that are not the same, room and all, as they were and as they are."""
    for session_id in {**held[0], **held[1]}:
        faces = [
            (session, agenda.room(session.room) if session else None)
            for session, agenda in zip(
                (each.get(session_id) for each in held), agendas, strict=True
            )
        ]
        if faces[0] != faces[1]:
            yield from (session for session, _ in faces if session is not None)


def _is_hidden(session: Session, places: Iterable[Session]) -> bool:
    """Whether a day leaves it out, since its person is elsewhere; see `meeting.day.slots_of`."""
    return session.is_break or any(
        (session.block is not None and session.block == place.block) or session.overlaps(place)
        for place in places
    )


def _hosts(rooms: Iterable[Room]) -> set[str]:
    return {room.host.casefold() for room in rooms if room.host}


def _around(agenda: Agenda, day: date) -> tuple[str, bool, date | None, date | None]:
    """The zone, whether there is such a day, and the nearest others."""
    days = agenda.days()
    earlier, later = [d for d in days if d < day], [d for d in days if d > day]
    return agenda.zone, day in days, earlier[-1] if earlier else None, later[0] if later else None
