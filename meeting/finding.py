"""Sessions and others found by words of their title, and rooms by whether they are free; pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from meeting.agenda import Agenda, Room, Session
from meeting.asking.words import tokens


@dataclass(frozen=True, slots=True)
class Seat:
    """A room that a session could be in; `taken_by` is what is there at that time."""

    room: Room
    taken_by: Session | None


def by_title(agenda: Agenda, text: str) -> tuple[Session, ...]:
    """The sessions whose titles have the most of these words, or words that begin with them; none
    where no title has any. Case, accents and punctuation make no difference."""
    places = best_titles([session.title for session in agenda.sessions], text)
    return tuple(agenda.sessions[place] for place in places)


def best_titles(titles: Sequence[str], text: str) -> tuple[int, ...]:
    """The places, counted from 0, of the titles that have the most of these words."""
    wanted = tokens(text)
    scores = [_found(wanted, title) for title in titles]
    best = max(scores, default=0)
    return tuple(place for place, score in enumerate(scores) if best and score == best)


def rooms_for(agenda: Agenda, session: Session) -> tuple[Seat, ...]:
    """The other rooms, free ones first; of those, and of the taken ones, in the agenda's order."""
    seats = [
        Seat(room, _in_room(agenda, room, session))
        for room in agenda.rooms
        if room.room_id != session.room
    ]
    return tuple(sorted(seats, key=lambda seat: seat.taken_by is not None))


def to_swap_with(agenda: Agenda, session: Session) -> tuple[Session, ...]:
    """The sessions of the same day in another room: first those at the same time."""
    others = [
        other
        for other in agenda.on(session.starts.date())
        if other.session_id != session.session_id and other.room not in (None, session.room)
    ]
    return tuple(sorted(others, key=lambda other: not other.overlaps(session)))


def _found(wanted: tuple[str, ...], title: str) -> int:
    words = tokens(title)
    return sum(any(word.startswith(each) for word in words) for each in wanted)


def _in_room(agenda: Agenda, room: Room, session: Session) -> Session | None:
    return next(
        (
            other
            for other in agenda.sessions
            if other.room == room.room_id
            and other.session_id != session.session_id
            and other.overlaps(session)
        ),
        None,
    )
