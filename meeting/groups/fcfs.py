"""First come, first served: what a list at the door would give; the baseline of the solver."""

from collections import Counter
from collections.abc import Mapping

from meeting.groups.measures import measured
from meeting.groups.model import Groups, Member, Members, Placing, Proposal, Short
from meeting.groups.seats import held, on_offer, seats, shortage


def in_turn(
    members: Members, groups: Groups, pinned: Mapping[int, str] | None = None
) -> Proposal | Short:
    """Everybody takes the first of their wishes that has a seat left, in the order of `members`.

    Seats of those who must be in a group are kept for them. Whoever finds none of their wishes
    takes the group with most free seats (the earlier one of equals); whoever has said no wish
    comes last. Raises ValueError as `held` does.
    """
    must = held(members, groups, pinned or {})
    short = shortage(members, groups, must)
    if short is not None:
        return short
    free = Counter({group.session_id: seats(group, members) for group in groups})
    free.subtract(must.values())
    return measured(members, groups, Placing(_seated(members, must, free), frozenset(must)))


def _seated(members: Members, must: Mapping[int, str], free: Counter[str]) -> dict[int, str]:
    of = dict(must)
    came = [member for member in members if member.person_id not in must]
    for member in sorted(came, key=lambda member: not on_offer(member, free)):
        of[member.person_id] = place = _taken(member, free)
        free[place] -= 1
    return of


def _taken(member: Member, free: Counter[str]) -> str:
    open_wishes = (wish for wish in on_offer(member, free) if free[wish])
    return next(open_wishes, None) or max(free, key=free.__getitem__)
