"""An agenda as a JSON document and back; times with their offset, zone by its IANA name."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from meeting.agenda import Agenda, Room, Session, ordered


def to_document(agenda: Agenda) -> dict[str, Any]:
    """Only what JSON knows: strings, numbers, lists, mappings."""
    return {
        "zone": agenda.zone,
        "rooms": [asdict(room) for room in agenda.rooms],
        "sessions": [_session_row(session) for session in agenda.sessions],
    }


def from_document(document: Mapping[str, Any]) -> Agenda:
    """The agenda that `to_document` wrote down."""
    zone = ZoneInfo(document["zone"])
    sessions = ordered(_session(row, zone) for row in document["sessions"])
    rooms = tuple(Room(**row) for row in document["rooms"])
    return Agenda(document["zone"], sessions, rooms)


def _session_row(session: Session) -> dict[str, Any]:
    times = {"starts": session.starts.isoformat(), "ends": session.ends.isoformat()}
    return asdict(session) | times


def _session(row: Mapping[str, Any], zone: ZoneInfo) -> Session:
    fields: dict[str, Any] = {
        key: tuple(value) if isinstance(value, list) else value for key, value in row.items()
    }
    for key in ("starts", "ends"):
        fields[key] = datetime.fromisoformat(row[key]).astimezone(zone)
    return Session(**fields)
