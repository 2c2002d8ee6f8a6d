"""Who goes to which parallel session: proposed by the bot, by hand or by a table; all of it can be
looked at before it holds."""

from collections.abc import Callable, Mapping, Sequence

from meeting.clock import Clock
from meeting.codes import session_code
from meeting.groups.model import Group, Member, Proposal, Short
from meeting.people import Participant
from services.errors import GroupsMoved, NotThere, SeatsShort
from services.group_reading import GroupReading, Overview
from services.groups_view import BlockView, GroupMember
from store.groups import GroupRows, NewProposal

__all__ = ["BlockView", "GroupMember", "Groups", "Overview"]

# Members, groups, whether few moves come first, and who must be where.
Placer = Callable[[Sequence[Member], Sequence[Group], bool, Mapping[int, str]], Proposal | Short]


class Groups:
    """For organisers. A `stamp` stands for what somebody looked at: where it is not that any more,
    GroupsMoved is raised and nothing changes. NotThere: the block is gone, or over."""

    def __init__(self, reading: GroupReading, rows: GroupRows, clock: Clock, place: Placer) -> None:
        self._reading = reading
        self._rows = rows
        self._clock = clock
        self._place = place

    def overview(self) -> Overview:
        """All blocks that are not over, and the parallel sessions that have no block."""
        return self._reading.overview()

    def view(self, code: str) -> BlockView:
        """The block behind a button."""
        return self._reading.view(code)

    def looked_at(self, code: str, stamp: str) -> BlockView:
        """The block behind a button, as it was when the button was made."""
        view = self.view(code)
        if view.stamp != stamp:
            raise GroupsMoved(view)
        return view

    def propose(self, person: Participant, code: str, stamp: str) -> BlockView:
        """Look for the best placing, for up to a minute; whoever was put somewhere by hand stays
        there. Raises SeatsShort."""
        view = self.looked_at(code, stamp)
        pinned = {one.person_id: one.group for one in view.members if one.pinned and one.group}
        members = [one.member for one in view.members]
        groups = view.block.groups(view.agenda)
        found = self._place(members, groups, view.row.released > 0, pinned)
        if isinstance(found, Short):
            raise SeatsShort(view, found)
        return self.keep(person, view, found.placing.of, frozenset(pinned), found.gap)

    def move(
        self, person: Participant, code: str, stamp: str, person_id: int, session: str
    ) -> BlockView:
        """Put somebody into a session (by its code) by hand."""
        view = self.looked_at(code, stamp)
        place = next((each for each in view.block.ids if session_code(each) == session), None)
        if place is None or all(one.person_id != person_id for one in view.members):
            raise NotThere(f"no person {person_id} or no session {session}")
        pinned = {one.person_id for one in view.members if one.pinned} | {person_id}
        return self.keep(person, view, _groups(view) | {person_id: place}, frozenset(pinned))

    def assign(self, person: Participant, view: BlockView, of: Mapping[int, str]) -> BlockView:
        """Take these places, by person, from a table; where they are not those that people have,
        they are there by hand."""
        changed = {
            one.person_id for one in view.members if of.get(one.person_id, one.group) != one.group
        }
        pinned = {one.person_id for one in view.members if one.pinned} | changed
        return self.keep(person, view, _groups(view) | dict(of), frozenset(pinned))

    def keep(
        self,
        person: Participant,
        view: BlockView,
        of: Mapping[int, str],
        pinned: frozenset[int],
        gap: float | None = None,
    ) -> BlockView:
        """Make this the proposal, in place of the one that was looked at."""
        new = NewProposal(view.block.name, of, pinned, view.number, person.chat_id, gap)
        if not self._rows.put(new, view.proposal, self._clock.now()):
            raise GroupsMoved(self.view(view.block.code))
        return self.view(view.block.code)

    def discard(self, code: str, stamp: str) -> BlockView:
        """Throw the proposal away; what was released before holds."""
        view = self.looked_at(code, stamp)
        if view.proposal is None or not self._rows.discard(view.proposal):
            raise GroupsMoved(self.view(code))
        return self.view(code)


def _groups(view: BlockView) -> dict[int, str]:
    return {one.person_id: one.group for one in view.members if one.group is not None}
