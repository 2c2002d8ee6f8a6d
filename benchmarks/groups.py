"""Parallel sessions placed by the solver, next to first come, first served on the same wishes."""

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import fmean

from benchmarks.tables import print_table
from meeting.groups.fcfs import in_turn
from meeting.groups.model import Group, Member, Proposal, Short
from meeting.groups.solver import place
from meeting.people import Community

# Of 100 people; the meeting wants a balance among them.
COMMUNITIES = {
    Community.DIPLOMACY: 40,
    Community.DEVELOPMENT: 32,
    Community.DEFENCE: 18,
    Community.OTHER: 10,
}


@dataclass(frozen=True, slots=True)
class Size:
    """How many people in how many rooms; `spare` are the seats more than people, as a share.

    A small meeting is chance as much as method, so it is drawn more often.
    """

    people: int
    rooms: int
    draws: int = 1
    spare: float = 0.1


SIZES = (Size(60, 3, draws=30), Size(300, 8, draws=10), Size(2000, 20, draws=3))
HEADINGS = ("on average", "solver", "first come", "ratio")
NOTE = "spread: sum of |share in the room - share over all|"


def show() -> None:
    """Print a table for each size of meeting."""
    for size in SIZES:
        title = f"Parallel sessions, {size.people} people × {size.rooms} rooms, {size.draws} times"
        print_table(title, HEADINGS, measure(size), NOTE)


def measure(size: Size) -> list[list[str]]:
    """Each figure of the solver's placings and of first come, first served; and their ratio."""
    meetings = [meeting(size, seed) for seed in range(size.draws)]
    solved = [_placed(place(members, groups)) for groups, members in meetings]
    first_come = [_placed(in_turn(members, groups)) for groups, members in meetings]
    return [
        *(_row(what, of, solved, first_come) for what, of in FIGURES.items()),
        ["largest gap to the best spreads", f"{max(each.gap for each in solved):.2%}", "", ""],
        ["most seconds", f"{max(each.seconds for each in solved):.1f}", "", ""],
    ]


FIGURES: dict[str, Callable[[Proposal], float]] = {
    "people with their first choice": lambda each: each.first,
    "people with one of their wishes": lambda each: each.first + each.second + each.later,
    "spread of communities": lambda each: each.spread,
    "spread of organisations": lambda each: each.organisations,
}


def _placed(answer: Proposal | Short) -> Proposal:
    if isinstance(answer, Short):
        raise ValueError("the rooms are too small")
    return answer


def _row(
    what: str,
    of: Callable[[Proposal], float],
    solved: Sequence[Proposal],
    first_come: Sequence[Proposal],
) -> list[str]:
    solver, other = fmean(map(of, solved)), fmean(map(of, first_come))
    return [what, f"{solver:.2f}", f"{other:.2f}", f"{solver / other:.2f}"]


def meeting(size: Size, seed: int = 0) -> tuple[list[Group], list[Member]]:
    """Rooms with seats and people with wishes, as meetings have them: the same for the
    same seed.

    Some rooms are much more popular than others, and each community leans towards other ones;
    organisations send several people; the chair and two speakers of each room stay there and are
    not asked; one in ten of the others has said no wish.
    """
    chance = random.Random(seed)
    seats = -int(-size.people * (1 + size.spare) // size.rooms)
    groups = [Group(f"room {number + 1}", seats) for number in range(size.rooms)]
    names = [group.session_id for group in groups]
    liking = {each: _liking(size.rooms, chance) for each in COMMUNITIES}
    people = _people(size.people, chance)
    parts = dict(zip(chance.sample(range(size.people), 3 * size.rooms), names * 3, strict=True))
    return groups, [
        Member(
            person_id=number,
            community=community,
            organisation=organisation,
            wishes=() if number in parts else _wishes(names, liking[community], chance),
            fixed=parts.get(number),
        )
        for number, (community, organisation) in enumerate(people)
    ]


def _liking(rooms: int, chance: random.Random) -> list[float]:
    """How much each room draws a community: the first about six times as much as the tenth, but
    each community has a taste of its own."""
    return [chance.uniform(0.5, 2) / (1 + number) ** 0.8 for number in range(rooms)]


def _people(count: int, chance: random.Random) -> list[tuple[Community, str]]:
    """Community and organisation of everybody, in the order in which they choose: organisations
    of one to seven people, one in five of them with people of two communities."""
    people: list[tuple[Community, str]] = []
    kinds, weights = list(COMMUNITIES), list(COMMUNITIES.values())
    while len(people) < count:
        number, name = chance.choice((1, 1, 2, 3, 4, 7)), f"organisation {len(people)}"
        mixed = 2 if chance.random() < 0.2 else 1
        own = chance.choices(kinds, weights, k=mixed)
        people += [(chance.choice(own), name) for _ in range(number)]
    chance.shuffle(people)
    return people[:count]


def _wishes(names: Sequence[str], liking: list[float], chance: random.Random) -> tuple[str, ...]:
    """Up to three wishes; the more popular a room, the earlier it is among them."""
    if chance.random() < 0.1:
        return ()
    order = sorted(zip(names, liking, strict=True), key=lambda each: chance.expovariate(each[1]))
    return tuple(name for name, _ in order[: chance.choice((1, 2, 3, 3, 3))])
