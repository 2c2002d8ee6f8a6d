"""How good a placing is: who got which wish, how many move, how alike the rooms are."""

from collections import Counter
from collections.abc import Callable, Mapping

from meeting.groups.model import Groups, Member, Members, Placing, Proposal, Tally
from meeting.groups.seats import on_offer

# What a member belongs to, and whom it is shared with; None: not counted in any share.
Trait = Callable[[Member], str | None]


def measured(
    members: Members, groups: Groups, placing: Placing, *, gap: float = 0.0, seconds: float = 0.0
) -> Proposal:
    """A placing with its measures."""
    return Proposal(
        placing,
        tally(members, groups, placing),
        spread(members, groups, placing.of, community),
        spread(members, groups, placing.of, organisation),
        moves(members, groups, placing.of),
        gap,
        seconds,
    )


def community(member: Member) -> str:
    """The policy community of somebody; everybody has one."""
    return member.community.value


def organisation(member: Member) -> str | None:
    """The organisation of somebody; None where they stand for themselves."""
    return member.organisation or None


def spread(members: Members, groups: Groups, of: Mapping[int, str], trait: Trait) -> float:
    """Sum over groups and values of the trait of |share in the group - share over all|.

    Shares are of all members and of all people in a group, those without the trait too; an empty
    group is like the others and adds nothing.
    """
    over_all = Counter(map(trait, members))
    there = Counter((of[member.person_id], trait(member)) for member in members)
    sizes = Counter(of.values())
    return sum(
        abs(there[group.session_id, value] / sizes[group.session_id] - count / len(members))
        for group in groups
        if sizes[group.session_id]
        for value, count in over_all.items()
        if value is not None
    )


def tally(members: Members, groups: Groups, placing: Placing) -> Tally:
    """How many people got which of their wishes, everybody counted once."""
    names = [group.session_id for group in groups]
    counts = Counter(_outcome(member, names, placing) for member in members)
    return Tally(**counts)


def moves(members: Members, groups: Groups, of: Mapping[int, str]) -> int:
    """How many people leave the group that they are in; a group that is gone is not left."""
    names = {group.session_id for group in groups}
    return sum(member.now in names and of[member.person_id] != member.now for member in members)


def _outcome(member: Member, names: list[str], placing: Placing) -> str:
    wishes = on_offer(member, names)
    place = placing.of[member.person_id]
    if place in wishes:
        return ("first", "second", "later")[min(wishes.index(place), 2)]
    if member.person_id in placing.held:
        return "held"
    return "none" if wishes else "unasked"
