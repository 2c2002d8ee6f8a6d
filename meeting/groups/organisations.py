"""Of the placings best by communities, the one whose groups are most alike by organisation.

Where each organisation is of one community, as is the rule, people flow along a tree and the first
corner is whole already; otherwise whole numbers have to be searched for.
"""

from collections import Counter
from collections.abc import Mapping

from meeting.groups.communities import Mix
from meeting.groups.flows import Arcs, Stairs, dealt
from meeting.groups.measures import organisation
from meeting.groups.model import Members
from meeting.groups.programme import Programme
from meeting.groups.scope import Kind
from meeting.groups.search import whole
from meeting.groups.shares import steps

# Community, and organisation: None for the only member of one, who costs the same whoever they
# are; "" for those who have none.
Label = tuple[str, str | None]


def best_by_organisation(
    mix: Mix, members: Members, seconds: float
) -> tuple[Mapping[int, int], float]:
    """The position of each person's group, and what the spread of organisations is at least for
    these sizes and this balance of communities. Takes up to `seconds`; where they do not suffice
    for any placing, it is the one that `mix` brings along."""
    counts = Counter(filter(None, map(organisation, members)))
    labels = {m.person_id: _label(m.community.value, organisation(m), counts) for m in members}
    programme = Programme()
    arcs = _arcs(programme, mix, labels, counts)
    found = whole(programme, seconds)
    least = found.bound + counts.total() * sum(size > 0 for size in mix.scope.least)
    of = mix.of if found.values is None else dealt(mix.scope, labels, arcs.flow(found.values))
    return of, least / len(members)


def _label(community: str, organisation: str | None, counts: Mapping[str, int]) -> Label:
    if organisation is None:
        return community, ""
    return community, organisation if counts[organisation] > 1 else None


def _arcs(
    programme: Programme, mix: Mix, labels: Mapping[int, Label], counts: Mapping[str, int]
) -> Arcs[Label]:
    """Everybody counts in their community and their organisation in a group; the communities are
    as `mix` has them, and the organisations cost by their distance. The cost of nobody from an
    organisation is left out everywhere."""
    sizes, total = mix.scope.least, len(labels)
    rooms = [programme.row(size) for size in sizes]
    communities = {node: programme.row(0) for node in mix.people}
    for node, (low, high) in mix.people.items():
        programme.column(0, low, high, [(communities[node], -1.0), (rooms[node[0]], 1.0)])
    many = [name for name, count in counts.items() if count > 1]
    organisations = {(g, name): programme.row(0) for g in range(len(sizes)) for name in many}
    for (group, name), start in organisations.items():
        Stairs(programme, steps(sizes[group], counts[name], total), start)

    def nodes(kind: Kind[Label], group: int) -> list[int]:
        community, name = kind[1]
        own = [organisations[group, name]] if name else []
        return [communities[group, community], *own]

    def alone(kind: Kind[Label], group: int) -> float:
        return total / sizes[group] - 2 if kind[1][1] is None else 0.0

    return Arcs(programme, mix.scope.kinds(labels), nodes, alone, whole=True)
