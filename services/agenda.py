"""The agenda that holds now, and what of it concerns whom; read anew when a version is added."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from meeting.agenda import Agenda, Mine, Session
from meeting.clock import Clock
from meeting.common import common
from meeting.logistics import LogisticsEntry
from meeting.people import Participant, Person
from store.agendas import Agendas
from store.logistics import Logistics
from store.people import PeopleRows, Placement

NOBODY = Placement(frozenset(), frozenset())
VERSIONS_AT_HAND = 8  # older ones; what people have before them is mostly one of the last few


@dataclass(frozen=True, slots=True)
class Held:
    """An agenda with its number, the ids of the sessions that concern everybody, and those in
    which somebody has a part, by what the agenda calls them, in lower case."""

    number: int
    agenda: Agenda
    common: frozenset[str]
    parts: Mapping[str, frozenset[str]]

    def chosen(self, placement: Placement) -> frozenset[str]:
        """The ids of the sessions of somebody's day: those for everybody, theirs, their tasks."""
        parts = self.parts.get(placement.folded_key, frozenset())
        return self.common | placement.assigned | placement.following | parts

    def mine(self, placement: Placement) -> Mine:
        """Which sessions belong to somebody's day."""
        chosen = self.chosen(placement)
        return lambda session: session.session_id in chosen


Dropped = tuple[Held, tuple[Session, ...]]


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
        self._versions: dict[int, Held] = {}
        self._dropped: tuple[int, tuple[Dropped, ...]] = (0, ())

    def held(self) -> Held:
        """The agenda that holds; an empty one with the number 0 where there is none yet."""
        if self._agendas.newest_number() != self._held.number:
            newest = self._agendas.newest()
            if newest is not None:
                self._held = _held(newest.number, newest.agenda)
        return self._held

    def version(self, number: int) -> Held | None:
        """An older version as it held, or the one that holds; None where there is no such one."""
        if number in self._versions:
            return self._versions[number]
        found = self._agendas.get(number) if number > 0 else None
        if found is None:
            return None
        kept = list(self._versions.items())[1 - VERSIONS_AT_HAND :]
        self._versions = dict([*kept, (number, _held(number, found.agenda))])
        return self._versions[number]

    def dropped(self, number: int) -> tuple[Dropped, ...]:
        """The sessions that the version with this number has no more, by the last one that had
        them, newest version first."""
        if self._dropped[0] != number:
            self._dropped = number, tuple(self._find_dropped(number))
        return self._dropped[1]

    def _find_dropped(self, number: int) -> Iterator[Dropped]:
        held = self.version(number)
        known = {session.session_id for session in held.agenda.sessions} if held else set()
        for earlier in range(number - 1, 0, -1):
            before = self.version(earlier)
            sessions = before.agenda.sessions if before else ()
            gone = tuple(session for session in sessions if session.session_id not in known)
            known |= {session.session_id for session in gone}
            if before and gone:
                yield before, gone

    def placement(self, person: Participant) -> Placement:
        """The sessions that somebody is assigned to, and those they follow."""
        if person.person_id is None:
            return NOBODY
        return self._people.placement(person.person_id)

    def placements(self, chat_ids: Sequence[int]) -> Mapping[int, Placement]:
        """The same for everybody on the list who writes from one of these chats."""
        return self._people.placements(chat_ids)

    def mine(self, person: Participant, held: Held) -> Mine:
        """Which sessions belong to somebody's day."""
        return held.mine(self.placement(person))

    def people(self) -> tuple[Person, ...]:
        """Everybody on the list, by name."""
        return tuple(row.person for row in self._people.everybody() if row.listed)

    def logistics(self) -> tuple[LogisticsEntry, ...]:
        """The practical matters, as the organisers wrote them."""
        return self._logistics.entries()


def _held(number: int, agenda: Agenda) -> Held:
    parts: dict[str, set[str]] = defaultdict(set)
    for session in agenda.sessions:
        for name in session.people:
            parts[name.casefold()].add(session.session_id)
    frozen = {name: frozenset(ids) for name, ids in parts.items()}
    return Held(number, agenda, common(agenda), frozen)
