"""Which sessions of an agenda concern everybody, told for all of them at once; pure."""

from bisect import bisect_left, bisect_right

from meeting.agenda import Agenda, Session, concerns_everybody


def common(agenda: Agenda) -> frozenset[str]:
    """The ids of the sessions that `concerns_everybody` is true of.

    That one compares a session with every other; here sorted starts and ends are counted, so that
    the 500 sessions of a congress take milliseconds instead of seconds.
    """
    talks = [session for session in agenda.sessions if not session.is_break]
    starts = sorted(talk.starts.timestamp() for talk in talks)
    ends = sorted(talk.ends.timestamp() for talk in talks)

    def is_common(session: Session) -> bool:
        if session.plenary or session.is_break:
            return True
        since, until = session.starts.timestamp(), session.ends.timestamp()
        if since == until:  # one without any length is not among those counted
            return concerns_everybody(agenda, session)
        begun, over = bisect_left(starts, until), bisect_right(ends, since)
        return begun - over == 1  # itself

    return frozenset(s.session_id for s in agenda.sessions if is_common(s))
