"""Settles the sizes of groups that may have either of two: those that let communities balance best.

It is the only question about communities that needs whole numbers; once it is answered they are
a flow (meeting/groups/communities.py).
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace

from meeting.groups.flows import Arcs, Stairs, optimal
from meeting.groups.model import Members
from meeting.groups.programme import Programme
from meeting.groups.scope import Scope
from meeting.groups.search import whole
from meeting.groups.shares import steps

# The columns of 0 or 1 that say which size (second) a group (first, by position) has.
Choices = dict[tuple[int, int], int]


def settled(scope: Scope, members: Members, seconds: float) -> tuple[Scope, float | None]:
    """The scope with one size for each group, and what the spread of communities is at least,
    whatever the sizes; None where there was nothing to choose. Takes up to `seconds`."""
    if scope.least == scope.most:
        return scope, None
    programme = Programme()
    choices = _choices(programme, scope, {m.person_id: m.community.value for m in members})
    found = whole(programme, seconds)
    if found.values is None:
        sizes = _any_sizes(scope)
    else:
        sizes = tuple(size for (_, size), column in choices.items() if found.values[column] > 0.5)
    return replace(scope, least=sizes, most=sizes), found.bound / len(members)


def _choices(programme: Programme, scope: Scope, communities: Mapping[int, str]) -> Choices:
    """The programme of meeting/groups/communities.py, with the steps of each size of a group
    behind a gate of their own."""
    counts = Counter(communities.values())
    nodes = {(g, c): programme.row(0) for g in range(len(scope.least)) for c in counts}
    Arcs(programme, scope.kinds(communities), lambda kind, g: [nodes[g, kind[1]]])
    choices: Choices = {}
    for group, (low, high) in enumerate(scope.sizes):
        one, room = programme.row(1), programme.row(0)
        for size in range(low, high + 1):
            # Nobody in the group is the farthest from all shares together, and costs the total.
            cost = len(communities) if size else 0
            gate = programme.column(cost, 0, 1, [(one, 1.0), (room, -size)], whole=True)
            choices[group, size] = gate
            for community, count in counts.items():
                bent = steps(size, count, len(communities))
                Stairs(programme, bent, nodes[group, community], room, gate)
    return choices


def _any_sizes(scope: Scope) -> tuple[int, ...]:
    """Sizes that are possible, where time was too short to choose them."""
    programme = Programme()
    rooms = [programme.row(low) for low in scope.least]
    labels = dict.fromkeys(scope.open)
    Arcs(programme, scope.kinds(labels), lambda _, group: [rooms[group]])
    stairs = [
        Stairs(programme, [(high - low, 0)], room)
        for (low, high), room in zip(scope.sizes, rooms, strict=True)
    ]
    values = optimal(programme).values
    return tuple(low + each.people(values) for low, each in zip(scope.least, stairs, strict=True))
