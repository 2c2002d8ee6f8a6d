"""From the placings with the best wishes to those whose groups are most alike by community.

With the sizes settled (meeting/groups/sizes.py) people flow to (group, community) and on to
groups: a network with rising costs, whose linear programme ends in whole numbers and hands on all
of the best placings.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from meeting.groups.flows import Arcs, Stairs, dealt, optimal
from meeting.groups.model import Members
from meeting.groups.programme import Programme
from meeting.groups.scope import Scope
from meeting.groups.shares import steps

# A group, by its position, and a community.
Node = tuple[int, str]


@dataclass(frozen=True, slots=True)
class Mix:
    """The placings that are best by communities: within `scope`, with `people` as the least and
    the most of each community in each group. `of` is one of them: the position of the group of
    each person, by person id."""

    scope: Scope
    people: Mapping[Node, tuple[int, int]]
    of: Mapping[int, int]


def best_mix(scope: Scope, members: Members) -> Mix:
    """The placings with the least spread of communities, for sizes that are settled."""
    labels = {m.person_id: m.community.value for m in members}
    communities = Counter(labels.values())
    programme = Programme()
    rooms = [programme.row(size) for size in scope.least]
    nodes = {(g, c): programme.row(0) for g in range(len(rooms)) for c in communities}
    arcs = Arcs(programme, scope.kinds(labels), lambda kind, g: [nodes[g, kind[1]]])
    stairs = {
        (g, c): Stairs(
            programme, steps(scope.least[g], communities[c], len(members)), node, rooms[g]
        )
        for (g, c), node in nodes.items()
    }
    corner = optimal(programme)
    return Mix(
        scope.narrowed(labels, arcs.still_open(corner), scope.sizes),
        {node: each.range(corner) for node, each in stairs.items()},
        dealt(scope, labels, arcs.flow(corner.values)),
    )
