"""The nouns of parallel sessions: members with their wishes, groups with seats, what is proposed.

A group is one of the sessions that run side by side, with the room it is in.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from meeting.people import Community


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody who is to be placed in one of the groups.

    `wishes` are session ids, the first choice first; ids that are no group (any more) count as
    not there. `fixed` is the session that they chair, speak in or report from, `now` the one that
    they were given in the last release; None where there is none. Organisations are told apart by
    their letters; an empty one is none.
    """

    person_id: int
    community: Community = Community.OTHER
    organisation: str = ""
    wishes: tuple[str, ...] = ()
    fixed: str | None = None
    now: str | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """A parallel session and the seats of its room; None where nobody has counted them."""

    session_id: str
    capacity: int | None = None


@dataclass(frozen=True, slots=True)
class Placing:
    """The session of each person, by person id; `held` are those who could be nowhere else."""

    of: Mapping[int, str]
    held: frozenset[int] = frozenset()

    def people(self, session_id: str) -> tuple[int, ...]:
        """The person ids in a group, in order."""
        return tuple(sorted(person for person, place in self.of.items() if place == session_id))


@dataclass(frozen=True, slots=True)
class Tally:
    """How many people got what; the numbers add up to all of them.

    `later` got their third choice or a later one, `none` have wishes and got none of them,
    `unasked` have said no wish. `held` are in a group because of their part in it or because an
    organiser put them there, and never asked for it: that makes nobody unhappy.
    """

    first: int = 0
    second: int = 0
    later: int = 0
    none: int = 0
    unasked: int = 0
    held: int = 0


@dataclass(frozen=True, slots=True)
class Proposal:
    """A placing and how good it is.

    `spread` is the sum of |share in the room - share over all| over rooms and communities,
    `organisations` the same over organisations; both between 0 (the rooms are alike) and twice
    the number of rooms. `moves` counts who would change the group that they are in. `gap` is how
    far the worse of the two balances may at most be from the best one, as a share of it (0.01 is
    1 %; meeting/groups/solver.py says of which best one), and endless where time ran out before
    anything was known of it; `seconds` is how long it all took.
    """

    placing: Placing
    tally: Tally
    spread: float
    organisations: float
    moves: int = 0
    gap: float = 0.0
    seconds: float = field(default=0.0, compare=False)

    @property
    def first(self) -> int:
        """How many are in the group of their first choice."""
        return self.tally.first

    @property
    def second(self) -> int:
        """How many are in the group of their second choice."""
        return self.tally.second

    @property
    def later(self) -> int:
        """How many are in the group of their third or a later choice."""
        return self.tally.later

    @property
    def unasked(self) -> int:
        """How many have said no wish and are where there was room."""
        return self.tally.unasked


@dataclass(frozen=True, slots=True)
class Short:
    """Nobody can be placed: seats are missing.

    `which` are the groups that have fewer seats than people who must be there, `missing` the seats
    that these lack together and `each` those that each lacks; or "all", where the groups together
    have `missing` seats too few.
    """

    which: tuple[str, ...] | Literal["all"]
    missing: int
    each: Mapping[str, int] = field(default_factory=dict)


Members = Sequence[Member]
Groups = Sequence[Group]
