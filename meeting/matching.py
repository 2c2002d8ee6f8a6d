"""Ids that a new file has changed: its sessions found again by title and time; pure."""

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass, replace

from meeting.agenda import Agenda, Session, ordered
from meeting.formats.words import folded


@dataclass(frozen=True, slots=True)
class Match:
    """A session of the new file that gets back the id it had; `title` as the new file says it."""

    old_id: str
    new_id: str
    title: str


def with_old_ids(before: Agenda, after: Agenda) -> tuple[Agenda, tuple[Match, ...]]:
    """The new agenda with the old ids, so that assignments, follows and cards stay with a session.

    Only sessions whose id is unknown are looked for, and only among those that are dropped: the
    same title at the same time in the same room, then the same title at the same time, then the
    same title on the same day; capitals, accents and punctuation aside. In doubt (two sessions
    that it may be) there is no match. Matches come in the order of the new agenda.
    """
    known = {session.session_id for session in before.sessions}
    kept = {session.session_id for session in after.sessions}
    dropped = [session for session in before.sessions if session.session_id not in kept]
    unknown = [session for session in after.sessions if session.session_id not in known]
    old_ids: dict[str, str] = {}
    for alike in (_title_time_room, _title_time, _title_day):
        old_ids |= _pairs(dropped, unknown, alike)
        dropped = [s for s in dropped if s.session_id not in old_ids.values()]
        unknown = [s for s in unknown if s.session_id not in old_ids]
    return _with_ids(after, old_ids)


def _pairs(
    dropped: Iterable[Session], unknown: Iterable[Session], alike: Callable[[Session], Hashable]
) -> dict[str, str]:
    """New id -> old id of those that are alike, where there is one of each."""
    old, new = _singles(dropped, alike), _singles(unknown, alike)
    return {new[key].session_id: old[key].session_id for key in new if key in old}


def _singles(
    sessions: Iterable[Session], alike: Callable[[Session], Hashable]
) -> dict[Hashable, Session]:
    found: dict[Hashable, list[Session]] = {}
    for session in sessions:
        found.setdefault(alike(session), []).append(session)
    return {key: group[0] for key, group in found.items() if len(group) == 1}


def _title(session: Session) -> str:
    return folded(session.title) or session.title


def _title_time_room(session: Session) -> Hashable:
    return (*_title_time(session), session.room)


def _title_time(session: Session) -> tuple[Hashable, ...]:
    return _title(session), session.starts.timestamp(), session.ends.timestamp()


def _title_day(session: Session) -> Hashable:
    return _title(session), session.starts.date()


def _with_ids(agenda: Agenda, old_ids: dict[str, str]) -> tuple[Agenda, tuple[Match, ...]]:
    matches = tuple(
        Match(old_ids[s.session_id], s.session_id, s.title)
        for s in agenda.sessions
        if s.session_id in old_ids
    )
    sessions = (
        replace(s, session_id=old_ids.get(s.session_id, s.session_id)) for s in agenda.sessions
    )
    return replace(agenda, sessions=ordered(sessions)), matches
