"""What somebody may read, from the store at the moment they ask: nothing of it is remembered."""

from meeting.paper_audience import Reader
from meeting.people import Participant, Role
from services.agenda import AgendaBook
from store.people import PeopleRows


class Readers:
    def __init__(self, people: PeopleRows, book: AgendaBook) -> None:
        self._people = people
        self._book = book

    def of(self, person: Participant) -> Reader:
        """Role, community and sessions of somebody as they are now.

        A session's people are those whom the organisers have put into it, those who have a part in
        it and, where it concerns everybody, all on the list. Whoever follows it by a tap of their
        own is not among them. Somebody on no list keeps the role they were let in with.
        """
        if person.person_id is None:
            return Reader(person.role, None)
        row = self._people.by_id(person.person_id)
        if row is None or not row.listed:
            return Reader(Role.PARTICIPANT, None)
        held = self._book.held()
        parts = held.parts.get(row.person.key.casefold(), frozenset())
        sessions = frozenset(row.person.sessions) | parts | held.common
        return Reader(row.person.role or Role.PARTICIPANT, row.person.community, sessions)
