"""Drafts made into an agenda: ids, rooms and moments settled, each thing that is wrong told."""

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from meeting.agenda import Agenda, Room, Session, ordered
from meeting.formats.breaks import sounds_like_a_break
from meeting.formats.drafts import AgendaFile, Draft
from meeting.formats.grid import Misread, Report, quoted
from meeting.formats.ids import with_ids
from meeting.formats.rooms import RoomBook
from meeting.formats.spans import span

LONGEST_ID = 200  # characters


def assemble(
    drafts: Sequence[Draft],
    rooms: Sequence[Room],
    zone: str,
    report: Report,
    notes: Sequence[str] = (),
) -> AgendaFile:
    """`zone` is the meeting's, an IANA name. Sessions with an error are left out."""
    book = RoomBook(rooms, report)
    rows: dict[str, str] = {}
    sessions = []
    for session_id, draft in with_ids([d for d in drafts if _is_complete(d, report)]):
        if session_id in rows:
            report.error(draft.row, _taken(session_id, draft, rows[session_id]))
        elif session := _session(session_id, draft, book, ZoneInfo(zone), report):
            rows[session_id] = draft.row
            sessions.append(session)
    agenda = Agenda(zone, ordered(sessions), book.rooms)
    return AgendaFile(agenda, rows, tuple(report.problems), tuple(notes))


def _taken(session_id: str, draft: Draft, where: str) -> str:
    if where != draft.row:  # events are called by their ids, so both are called the same
        return f"The id {session_id} is already that of {where}."
    return f"{quoted(draft.title)} has the same id as another session; each needs its own."


def _is_complete(draft: Draft, report: Report) -> bool:
    if not draft.title.strip():
        report.error(draft.row, "The title is missing.")
    elif len(draft.session_id) > LONGEST_ID:
        report.error(draft.row, f"The id of {quoted(draft.title)} is too long; write a short one.")
    elif draft.starts is None:
        report.error(draft.row, f"The start of {quoted(draft.title)} is missing.")
    elif draft.ends is None and draft.duration is None:
        report.error(draft.row, f"The end of {quoted(draft.title)} is missing.")
    else:
        return True
    return False


def _session(
    session_id: str, draft: Draft, book: RoomBook, zone: ZoneInfo, report: Report
) -> Session | None:
    try:
        starts, ends = span(draft, zone, report)
    except Misread as problem:
        report.error(draft.row, str(problem))
        return None
    is_break = draft.is_break
    if is_break is None:
        is_break = sounds_like_a_break(draft.title) and not draft.chairs and not draft.speakers
    return Session(
        session_id=session_id,
        title=draft.title,
        starts=starts,
        ends=ends,
        room=book.find(draft.room, draft.row),
        chairs=draft.chairs,
        speakers=draft.speakers,
        rapporteurs=draft.rapporteurs,
        papers=draft.papers,
        description=draft.description,
        block=draft.block,
        plenary=draft.plenary,
        is_break=is_break,
    )
