"""A session's card: its people by name, its papers to open, and whether it is in one's own day."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from meeting.agenda import Room, Session
from meeting.hosting import is_host
from meeting.people import Participant, Role
from services.agenda import AgendaBook
from services.my_day import MyDay, Programme
from services.names import Names
from services.papers import PaperLine, PaperShelf
from store.people import PeopleRows

EDITORS = (Role.EDITOR, Role.ORGANISER)


class Standing(StrEnum):
    """How a session stands to somebody: for all, theirs by the organisers' list or by a task in it,
    theirs by their own tap, or not theirs."""

    COMMON = "common"
    PLACED = "placed"
    FOLLOWED = "followed"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Card:
    """A session as its card shows it.

    People are names. `papers` are titles, each with its published version where there is one.
    `beside` are the sessions at the same time, `beside_mine` those of them that are this person's.
    `can_follow`: the person is on the list, so that a choice can be kept. `can_edit`: they may
    change the agenda.
    """

    session: Session
    programme: Programme
    room: Room | None
    chairs: tuple[str, ...]
    speakers: tuple[str, ...]
    rapporteurs: tuple[str, ...]
    papers: tuple[tuple[str, PaperLine | None], ...]
    standing: Standing
    beside: tuple[Session, ...]
    beside_mine: tuple[Session, ...]
    can_follow: bool
    can_edit: bool = False

    @property
    def is_host(self) -> bool:
        """Whether this person looks after the room, and the session is not over."""
        is_over = self.session.ends.timestamp() <= self.programme.at.timestamp()
        return not is_over and is_host(self.room, self.programme.key)


class SessionCards:
    def __init__(
        self,
        my_day: MyDay,
        book: AgendaBook,
        people: PeopleRows,
        papers: PaperShelf,
        followed: Callable[[Participant], object] = lambda _: None,
    ) -> None:
        """`followed` is told of a person whose choice of sessions has changed."""
        self._my_day = my_day
        self._book = book
        self._people = people
        self._names = Names(people)
        self._papers = papers
        self._followed = followed

    def card(self, person: Participant, code: str) -> Card:
        """The card behind a button. Raises NotThere where the session is gone."""
        programme = self._my_day.programme(person)
        session = programme.session(code)
        beside = programme.agenda.beside(session)
        return Card(
            session=session,
            programme=programme,
            room=programme.agenda.room(session.room),
            chairs=self._names.of(session.chairs),
            speakers=self._names.of(session.speakers),
            rapporteurs=self._names.of(session.rapporteurs),
            papers=self._published(person, session.papers),
            standing=self._standing(person, session, programme),
            beside=beside,
            beside_mine=tuple(other for other in beside if programme.mine(other)),
            can_follow=person.person_id is not None,
            can_edit=person.role in EDITORS,
        )

    def follow(self, person: Participant, code: str, follows: bool) -> Card:
        """Put a session into somebody's day or take it out, and show the card as it is then.

        Raises NotThere where the session is gone; nothing is kept for people not on the list.
        """
        session = self._my_day.programme(person).session(code)
        if person.person_id is not None:
            self._people.follow(person.person_id, session.session_id, follows)
            self._followed(person)
        return self.card(person, code)

    def subject(self, person: Participant, code: str) -> str:
        """What to ask the papers about a session: its title alone, since the search looks for all
        that a question says. Raises NotThere."""
        return self._my_day.programme(person).session(code).title

    def _standing(self, person: Participant, session: Session, programme: Programme) -> Standing:
        if session.session_id in self._book.held().common:
            return Standing.COMMON
        if session.session_id in self._book.placement(person).following:
            return Standing.FOLLOWED
        return Standing.PLACED if programme.mine(session) else Standing.OTHER

    def _published(
        self, person: Participant, titles: tuple[str, ...]
    ) -> tuple[tuple[str, PaperLine | None], ...]:
        listed = self._papers.published(person) if titles else ()
        lines = {line.title.casefold(): line for line in listed}
        return tuple((title, lines.get(title.casefold())) for title in titles)
