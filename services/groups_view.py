"""A block as organisers look at it: everybody with their wishes and where they are or would be."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from meeting.agenda import Agenda, Session
from meeting.codes import short_code
from meeting.groups.measures import tally
from meeting.groups.model import Member, Placing, Tally
from meeting.parallel import Block
from meeting.people import Community
from store.blocks import BlockRow
from store.groups import ProposalRow


@dataclass(frozen=True, slots=True)
class GroupMember:
    """Somebody on the list. `member` is what the solver knows of them; `group` the session they
    would be in, or are where nothing is proposed; `pinned`: put there by hand; `linked`: they have
    opened the bot."""

    member: Member
    key: str
    name: str
    group: str | None
    pinned: bool
    linked: bool

    @property
    def person_id(self) -> int:
        return self.member.person_id

    @property
    def is_moved(self) -> bool:
        """Whether their group is another one than they have now."""
        return self.group is not None and self.group != self.member.now


@dataclass(frozen=True, slots=True)
class BlockView:
    """A block with its people, by name; `at` is now, in the meeting's zone; `number` that of the
    agenda it was read from. `proposal` is None where nothing is proposed."""

    block: Block
    agenda: Agenda
    number: int
    at: datetime
    members: tuple[GroupMember, ...]
    row: BlockRow
    proposal: ProposalRow | None

    @property
    def placed(self) -> tuple[GroupMember, ...]:
        return tuple(one for one in self.members if one.group is not None)

    @property
    def unplaced(self) -> tuple[GroupMember, ...]:
        return tuple(one for one in self.members if one.group is None)

    @property
    def choosers(self) -> tuple[GroupMember, ...]:
        """Those who are to choose: who has a part in one of the sessions is in that one."""
        return tuple(one for one in self.members if one.member.fixed is None)

    @property
    def chosen(self) -> int:
        """How many of those who are to choose have done so."""
        return sum(bool(one.member.wishes) for one in self.choosers)

    @property
    def to_ask(self) -> tuple[GroupMember, ...]:
        """Those who are to choose and have not."""
        return tuple(one for one in self.choosers if not one.member.wishes)

    @property
    def moved(self) -> tuple[GroupMember, ...]:
        """Those whose group would be another one than they have now."""
        return tuple(one for one in self.members if one.is_moved)

    @property
    def told(self) -> tuple[GroupMember, ...]:
        """Whom a release would tell: everybody the first time, then those whose group changes."""
        return self.moved if self.row.released else self.placed

    @property
    def counts(self) -> Mapping[str, int]:
        """How many people are in each session, by its id."""
        found = Counter(one.group for one in self.placed)
        return {each: found[each] for each in self.block.ids}

    @property
    def seats(self) -> Mapping[str, int | None]:
        """The seats of each session's room, by its id; None where nobody has counted them."""
        return {group.session_id: group.capacity for group in self.block.groups(self.agenda)}

    @property
    def over(self) -> tuple[Session, ...]:
        """The sessions with more people than seats."""
        seats, counts = self.seats, self.counts
        return tuple(
            session
            for session in self.block.sessions
            if (most := seats[session.session_id]) is not None and counts[session.session_id] > most
        )

    @property
    def misplaced(self) -> tuple[GroupMember, ...]:
        """Those who have a part in one session and would be in another."""
        return tuple(one for one in self.placed if one.member.fixed not in (None, one.group))

    @property
    def tally(self) -> Tally:
        """How many got which of their wishes."""
        of = {one.person_id: one.group for one in self.placed if one.group}
        held = frozenset(one.person_id for one in self.placed if one.pinned or one.member.fixed)
        members = [one.member for one in self.placed]
        return tally(members, self.block.groups(self.agenda), Placing(of, held))

    @property
    def stamp(self) -> str:
        """Stands for what was looked at; a button that changes something holds it."""
        rooms = [(s.session_id, s.room, s.starts.isoformat()) for s in self.block.sessions]
        people = [(one.person_id, one.group) for one in self.members]
        made = (self.proposal.proposal_id, self.proposal.revision) if self.proposal else None
        return short_code(repr((rooms, self.seats, people, made, self.row.released)))

    def mix(self, session_id: str) -> Mapping[Community, int]:
        """How many of each community are in a session, in the order of the communities."""
        found = Counter(one.member.community for one in self.placed if one.group == session_id)
        return {each: found[each] for each in Community}

    def lacking(self) -> Iterable[tuple[Session, Community]]:
        """The communities that are at the meeting and have nobody in a session with people."""
        there = {one.member.community for one in self.members} - {Community.OTHER}
        for session in self.block.sessions:
            mix = self.mix(session.session_id)
            if any(mix.values()):
                yield from ((session, each) for each in mix if each in there and not mix[each])
