"""Names in an agenda made into the keys of people on the list, where they are those people's."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from meeting.agenda import Agenda
from meeting.people import Person


def with_keys(agenda: Agenda, people: Sequence[Person]) -> Agenda:
    """Keys in the list's own spelling, names as keys; anybody else as printed. A name that two
    people share stays a name."""
    known = _known(people)
    sessions = tuple(
        replace(
            session,
            chairs=_keys(session.chairs, known),
            speakers=_keys(session.speakers, known),
            rapporteurs=_keys(session.rapporteurs, known),
        )
        for session in agenda.sessions
    )
    rooms = tuple(
        replace(room, host=room.host and known.get(room.host.casefold(), room.host))
        for room in agenda.rooms
    )
    return replace(agenda, sessions=sessions, rooms=rooms)


def _known(people: Sequence[Person]) -> Mapping[str, str]:
    shared = Counter(person.name.casefold() for person in people)
    names = {
        person.name.casefold(): person.key
        for person in people
        if shared[person.name.casefold()] == 1
    }
    return names | {person.key.casefold(): person.key for person in people}


def _keys(names: Sequence[str], known: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(key for name in names for key in _of(name, known)))


def _of(name: str, known: Mapping[str, str]) -> Sequence[str]:
    """“Anna Berg, Omar Said” in one cell are two people only where both are on the list."""
    if found := known.get(name.casefold()):
        return [found]
    parts = [known.get(part.strip().casefold()) for part in name.split(",")]
    keys = [key for key in parts if key]
    return keys if len(keys) == len(parts) else [name]
