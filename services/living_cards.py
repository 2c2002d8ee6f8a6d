"""Cards and days that people have before them: which are out of date, and how they look now.

Nothing is noted where an agenda is released. Each card knows which version it shows, and whatever
is older than the one that holds is looked at: so no release is missed, whoever makes it, and a
card that was drawn twice looks as if it were once.
"""

from collections import deque
from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date

from meeting.agenda import Session
from meeting.codes import session_code
from meeting.people import Participant
from services.agenda import AgendaBook, Held
from services.card_faces import CardFaces
from services.my_day import MyDay, Programme
from services.people import People
from services.session_cards import Card, SessionCards
from store.living_cards import CardKind, CardRow, LivingCardRows, Shown

AT_ONCE = 250  # cards that are looked at in one go
GOES = 3  # and how often, before the courier may do something else


@dataclass(frozen=True, slots=True)
class Cancelled:
    """A session that the agenda no longer has, as its card showed it; `room` as people say it."""

    programme: Programme
    session: Session
    room: str


@dataclass(frozen=True, slots=True)
class OwnDay:
    """Somebody's day; `on` is None where the meeting is over, or has no agenda any more."""

    programme: Programme
    on: date | None


Content = Card | Cancelled | OwnDay


@dataclass(frozen=True, slots=True)
class View:
    """What a card has to show now, and to whom."""

    card: CardRow
    person: Participant
    content: Content


def showing(content: Card | OwnDay) -> Shown | None:
    """What a message shows that shows this; None where it is nothing that lives on."""
    number = content.programme.number
    if isinstance(content, Card):
        return Shown(CardKind.SESSION, number, subject=content.session.session_id)
    return None if content.on is None else Shown(CardKind.DAY, number, day=content.on)


class LivingCards:
    """The courier asks one thing after another; what handlers tell may come at any time."""

    def __init__(
        self,
        rows: LivingCardRows,
        book: AgendaBook,
        my_day: MyDay,
        sessions: SessionCards,
        people: People,
    ) -> None:
        self._rows = rows
        self._book = book
        self._my_day = my_day
        self._sessions = sessions
        self._people = people
        self._faces = CardFaces(book)
        self._old: deque[CardRow] = deque()
        self._passed = 0  # the version for which all that looks the same was passed over

    def shows(self, person: Participant, message_id: int, shown: Shown | None) -> None:
        """A message in somebody's chat shows this from now on; None: nothing that lives on."""
        if shown is None:
            self._rows.forget_message(person.chat_id, message_id)
        else:
            self._rows.put(CardRow(person.chat_id, message_id, shown))

    def newest(self, chat_id: int, session_id: str) -> int | None:
        """The message in a chat that shows this session; None where there is none."""
        return self._rows.newest(chat_id, session_id)

    def claim(self, later: Collection[CardRow] = ()) -> CardRow | None:
        """The next card that looks otherwise in the agenda that holds; None where there is none,
        or where it is among those that are left for later.

        Nothing is written down of a claim: until it is settled, a card is simply old.
        """
        goes = 0
        while not self._old and goes < GOES and self._look(later):
            goes += 1
        return self._old.popleft() if self._old else None

    def view(self, card: CardRow) -> View | None:
        """What a claimed card is to show; None where there is nothing to draw any more: the
        message shows something else, or its chat is no longer let in."""
        if self._rows.get(card) != card:
            return None
        person = self._people.admitted(card.chat_id)
        content = self._content(card.shown, person) if person else None
        if person is None or content is None:
            self._rows.forget(card)
            return None
        return View(card, person, content)

    def settle(self, view: View) -> None:
        """The message shows it. A card is old again where an agenda was released meanwhile."""
        content = view.content
        if isinstance(content, Cancelled):
            shown: Shown | None = replace(view.card.shown, number=content.programme.number)
        else:
            shown = showing(content)
        if shown is None:
            self._rows.forget(view.card)
        else:
            self._rows.settle(view.card, shown)

    def forget(self, card: CardRow) -> None:
        """The message is gone, or can be changed no more."""
        self._rows.forget(card)

    def _look(self, later: Collection[CardRow]) -> bool:
        """Look at some of the old cards; whether there may be others to look at."""
        held, left = self._book.held(), set(later)
        if self._passed != held.number:
            self._pass_over(held)
        found = self._rows.old(held.number, AT_ONCE + len(left))
        cards = [card for card in found if card not in left]
        same = self._faces.same_to_theirs(cards, held)
        if same:
            self._rows.pass_over(same, held.number)
        passed = set(same)
        self._old.extend(card for card in cards if card not in passed)
        return bool(same)

    def _pass_over(self, held: Held) -> None:
        same = self._faces.same_to_all(self._rows.old_faces(held.number), held)
        if same:
            self._rows.pass_over_faces(same, held.number)
        self._passed = held.number

    def _content(self, shown: Shown, person: Participant) -> Content | None:
        programme = self._my_day.programme(person)
        if shown.kind is CardKind.DAY:
            is_there = shown.day in programme.agenda.days()
            return OwnDay(programme, shown.day if is_there else programme.today)
        if programme.agenda.session(shown.subject) is None:
            return self._cancelled(shown, programme)
        return self._sessions.card(person, session_code(shown.subject))

    def _cancelled(self, shown: Shown, programme: Programme) -> Cancelled | None:
        """As the version tells that the card shows; None where that does not have it either."""
        before = self._book.version(shown.number)
        session = before.agenda.session(shown.subject) if before else None
        if before is None or session is None:
            return None
        return Cancelled(programme, session, before.agenda.room_name(session))
