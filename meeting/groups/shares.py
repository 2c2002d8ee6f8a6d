"""What a share in a group costs by its distance from the share over all, as steps for whole people.

With the size of a group known, |people / size - share| is a bent line over the number of people.
Between two whole numbers only the chord counts: so fractions of people gain nothing, and a linear
programme finds the same as one with whole numbers wherever people flow along a tree.
"""

from meeting.groups.flows import Step

# Sums of distances that differ by less are the same.
ROUNDING = 1e-9


def steps(size: int, count: int, total: int) -> list[Step]:
    """The steps of total * |people / size - count / total| from no people to `size`; costs in
    people per person, rising."""
    if not size:
        return []
    below, rest = divmod(size * count, total)
    slope = total / size
    chord = [(1, (2 * below + 1) * slope - 2 * count)] if rest else []
    left = size - below - len(chord)
    return [step for step in [(below, -slope), *chord, (left, slope)] if step[0]]


def gap(reached: float, bound: float, total: int) -> float:
    """How far a sum of distances is at most from the best one, as a share of the best.

    A best one near 0 would make any difference endless, so it counts as at least 1 / `total`: that
    is less than what a single person changes by coming into any group. Endless where no bound is
    known.
    """
    if reached <= bound + ROUNDING:
        return 0.0
    return (reached - bound) / max(bound, 1 / total)
