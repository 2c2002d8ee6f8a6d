"""Who goes to which of several parallel sessions, decided exactly (HiGHS, through scipy).

One thing after the other, each among all placings that are best in what comes before it:

1. seats, and the people who must be in a group (chairs, speakers, rapporteurs, an organiser's
   pins): kept to without exception;
2. with `keep`, after a release: fewest people leave the group that they are in now;
3. wishes: most first choices, then most second choices, and so on. Who gets none of their wishes
   is at the end of that row; who has said none costs nothing anywhere, and who must be in a group
   has no say and is not counted as unhappy. It is not the same as the fewest people with none of
   their wishes: two second choices are never preferred to one first choice and one refusal;
4. even sizes: the least sum of squares;
5. communities: the least `spread` of meeting/groups/measures.py, over all such sizes. Where
   several sizes allow the same one, those that were found first are settled here;
6. organisations: the least such spread of theirs, for these sizes. Of what is equal in all that,
   one is taken.

Steps 2 to 4 and, but for the choice of sizes, 5 are flows: their linear programmes end in whole
numbers, and their prices describe all other best placings (meeting/groups/flows.py). Only the
choice of sizes in 5 and step 6 are searches: these alone can run out of time, and `gap` is the
larger of theirs. The same input gives the same proposal, whatever the order of the members, unless
time runs out.

Importing this module imports scipy.optimize: half a second and 50 MB. Services import it inside of
the function that places people, and call it in a thread; other threads go on meanwhile.
"""

import time
from collections.abc import Mapping
from dataclasses import replace

from meeting.groups.communities import best_mix
from meeting.groups.measures import measured
from meeting.groups.model import Groups, Members, Placing, Proposal, Short
from meeting.groups.organisations import best_by_organisation
from meeting.groups.preference import best_wishes, even_sizes, fewest_moves
from meeting.groups.scope import Scope
from meeting.groups.seats import held, shortage
from meeting.groups.shares import gap
from meeting.groups.sizes import settled


def place(
    members: Members,
    groups: Groups,
    *,
    seconds: float = 60,
    keep: bool = False,
    pinned: Mapping[int, str] | None = None,
) -> Proposal | Short:
    """The best placing, or which seats are missing for any.

    After about `seconds` the searches end with the best that they have (HiGHS looks at the clock
    now and then); what comes before them takes a few seconds for thousands of people and is not
    cut short. `pinned` are sessions by person id, as an organiser has put them. Raises
    ValueError where a person is there twice, or must be in a session that is no group.
    """
    begin = time.perf_counter()
    members = sorted(members, key=lambda member: member.person_id)
    must = held(members, groups, pinned or {})
    short = shortage(members, groups, must)
    if short is not None:
        return short
    positions, bounds = _best(members, groups, must, keep, begin + seconds)
    of = {person: groups[position].session_id for person, position in positions.items()}
    proposal = measured(members, groups, Placing(of, frozenset(must)))
    reached = proposal.spread, proposal.organisations
    gaps = [
        gap(value, bound, len(members))
        for value, bound in zip(reached, bounds, strict=True)
        if bound is not None
    ]
    return replace(proposal, gap=max(gaps, default=0.0), seconds=time.perf_counter() - begin)


def _best(
    members: Members, groups: Groups, must: Mapping[int, str], keep: bool, until: float
) -> tuple[Mapping[int, int], tuple[float | None, float | None]]:
    """The position of each person's group, and what the two spreads are at least, None where
    nothing had to be searched for. The searches end at `until`, a moment of perf_counter."""
    if not members:
        return {}, (None, None)
    scope = Scope.everything(members, groups, must)
    if keep:
        scope = fewest_moves(scope, members, groups)
    scope = even_sizes(best_wishes(scope, members, groups, must))
    scope, spread = settled(scope, members, _left(until) / 2)
    mix = best_mix(scope, members)
    of, organisations = best_by_organisation(mix, members, _left(until))
    return of, (spread, organisations)


def _left(until: float) -> float:
    return max(0.0, until - time.perf_counter())
