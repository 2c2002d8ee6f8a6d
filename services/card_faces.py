"""Which cards look the same in two versions of the agenda, for everybody or for one person."""

from collections.abc import Iterable, Sequence
from datetime import date

from meeting.day_changes import DayChange
from meeting.faces import DayFace, day_face, session_face, whole_day
from services.agenda import AgendaBook, Held
from store.living_cards import CardKind, CardRow, Shown
from store.people import Placement


class CardFaces:
    def __init__(self, book: AgendaBook) -> None:
        self._book = book
        self._changes: dict[Shown, DayChange] = {}
        self._of = 0  # the version that these changes lead to

    def same_to_all(self, faces: Iterable[Shown], held: Held) -> list[Shown]:
        """Those of these that look in this version as in the one that they show, whoever looks.

        What somebody's own choices have put out of date is never the same.
        """
        return [face for face in faces if self._is_same(face, held)]

    def same_to_theirs(self, cards: Sequence[CardRow], held: Held) -> list[CardRow]:
        """The days among these cards that look the same in this version to those who have them,
        though they do not to all. The change of a session's card is one for everybody."""
        days = [card for card in cards if card.shown.kind is CardKind.DAY]
        placements = self._book.placements([card.chat_id for card in days])
        return [
            card
            for card in days
            if card.chat_id in placements
            and self._is_same_to(placements[card.chat_id], card.shown, held)
        ]

    def _is_same(self, face: Shown, held: Held) -> bool:
        before = self._book.version(face.number)
        if before is None:
            return False
        if face.day is not None:
            return whole_day(before.agenda, face.day) == whole_day(held.agenda, face.day)
        old, new = (session_face(each.agenda, face.subject) for each in (before, held))
        return old == new

    def _is_same_to(self, placement: Placement, shown: Shown, held: Held) -> bool:
        before = self._book.version(shown.number)
        if before is None or shown.day is None:
            return False
        chosen = before.chosen(placement), held.chosen(placement)
        if not self._change(shown, before, held).may_concern(*chosen, placement.folded_key):
            return True
        return self._day(shown.day, before, placement) == self._day(shown.day, held, placement)

    def _day(self, day: date, held: Held, placement: Placement) -> DayFace | None:
        at, key = self._book.clock.now().astimezone(self._book.zone), placement.folded_key
        return day_face(held.agenda, day, at, held.mine(placement), key)

    def _change(self, shown: Shown, before: Held, held: Held) -> DayChange:
        """Kept at hand: the next card mostly shows the same day of the same version."""
        if self._of != held.number:
            self._changes, self._of = {}, held.number
        if shown not in self._changes and shown.day is not None:
            self._changes[shown] = DayChange(before.agenda, held.agenda, shown.day)
        return self._changes[shown]
