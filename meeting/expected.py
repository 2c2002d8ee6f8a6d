"""How many people will come to a session, to be compared with the seats of its room; pure."""

from collections.abc import Iterable, Mapping

from meeting.agenda import Agenda, Session, concerns_everybody
from meeting.concerned import Attendee


def expected(agenda: Agenda, attendees: Iterable[Attendee]) -> Mapping[str, int]:
    """People by session id: in one for everybody all attendees, in a parallel one those assigned to
    it, those who follow it, and its chairs, speakers and rapporteurs, each once; who of these is
    on no list needs a seat, too."""
    people = tuple(attendees)
    parallel = {s.session_id: s for s in agenda.sessions if not concerns_everybody(agenda, s)}
    coming: dict[str, set[str]] = {key: _with_tasks(s) for key, s in parallel.items()}
    for one in people:
        for session_id in (one.assigned | one.following) & coming.keys():
            coming[session_id].add(one.key)
    counts = {s.session_id: len(people) for s in agenda.sessions}
    return counts | {session_id: len(keys) for session_id, keys in coming.items()}


def _with_tasks(session: Session) -> set[str]:
    return {name.casefold() for name in session.people}
