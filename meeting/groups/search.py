"""Whole values for a programme that is nearly a flow: mostly the first corner has them already."""

import time
from dataclasses import replace

import numpy as np

from meeting.groups.programme import Found, Programme, Way

# A value that is this near to a whole number is one.
NEAR = 1e-6
# A cost this near to its bound, as a share of it, has reached it.
REACHED = 1e-9


def whole(programme: Programme, seconds: float) -> Found:
    """The best whole values: exactly, or what is known after about `seconds`.

    First with fractions, whose cost is a bound. Where some are left, only the people in fractions
    are placed anew; that mostly reaches the bound. Else all are, for the time that is left.
    """
    until = time.perf_counter() + seconds
    corner = programme.corner(Way.INSIDE, seconds)
    if corner is None:
        return Found()
    asked = programme.whole_columns()
    settled = np.where(asked, np.floor(corner.values + NEAR), -np.inf)
    if np.all(np.abs(corner.values - settled)[asked] <= NEAR):
        return Found(corner.values, corner.cost, corner.cost)
    near = programme.search(_left(until), settled)
    near = replace(near, bound=corner.cost)
    if near.cost <= corner.cost + REACHED * max(1, abs(corner.cost)):
        return near
    found = programme.search(_left(until))
    bound = max(found.bound, corner.cost)
    return replace(min(near, found, key=lambda each: each.cost), bound=bound)


def _left(until: float) -> float:
    return max(0.0, until - time.perf_counter())
