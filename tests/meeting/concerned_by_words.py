"""Who is told of a change, once more: straight from the words of what was asked for, person by
person and session by session.

Nothing of meeting/ is called here: only the fields of its dataclasses are read.
"""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from meeting.agenda import Agenda, Room, Session
from meeting.concerned import Attendee
from tests.meeting.two_agendas import (
    BEGINNINGS,
    IDS,
    KEYS,
    QUARTER,
    Hat,
    a_later_one,
    an_agenda,
    hats,
)

FOLDED = tuple(dict.fromkeys(key.casefold() for key in KEYS))
Told = dict[int, list[str]]


@dataclass(frozen=True)
class Case:
    """A release: two agendas, the people, when, and whether everybody is told of common ones."""

    before: Agenda
    after: Agenda
    attendees: tuple[Attendee, ...]
    at: datetime
    everybody: bool


def a_case(hat: Hat) -> Case:
    """Five people who have a part in something or none; at a time before, amid or after it all."""
    beginning, zone = hat.one(BEGINNINGS), hat.one(("Europe/Oslo", "Europe/London"))
    keys = (*FOLDED, "guest")
    attendees = [Attendee(n, key, *map(frozenset, (chosen(hat), chosen(hat))))
                 for n, key in enumerate(keys, 1)]  # fmt: skip
    at = beginning + (hat.number(26) - 2) * QUARTER
    before = an_agenda(hat, beginning, zone)
    after = a_later_one(hat, before, beginning)
    return Case(before, after, tuple(attendees), at.astimezone(ZoneInfo(zone)), hat.number(2) == 1)


def chosen(hat: Hat) -> tuple[str, ...]:
    return hat.some(IDS) if hat.number(2) else ()


cases = hats.map(a_case)


def by_the_words(case: Case) -> Told:
    """People × sessions; who is told of none is left out."""
    names = {s.session_id for agenda in (case.before, case.after) for s in agenda.sessions}
    found: Told = {}
    for person in case.attendees:
        lines = [name for name in names if is_told(person, name, case)]
        if lines:
            found[person.person_id] = sorted(lines, key=lambda name: place_in_order(name, case))
    return found


def place_in_order(name: str, case: Case) -> tuple[float, float, str]:
    now = the(name, case.after) or the(name, case.before)
    assert now
    return now.starts.timestamp(), now.ends.timestamp(), name


def is_told(person: Attendee, name: str, case: Case) -> bool:
    old, new = the(name, case.before), the(name, case.after)
    moment = case.at.timestamp()
    if old is None or new is None:  # cancelled, or added
        only = old or new
        assert only
        if only.ends.timestamp() <= moment:
            return False
    else:
        if old.ends.timestamp() <= moment and new.ends.timestamp() <= moment:
            return False
        old_room, new_room = room_of(old, case.before), room_of(new, case.after)
        moved = old.room != new.room or (old_room is None) != (new_room is None)
        rescheduled = when(old) != when(new)
        if not (moved or rescheduled or old.title != new.title):  # only revised
            return parts(person, old) != parts(person, new)
    if old is not None:
        if concerns(person, old, case.before, case.everybody):
            return True
        room = room_of(old, case.before)
        closes = room is not None and all(r.room_id != room.room_id for r in case.after.rooms)
        if closes and concerns(person, old, case.before, everybody=True):
            return True
    return new is not None and concerns(person, new, case.after, case.everybody)


def concerns(person: Attendee, session: Session, agenda: Agenda, everybody: bool) -> bool:
    room = room_of(session, agenda)
    if room is not None and room.host is not None and room.host.casefold() == person.key:
        return True
    if parts(person, session):
        return True
    if session.session_id in person.assigned or session.session_id in person.following:
        return True
    return everybody and is_common(session, agenda)


def is_common(session: Session, agenda: Agenda) -> bool:
    if session.plenary or session.is_break:
        return True
    for other in agenda.sessions:
        if other.session_id != session.session_id and not other.is_break:
            starts_before_its_end = session.starts.timestamp() < other.ends.timestamp()
            ends_after_its_start = session.ends.timestamp() > other.starts.timestamp()
            if starts_before_its_end and ends_after_its_start:
                return False
    return True


def parts(person: Attendee, session: Session) -> set[str]:
    """As what somebody is in a session."""
    return {
        role
        for role in ("chairs", "speakers", "rapporteurs")
        for name in getattr(session, role)
        if name.casefold() == person.key
    }


def when(session: Session) -> list[str]:
    """The time, as the clock shows it and with its distance from UTC."""
    return [session.starts.isoformat(), session.ends.isoformat()]


def the(name: str, agenda: Agenda) -> Session | None:
    for session in agenda.sessions:
        if session.session_id == name:
            return session
    return None


def room_of(session: Session, agenda: Agenda) -> Room | None:
    for room in agenda.rooms:
        if room.room_id == session.room:
            return room
    return None
