"""Whom one would want to reach at the meeting, and where it is."""

from dataclasses import dataclass

from meeting.agenda import Session
from meeting.logistics import LogisticsEntry
from meeting.people import Participant, Person, Role
from services.agenda import AgendaBook
from services.my_day import MyDay, Programme
from services.names import Names
from store.people import PeopleRows

CONTACT, VENUE = "contact", "venue"  # the topics of the organisers' entries


@dataclass(frozen=True, slots=True)
class Contacts:
    """`entry` is what the organisers wrote about reaching them; `chairing` the sessions of today,
    or of the next day that has some, with the names of those who chair them."""

    organisers: tuple[Person, ...]
    entry: LogisticsEntry | None
    chairing: tuple[tuple[Session, tuple[str, ...]], ...]
    has_venue: bool
    programme: Programme


class ContactBook:
    def __init__(self, my_day: MyDay, book: AgendaBook, people: PeopleRows) -> None:
        self._my_day = my_day
        self._names = Names(people)
        self._book = book

    def contacts(self, person: Participant) -> Contacts:
        """Names and organisations only: a key may be an e-mail address, not ours to give."""
        programme = self._my_day.programme(person)
        day = programme.agenda.on(programme.today) if programme.today else ()
        return Contacts(
            organisers=tuple(each for each in self._book.people() if each.role is Role.ORGANISER),
            entry=self._entry(CONTACT),
            chairing=tuple((s, self._names.of(s.chairs)) for s in day if s.chairs),
            has_venue=self.venue() is not None,
            programme=programme,
        )

    def venue(self) -> LogisticsEntry | None:
        """The organisers' entry about the venue."""
        return self._entry(VENUE)

    def _entry(self, topic: str) -> LogisticsEntry | None:
        found = (e for e in self._book.logistics() if e.topic.casefold() == topic)
        return next(found, None)
