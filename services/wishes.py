"""What somebody would like of the parallel sessions of a block, and which one they are in."""

from dataclasses import dataclass
from datetime import datetime

from meeting.agenda import Agenda, Session
from meeting.codes import session_code
from meeting.parallel import Block, blocks_of, parts_in
from meeting.people import Participant
from services.agenda import AgendaBook
from services.errors import NotThere
from store.groups import GroupRows
from store.wishes import WishRows


@dataclass(frozen=True, slots=True)
class GroupChoice:
    """A block as one person sees it: `chosen` are their wishes, the first one first; `part` the
    session in which they have a part, `place` the one that they are in. `is_open`: they can still
    choose. `at` is now, in the meeting's zone."""

    block: Block
    agenda: Agenda
    at: datetime
    chosen: tuple[Session, ...]
    part: Session | None
    place: Session | None
    is_open: bool

    def rank(self, session: Session) -> int | None:
        """Which choice a session is, counted from 1; None where it is none."""
        return self.chosen.index(session) + 1 if session in self.chosen else None


class Wishes:
    def __init__(self, rows: WishRows, groups: GroupRows, book: AgendaBook) -> None:
        self._rows = rows
        self._groups = groups
        self._book = book

    def choice(self, person: Participant, code: str) -> GroupChoice:
        """The block behind a button. Raises NotThere where it is gone, or the person is not on the
        list, so that no wish of theirs can be kept."""
        agenda = self._book.held().agenda
        block = next((each for each in blocks_of(agenda) if each.code == code), None)
        if block is None or person.person_id is None:
            raise NotThere(f"no block {code} for them")
        return self._choice(person, person.person_id, agenda, block)

    def offered(self, person: Participant, session: Session) -> str | None:
        """The code of the block of a session, where people were asked about it and this person can
        still choose."""
        agenda = self._book.held().agenda
        block = next((each for each in blocks_of(agenda) if session in each.sessions), None)
        if block is None or person.person_id is None:
            return None
        if not self._groups.block(block.name).asked:
            return None
        choice = self._choice(person, person.person_id, agenda, block)
        return block.code if choice.is_open and choice.part is None else None

    def tap(self, person: Participant, code: str, session: str, wanted: bool) -> GroupChoice:
        """Add a session (by its code) as the next choice, or take it back; twice is the same as
        once. Nothing changes where it is too late to choose. Raises NotThere as `choice` does."""
        before = self.choice(person, code)
        tapped = next((s for s in before.block.ids if session_code(s) == session), None)
        if tapped is None or person.person_id is None:
            raise NotThere(f"no session {session}")
        if not before.is_open or before.part is not None:
            return before
        others = [each.session_id for each in before.chosen if each.session_id != tapped]
        has = len(others) < len(before.chosen)
        if wanted != has:
            chosen = [*others, tapped] if wanted else others
            self._rows.put(person.person_id, chosen, before.block.ids)
        return self.choice(person, code)

    def of(self, person_id: int, name: str) -> tuple[str, ...] | None:
        """The wishes of somebody for a block, the first one first, as ids of sessions; None where
        it is too late to choose, or theirs is fixed."""
        agenda = self._book.held().agenda
        block = next((each for each in blocks_of(agenda) if each.name == name), None)
        if block is None:
            return None
        choice = self._choice(Participant(0, "", person_id=person_id), person_id, agenda, block)
        if choice.part is not None or not choice.is_open:
            return None
        return tuple(session.session_id for session in choice.chosen)

    def _choice(
        self, person: Participant, person_id: int, agenda: Agenda, block: Block
    ) -> GroupChoice:
        placement = self._book.placement(person)
        place = next((each for each in block.ids if each in placement.assigned), None)
        at = self._book.clock.now().astimezone(self._book.zone)
        released = self._groups.block(block.name).released
        wishes = self._rows.of(person_id, block.ids)
        return GroupChoice(
            block=block,
            agenda=agenda,
            at=at,
            chosen=tuple(s for each in wishes if (s := block.session(each))),
            part=block.session(parts_in(block).get(placement.folded_key)),
            place=block.session(place) if released else None,
            is_open=not (released or block.has_begun(at)),
        )
