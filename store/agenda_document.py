"""An agenda as a JSON document and back: times as the clocks of its zone show them, with their
offset then, and the zone by its IANA name.

What was agreed is the time on the wall. Where the rules of a zone change after an agenda was
written down, its sessions stay at their time on the wall, and their moments move.
"""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from meeting.agenda import Agenda, Room, Session, ordered


def to_document(agenda: Agenda) -> dict[str, Any]:
    """Only what JSON knows: strings, numbers, lists, mappings."""
    zone = ZoneInfo(agenda.zone)
    return {
        "zone": agenda.zone,
        "rooms": [asdict(room) for room in agenda.rooms],
        "sessions": [_session_row(session, zone) for session in agenda.sessions],
    }


def from_document(document: Mapping[str, Any]) -> Agenda:
    """The agenda that `to_document` wrote down."""
    zone = ZoneInfo(document["zone"])
    sessions = ordered(_session(row, zone) for row in document["sessions"])
    rooms = tuple(Room(**row) for row in document["rooms"])
    return Agenda(document["zone"], sessions, rooms)


def _session_row(session: Session, zone: ZoneInfo) -> dict[str, Any]:
    times = {"starts": session.starts, "ends": session.ends}
    return asdict(session) | {key: at.astimezone(zone).isoformat() for key, at in times.items()}


def _session(row: Mapping[str, Any], zone: ZoneInfo) -> Session:
    fields: dict[str, Any] = {
        key: tuple(value) if isinstance(value, list) else value for key, value in row.items()
    }
    for key in ("starts", "ends"):
        fields[key] = _moment(row[key], zone)
    return Session(**fields)


def _moment(written: str, zone: ZoneInfo) -> datetime:
    """The offset says which of two is meant where the clocks show a time twice."""
    noted = datetime.fromisoformat(written)
    first, second = (noted.replace(tzinfo=zone, fold=fold) for fold in (0, 1))
    return second if second.utcoffset() == noted.utcoffset() else first
