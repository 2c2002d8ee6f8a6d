"""A linear programme, written row by row and column by column, and solved by HiGHS.

This module imports scipy.optimize, which takes about half a second and 50 MB; whoever uses it
outside of the solver imports it inside of the function that needs it. HiGHS lets other threads run
while it searches.
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import Bounds, LinearConstraint, linprog, milp
from scipy.sparse import csr_array

Numbers = NDArray[np.float64]

# Finer than what HiGHS keeps to unasked: what a price says has to be beyond doubt.
TOLERANCE = 1e-9
# The shortest time limit, in seconds: linprog takes 0 for none.
MOMENT = 0.001


class Way(StrEnum):
    """How a linear programme is solved; either way ends in a corner."""

    EDGES = "highs-ds"  # from corner to corner: sure
    INSIDE = "highs-ipm"  # by the interior: up to ten times as fast where many corners are equal


@dataclass(frozen=True, slots=True)
class Corner:
    """An optimal corner: its cost, and for each column (float64) its value and price, which is
    what the cost rises by for each unit by which the column leaves its bound."""

    cost: float
    values: Numbers
    prices: Numbers


@dataclass(frozen=True, slots=True)
class Found:
    """The best whole values that were found (float64, one for each column), None where there were
    none in time; their cost, and the bound that no cost can be below."""

    values: Numbers | None = None
    cost: float = math.inf
    bound: float = -math.inf


class Programme:
    """Least total cost of columns between bounds, under rows between bounds."""

    def __init__(self) -> None:
        self._rows: list[tuple[float, float]] = []
        self._columns: list[tuple[float, float, float, bool]] = []
        self._entries: list[tuple[int, int, float]] = []

    def row(self, low: float, high: float | None = None) -> int:
        """A new row, as its number: between `low` and `high`; an equality without `high`."""
        self._rows.append((low, low if high is None else high))
        return len(self._rows) - 1

    def column(
        self,
        cost: float,
        low: float,
        high: float,
        entries: Iterable[tuple[int, float]],
        *,
        whole: bool = False,
    ) -> int:
        """A new column with its entries (row, factor), as its number."""
        self._columns.append((cost, low, high, whole))
        number = len(self._columns) - 1
        self._entries += [(row, number, factor) for row, factor in entries]
        return number

    def enter(self, row: int, column: int, factor: float) -> None:
        """One more entry of a column."""
        self._entries.append((row, column, factor))

    def whole_columns(self) -> NDArray[np.bool_]:
        """Which columns ask for whole values."""
        return np.array([whole for *_, whole in self._columns], dtype=bool)

    def corner(self, way: Way, seconds: float = math.inf) -> Corner | None:
        """Solved with fractions allowed; None where there is no solution, or none in time."""
        costs, matrix, (low, high) = self._costs(), self._matrix(), np.array(self._rows).T
        equal = low == high
        result = linprog(
            costs,
            A_ub=matrix[~equal],
            b_ub=high[~equal],
            A_eq=matrix[equal],
            b_eq=low[equal],
            bounds=[(low, high) for _, low, high, _ in self._columns],
            method=str(way),
            options={
                "time_limit": max(MOMENT, seconds),
                "primal_feasibility_tolerance": TOLERANCE,
                "dual_feasibility_tolerance": TOLERANCE,
            },
        )
        if result.status != 0:
            return None
        return Corner(result.fun, result.x, result.lower.marginals + result.upper.marginals)

    def search(self, seconds: float, at_least: Numbers | None = None) -> Found:
        """Solved with whole values, none of them less than in `at_least` where that is given."""
        low, high = np.array([(low, high) for _, low, high, _ in self._columns]).T
        result = milp(
            self._costs(),
            constraints=LinearConstraint(self._matrix(), *np.array(self._rows).T),
            bounds=Bounds(low if at_least is None else np.maximum(low, at_least), high),
            integrality=self.whole_columns(),
            options={"time_limit": max(MOMENT, seconds), "mip_rel_gap": 0.0},
        )
        cost = math.inf if result.x is None else float(result.fun)
        bound = -math.inf if result.mip_dual_bound is None else float(result.mip_dual_bound)
        return Found(result.x, cost, bound)

    def _costs(self) -> Numbers:
        return np.array([cost for cost, *_ in self._columns])

    def _matrix(self) -> csr_array:
        rows, columns, factors = zip(*self._entries, strict=True)
        shape = len(self._rows), len(self._columns)
        return csr_array((factors, (rows, columns)), shape=shape)
