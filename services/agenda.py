"""The agenda that holds now, and what of it concerns whom; read anew when a version is added."""

from dataclasses import dataclass
from zoneinfo import ZoneInfo

from meeting.agenda import Agenda, Mine, Session, concerns_everybody
from meeting.clock import Clock
from meeting.logistics import LogisticsEntry
from meeting.people import Participant, Person
from store.agendas import Agendas
from store.logistics import Logistics
from store.people import PeopleRows, Placement

NOBODY = Placement(frozenset(), frozenset())


@dataclass(frozen=True, slots=True)
class Held:
    """An agenda with its number, and the ids of the sessions that concern everybody."""

    number: int
    agenda: Agenda
    common: frozenset[str]


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
        self._held = Held(0, Agenda(zone), frozenset())

    def held(self) -> Held:
        """The agenda that holds; an empty one with the number 0 where there is none yet."""
        if self._agendas.newest_number() != self._held.number:
            newest = self._agendas.newest()
            if newest is not None:
                common = (s for s in newest.agenda.sessions if concerns_everybody(newest.agenda, s))
                ids = frozenset(session.session_id for session in common)
                self._held = Held(newest.number, newest.agenda, ids)
        return self._held

    def placement(self, person: Participant) -> Placement:
        """The sessions that somebody is assigned to, and those they follow."""
        if person.person_id is None:
            return NOBODY
        return self._people.placement(person.person_id)

    def mine(self, person: Participant, held: Held) -> Mine:
        """Which sessions belong to somebody's day: those for everybody, theirs, and their tasks."""
        placement = self.placement(person)
        chosen = held.common | placement.assigned | placement.following
        row = None if person.person_id is None else self._people.by_id(person.person_id)
        key = row.person.key.casefold() if row else ""

        def is_mine(session: Session) -> bool:
            return session.session_id in chosen or key in map(str.casefold, session.people)

        return is_mine

    def people(self) -> tuple[Person, ...]:
        """Everybody on the list, by name."""
        return tuple(row.person for row in self._people.everybody() if row.listed)

    def logistics(self) -> tuple[LogisticsEntry, ...]:
        """The practical matters, as the organisers wrote them."""
        return self._logistics.entries()
