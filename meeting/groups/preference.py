"""From all placings to those that are best by moves, then by wishes, then by even sizes.

Each step is a transportation problem, people on one side and seats on the other: its linear
programme ends in whole numbers, and hands on not one best placing but all of them, as a Scope.
"""

from collections.abc import Callable, Mapping

from meeting.groups.flows import Arcs, Stairs, Step, optimal
from meeting.groups.model import Groups, Members
from meeting.groups.programme import Programme
from meeting.groups.scope import Label, Scope
from meeting.groups.seats import on_offer


def fewest_moves(scope: Scope, members: Members, groups: Groups) -> Scope:
    """The placings in which as many people as possible stay in the group that they are in."""
    position = {group.session_id: number for number, group in enumerate(groups)}
    return _most_there(scope, {m.person_id: position.get(m.now or "") for m in members})


def best_wishes(scope: Scope, members: Members, groups: Groups, must: Mapping[int, str]) -> Scope:
    """The placings with most first choices; of these, those with most second choices; and so on.

    People who must be in a group have no say here; those without wishes cost nothing anywhere.
    """
    position = {group.session_id: number for number, group in enumerate(groups)}
    wishes = {
        m.person_id: [position[wish] for wish in on_offer(m, position)]
        for m in members
        if m.person_id not in must
    }
    for rank in range(max(map(len, wishes.values()), default=0)):
        wanted = {p: each[rank] for p, each in wishes.items() if rank < len(each)}
        scope = _most_there(scope, {p: wanted.get(p) for p in scope.open})
    return scope


def even_sizes(scope: Scope) -> Scope:
    """The placings with the least sum of squares of the groups' sizes.

    What stays open is one size for each group, or two that differ by one: each further person
    costs more than the one before, so at most one of them has no price.
    """
    labels: dict[int, None] = dict.fromkeys(scope.open)
    return _best(
        scope.within_reach(), labels, lambda low, high: [(1, 2 * n + 1) for n in range(low, high)]
    )


def _most_there(scope: Scope, wanted: Mapping[int, int | None]) -> Scope:
    """The placings in which most people are in the group wanted for them, given by position."""
    return _best(scope, wanted, lambda low, high: [(high - low, 0)])


def _best(
    scope: Scope, wanted: Mapping[int, Label], steps: Callable[[int, int], list[Step]]
) -> Scope:
    """Each person where they are wanted counts -1; sizes cost what `steps` say of their range."""
    programme = Programme()
    rooms = [programme.row(low) for low, _ in scope.sizes]
    arcs = Arcs(
        programme,
        scope.kinds(wanted),
        lambda _, group: [rooms[group]],
        lambda kind, group: -1.0 if kind[1] == group else 0.0,
    )
    stairs = [
        Stairs(programme, steps(*size), room) for size, room in zip(scope.sizes, rooms, strict=True)
    ]
    corner = optimal(programme)
    added = [each.range(corner) for each in stairs]
    sizes = [(low + a, low + b) for (low, _), (a, b) in zip(scope.sizes, added, strict=True)]
    return scope.narrowed(wanted, arcs.still_open(corner), sizes)
