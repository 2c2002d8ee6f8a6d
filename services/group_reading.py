"""A block with its people, read from the rows as they are now."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from meeting.agenda import Session
from meeting.groups.model import Member
from meeting.parallel import Block, blocks_of, parts_in, without_block
from services.agenda import AgendaBook, Held
from services.errors import NotThere
from services.groups_view import BlockView, GroupMember
from store.blocks import BlockRow
from store.groups import GroupRows, ProposalRow
from store.people import PeopleRows, PersonRow
from store.wishes import WishRows


@dataclass(frozen=True, slots=True)
class Overview:
    """All blocks that are not over, by start; and the sessions side by side that have no block."""

    blocks: tuple[BlockView, ...]
    without_block: tuple[tuple[Session, ...], ...]


class GroupReading:
    def __init__(
        self, rows: GroupRows, wishes: WishRows, people: PeopleRows, book: AgendaBook
    ) -> None:
        self._rows = rows
        self._wishes = wishes
        self._people = people
        self._book = book

    def overview(self) -> Overview:
        """What there is to place people in."""
        held, at = self._book.held(), self._book.clock.now()
        people, rows, proposals = self._listed(), self._rows.blocks(), self._rows.proposals()
        views = [
            self._view(held, block, people, rows.get(block.name), proposals.get(block.name))
            for block in blocks_of(held.agenda)
            if not block.is_over(at)
        ]
        loose = without_block(held.agenda)
        ahead = [
            group for group in loose if max(s.ends.timestamp() for s in group) > at.timestamp()
        ]
        return Overview(tuple(views), tuple(ahead))

    def view(self, code: str) -> BlockView:
        """The block behind a button. Raises NotThere where there is none any more, or it is
        over."""
        held, at = self._book.held(), self._book.clock.now()
        for block in blocks_of(held.agenda):
            if block.code == code and not block.is_over(at):
                row, proposal = self._rows.block(block.name), self._rows.proposal(block.name)
                return self._view(held, block, self._listed(), row, proposal)
        raise NotThere(f"no block {code}")

    def _listed(self) -> tuple[PersonRow, ...]:
        return tuple(row for row in self._people.everybody() if row.listed)

    def _view(
        self,
        held: Held,
        block: Block,
        people: Sequence[PersonRow],
        row: BlockRow | None,
        proposal: ProposalRow | None,
    ) -> BlockView:
        parts, wishes = parts_in(block), self._wishes.among(block.ids)
        members = [
            _member(each, block, parts, wishes.get(each.person_id, ()), proposal) for each in people
        ]
        at = self._book.clock.now().astimezone(self._book.zone)
        return BlockView(
            block, held.agenda, held.number, at, tuple(members), row or BlockRow(), proposal
        )


def _member(
    row: PersonRow,
    block: Block,
    parts: Mapping[str, str],
    wishes: tuple[str, ...],
    proposal: ProposalRow | None,
) -> GroupMember:
    person = row.person
    now = next((each for each in block.ids if each in person.sessions), None)
    proposed = proposal.made.of.get(row.person_id) if proposal else None
    stands = proposed in block.ids  # the session may be gone since
    return GroupMember(
        member=Member(
            person_id=row.person_id,
            community=person.community,
            organisation=person.organisation,
            wishes=wishes,
            fixed=parts.get(person.key.casefold()),
            now=now,
        ),
        key=person.key,
        name=person.name,
        group=proposed if stands else now,
        pinned=bool(proposal and stands and row.person_id in proposal.made.pinned),
        linked=row.chat_id is not None,
    )
