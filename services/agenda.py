"""The agenda that holds now, and what of it concerns whom; read anew when a version is added."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from meeting.agenda import Agenda, Mine, concerns_everybody
from meeting.clock import Clock
from meeting.logistics import LogisticsEntry
from meeting.people import Participant, Person
from store.agendas import Agendas
from store.logistics import Logistics
from store.people import PeopleRows, Placement

NOBODY = Placement(frozenset(), frozenset())


@dataclass(frozen=True, slots=True)
class Held:
    """An agenda with its number, the ids of the sessions that concern everybody, and those in
    which somebody has a part, by what the agenda calls them, in lower case."""

    number: int
    agenda: Agenda
    common: frozenset[str]
    parts: Mapping[str, frozenset[str]]


class AgendaBook:
    """Thread-safe: what was read is replaced by one assignment."""

    def __init__(
        self, agendas: Agendas, people: PeopleRows, logistics: Logistics, clock: Clock, zone: str
    ) -> None:
        """`zone`: the meeting's IANA zone, in which times are shown."""
        self._agendas = agendas
        self._people = people
        self._logistics = logistics
        self.clock = clock
        self.zone = ZoneInfo(zone)
        self._held = Held(0, Agenda(zone), frozenset(), {})

    def held(self) -> Held:
        """The agenda that holds; an empty one with the number 0 where there is none yet."""
        if self._agendas.newest_number() != self._held.number:
            newest = self._agendas.newest()
            if newest is not None:
                self._held = _held(newest.number, newest.agenda)
        return self._held

    def placement(self, person: Participant) -> Placement:
        """The sessions that somebody is assigned to, and those they follow."""
        if person.person_id is None:
            return NOBODY
        return self._people.placement(person.person_id)

    def mine(self, person: Participant, held: Held) -> Mine:
        """Which sessions belong to somebody's day: those for everybody, theirs, and their tasks."""
        placement = self.placement(person)
        parts = held.parts.get(placement.folded_key, frozenset())
        chosen = held.common | placement.assigned | placement.following | parts
        return lambda session: session.session_id in chosen

    def people(self) -> tuple[Person, ...]:
        """Everybody on the list, by name."""
        return tuple(row.person for row in self._people.everybody() if row.listed)

    def logistics(self) -> tuple[LogisticsEntry, ...]:
        """The practical matters, as the organisers wrote them."""
        return self._logistics.entries()


def _held(number: int, agenda: Agenda) -> Held:
    common = (s.session_id for s in agenda.sessions if concerns_everybody(agenda, s))
    parts: dict[str, set[str]] = defaultdict(set)
    for session in agenda.sessions:
        for name in session.people:
            parts[name.casefold()].add(session.session_id)
    frozen = {name: frozenset(ids) for name, ids in parts.items()}
    return Held(number, agenda, frozenset(common), frozen)
