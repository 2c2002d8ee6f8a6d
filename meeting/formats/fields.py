"""Values out of JSON, whatever they turn out to be; and what other formats have no field for."""

from collections.abc import Mapping
from dataclasses import asdict, replace
from typing import Any

from meeting.agenda import Agenda, Room, Session
from meeting.formats.drafts import Draft
from meeting.formats.grid import clean

OURS = "attache"  # the key under which readers of other programs look at nothing


def mapping(value: object) -> Mapping[str, object]:
    """An empty one where the value is of another kind."""
    return value if isinstance(value, dict) else {}


def items(value: object) -> list[object]:
    return value if isinstance(value, list) else []


def words(value: object) -> str:
    """A text or a number as it stands; anything else says nothing."""
    if isinstance(value, bool) or not isinstance(value, (str, int, float)):
        return ""
    return clean(str(value))


def names(value: object) -> tuple[str, ...]:
    return tuple(word for item in items(value) if (word := words(item)))


def own_fields(agenda: Agenda, session: Session) -> dict[str, object]:
    """What a session holds beyond title, start, end, room name and description."""
    room = agenda.room(session.room)
    return {
        "id": session.session_id,
        "room": session.room,
        "room_name": room.name if room else "",
        "chairs": list(session.chairs),
        "speakers": list(session.speakers),
        "rapporteurs": list(session.rapporteurs),
        "papers": list(session.papers),
        "block": session.block,
        "plenary": session.plenary,
        "break": session.is_break,
    }


def with_own_fields(draft: Draft, ours: Mapping[str, object]) -> Draft:
    """The draft with what `own_fields` wrote, where it did; a room that was changed since by
    another program is the new one."""
    if not ours:
        return draft
    same_room = words(ours.get("room_name")) == draft.room
    return replace(
        draft,
        session_id=words(ours.get("id")) or draft.session_id,
        room=words(ours.get("room")) if same_room else draft.room,
        chairs=names(ours.get("chairs")),
        speakers=names(ours.get("speakers")),
        rapporteurs=names(ours.get("rapporteurs")),
        papers=names(ours.get("papers")),
        block=words(ours.get("block")) or None,
        plenary=ours.get("plenary") is True,
        is_break=ours.get("break") is True,
    )


def room_fields(room: Room) -> dict[str, Any]:
    """A room as JSON holds it."""
    return asdict(room)


def room_of(value: object) -> Room | None:
    """The room that `room_fields` wrote; None for anything else."""
    found = mapping(value)
    room_id, capacity = words(found.get("room_id")), found.get("capacity")
    if not room_id:
        return None
    seats = capacity if isinstance(capacity, int) and not isinstance(capacity, bool) else None
    host = words(found.get("host")) or None
    return Room(room_id, words(found.get("name")), words(found.get("hint")), seats, host)
