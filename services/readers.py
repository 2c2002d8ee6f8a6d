"""What somebody may read, from the store at the moment they ask: nothing of it is remembered."""

from meeting.paper_audience import Reader, listed_reader
from meeting.people import Participant, Role
from services.agenda import AgendaBook
from store.people import PeopleRows


class Readers:
    def __init__(self, people: PeopleRows, book: AgendaBook) -> None:
        self._people = people
        self._book = book

    def of(self, person: Participant) -> Reader:
        """Role, community and sessions of somebody as they are now. Somebody on no list keeps the
        role they were let in with."""
        if person.person_id is None:
            return Reader(person.role, None)
        row = self._people.by_id(person.person_id)
        if row is None or not row.listed:
            return Reader(Role.PARTICIPANT, None)
        listed, held = row.person, self._book.held()
        parts = held.parts.get(listed.key.casefold(), frozenset())
        return listed_reader(listed.role, listed.community, listed.sessions, parts, held.common)
