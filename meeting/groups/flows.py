"""The two kinds of columns that all programmes of the solver are made of, and what prices say.

By complementary slackness a flow is optimal if and only if it uses nothing that has a price above
zero, and all of what has one below. So one optimal flow with its prices tells which others there
are.
"""

import math
from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Generic

from meeting.groups.programme import Corner, Numbers, Programme, Way
from meeting.groups.scope import Kind, Label, Scope

# Prices above this are some: the costs are of the order of 1, whatever the number of people.
NOTICEABLE = 1e-7

# A width and the cost of each unit of it; the costs rise from one to the next.
Step = tuple[float, float]


class Arcs(Generic[Label]):
    """How many people of each kind go to each group that is open to them.

    `nodes` are the rows that somebody of a kind counts in where they are in a group, given by its
    position; `cost` is what one person costs there.
    """

    def __init__(
        self,
        programme: Programme,
        kinds: Mapping[Kind[Label], int],
        nodes: Callable[[Kind[Label], int], Iterable[int]],
        cost: Callable[[Kind[Label], int], float] = lambda _, __: 0.0,
        *,
        whole: bool = False,
    ) -> None:
        self._numbers: dict[tuple[Kind[Label], int], int] = {}
        for kind, people in kinds.items():
            everybody = programme.row(people)
            for group in kind[0]:
                entries = [(row, 1.0) for row in (everybody, *nodes(kind, group))]
                number = programme.column(cost(kind, group), 0, math.inf, entries, whole=whole)
                self._numbers[kind, group] = number

    def still_open(self, corner: Corner) -> dict[Kind[Label], tuple[int, ...]]:
        """The groups of each kind that optimal flows may use."""
        kept: dict[Kind[Label], tuple[int, ...]] = {}
        for (kind, group), number in self._numbers.items():
            if corner.prices[number] <= NOTICEABLE:
                kept[kind] = (*kept.get(kind, ()), group)
        return kept

    def flow(self, values: Numbers) -> Iterator[tuple[Kind[Label], int, int]]:
        """Kind, group and number of people, in the order of kinds and groups."""
        for (kind, group), number in self._numbers.items():
            yield kind, group, round(values[number])


class Stairs:
    """A number of people at a cost that rises with them, as a column for each step.

    The people leave the node (a row) `start`, and arrive at `end` where there is one. With a
    `gate`, a column of 0 or 1, they are none unless it is 1.
    """

    def __init__(
        self,
        programme: Programme,
        steps: Iterable[Step],
        start: int,
        end: int | None = None,
        gate: int | None = None,
    ) -> None:
        self._steps: list[tuple[float, int]] = []
        for width, cost in steps:
            entries = [(start, -1.0)] if end is None else [(start, -1.0), (end, 1.0)]
            if gate is not None:
                limit = programme.row(-math.inf, 0)
                programme.enter(limit, gate, -width)
                entries.append((limit, 1.0))
            self._steps.append((width, programme.column(cost, 0, width, entries)))

    def range(self, corner: Corner) -> tuple[int, int]:
        """The least and the most people in optimal flows, each of the steps for itself."""
        prices = [(width, corner.prices[number]) for width, number in self._steps]
        least = sum(width for width, price in prices if price < -NOTICEABLE)
        free = sum(width for width, price in prices if abs(price) <= NOTICEABLE)
        return round(least), round(least + free)

    def people(self, values: Numbers) -> int:
        """How many there are in a flow."""
        return round(float(sum(values[number] for _, number in self._steps)))


def optimal(programme: Programme) -> Corner:
    """An optimal flow with its prices, for a programme that is one.

    Raises ArithmeticError where there is none: seats were counted before, so that is a mistake.
    """
    corner = programme.corner(Way.EDGES)
    if corner is None:
        raise ArithmeticError("no flow")
    return corner


def dealt(
    scope: Scope, labels: Mapping[int, Label], flow: Iterable[tuple[Kind[Label], int, int]]
) -> dict[int, int]:
    """A flow as the position of each person's group; within a kind by person id."""
    waiting: dict[Kind[Label], deque[int]] = defaultdict(deque)
    for person, groups in scope.open.items():
        waiting[groups, labels[person]].append(person)
    return {waiting[kind].popleft(): group for kind, group, count in flow for _ in range(count)}
