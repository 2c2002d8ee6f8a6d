"""An agenda as schedule JSON that programs for frab and pretalx read."""

import json
import re
from collections.abc import Mapping
from datetime import date, timedelta
from uuid import UUID, uuid5

from meeting.agenda import Agenda, Session
from meeting.formats.fields import OURS, own_fields, room_fields
from meeting.formats.local_time import elapsed, later
from meeting.formats.words import slug

DAY = timedelta(days=1)
NAMESPACE = UUID("6f2c4b0e-6f0a-5a57-9a3c-3f1d7a4f9b11")  # of the guids that we make


def write_frab(agenda: Agenda, title: str) -> bytes:
    """UTF-8. What the format has no field for stands under the key "attache"."""
    days = agenda.days()
    conference = {
        "acronym": slug(title),
        "title": title,
        "start": days[0].isoformat() if days else None,
        "end": days[-1].isoformat() if days else None,
        "daysCount": len(days),
        "timeslot_duration": "00:05",
        "time_zone_name": agenda.zone,
        "rooms": [_room(agenda, room.room_id) for room in agenda.rooms],
        "days": [_day(agenda, number, day) for number, day in enumerate(days, 1)],
        OURS: {"rooms": [room_fields(room) for room in agenda.rooms]},
    }
    document = {"schedule": {"version": "1", "base_url": "", "conference": conference}}
    return json.dumps(document, ensure_ascii=False, indent=1).encode()


def _room(agenda: Agenda, room_id: str) -> Mapping[str, object]:
    room = agenda.room(room_id)
    if room is None:
        return {}
    guid = str(uuid5(NAMESPACE, f"room {room_id}"))
    hint = room.hint or None
    return {"name": room.name, "guid": guid, "description": hint, "capacity": room.capacity}


def _day(agenda: Agenda, number: int, day: date) -> Mapping[str, object]:
    sessions = agenda.on(day)
    day_start = sessions[0].starts
    day_end = max((session.ends for session in sessions), key=lambda end: end.timestamp())
    rooms: dict[str, list[object]] = {}
    for session in sessions:
        rooms.setdefault(_room_name(agenda, session), []).append(_event(agenda, session))
    return {
        "index": number,
        "date": day.isoformat(),
        "day_start": day_start.isoformat(),
        "day_end": min(day_end, later(day_start, DAY)).isoformat(),
        "rooms": rooms,
    }


def _event(agenda: Agenda, session: Session) -> Mapping[str, object]:
    guid = str(uuid5(NAMESPACE, session.session_id))
    minutes = int(elapsed(session.starts, session.ends).total_seconds()) // 60
    return {
        "id": _number(session.session_id),
        "guid": guid,
        "logo": None,
        "date": session.starts.isoformat(),
        "start": f"{session.starts:%H:%M}",
        "duration": f"{minutes // 60:02}:{minutes % 60:02}",
        "room": _room_name(agenda, session),
        "slug": slug(session.title),
        "url": "",
        "title": session.title,
        "subtitle": "",
        "track": session.block or "",
        "type": "break" if session.is_break else "talk",
        "language": "",
        "abstract": "",
        "description": session.description,
        "recording_license": "",
        "do_not_record": False,
        "persons": [_person(name) for name in session.people],
        "links": [],
        "attachments": [],
        OURS: own_fields(agenda, session) | {"ends": session.ends.isoformat()},
    }


def _person(name: str) -> Mapping[str, object]:
    return {"id": _number(f"person {name}"), "public_name": name}


def _number(session_id: str) -> int:
    """The format wants numbers for ids: that of a number is itself."""
    if re.fullmatch(r"[1-9][0-9]{0,8}", session_id):
        return int(session_id)
    return int(uuid5(NAMESPACE, session_id).hex[:7], 16)


def _room_name(agenda: Agenda, session: Session) -> str:
    room = agenda.room(session.room)
    return room.name if room else ""
