"""Every placing there is, narrowed down by the definition in words: the solver's judge."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import product

from meeting.groups.model import Groups, Member, Members

Of = Mapping[int, str]
Measure = Callable[[Of], Fraction | int]


@dataclass(frozen=True)
class Question:
    """What a solver is asked; `must` is who has no choice, a pin before a part in a session."""

    members: Members
    groups: Groups
    pinned: Mapping[int, str] = field(default_factory=dict)
    keep: bool = False

    @property
    def names(self) -> list[str]:
        return [group.session_id for group in self.groups]

    @property
    def must(self) -> dict[int, str]:
        places = {m.person_id: self.pinned.get(m.person_id, m.fixed) for m in self.members}
        return {person: place for person, place in places.items() if place is not None}


def possible(question: Question) -> list[Of]:
    """All placings that keep to the seats and to who must be where."""
    people = [m.person_id for m in question.members]
    choices = [[question.must[p]] if p in question.must else question.names for p in people]
    every = (dict(zip(people, places, strict=True)) for places in product(*choices))
    return [of for of in every if _fits(of, question.groups)]


def best(question: Question) -> list[Of]:
    """All placings that are best in everything but organisations."""
    communities = {m.person_id: m.community.value for m in question.members}
    measures: list[Measure] = [
        lambda of: question.keep * moved(of, question),
        *(_not_got(question, rank) for rank in range(len(question.names))),
        lambda of: sum(size * size for size in Counter(of.values()).values()),
        lambda of: distance(of, communities, question.names),
    ]
    placings = possible(question)
    for measure in measures:
        placings = _least(placings, measure)
    return placings


def is_best(of: Of, question: Question) -> bool:
    """Whether a placing is one of the best, and of those with its sizes best by organisations."""
    organisations = {m.person_id: m.organisation for m in question.members}
    same_sizes = [each for each in best(question) if Counter(each.values()) == Counter(of.values())]
    return of in _least(same_sizes, lambda each: distance(each, organisations, question.names))


def moved(of: Of, question: Question) -> int:
    """How many people leave a group that they are in."""
    staying = [m for m in question.members if m.now in question.names]
    return sum(of[m.person_id] != m.now for m in staying)


def distance(of: Of, traits: Mapping[int, str], names: list[str]) -> Fraction:
    """The sum over groups and traits of |share in the group - share over all|; "" is no trait."""
    total = Fraction(0)
    for name in names:
        there = [traits[person] for person, place in of.items() if place == name]
        for trait in {trait for trait in traits.values() if trait and there}:
            over_all = Fraction(list(traits.values()).count(trait), len(traits))
            total += abs(Fraction(there.count(trait), len(there)) - over_all)
    return total


def _least(placings: list[Of], measure: Measure) -> list[Of]:
    measured = [(measure(of), of) for of in placings]
    least = min((value for value, _ in measured), default=0)
    return [of for value, of in measured if value == least]


def _fits(of: Of, groups: Groups) -> bool:
    sizes = Counter(of.values())
    return all(g.capacity is None or sizes[g.session_id] <= g.capacity for g in groups)


def _not_got(question: Question, rank: int) -> Measure:
    """How many of those who have a say are elsewhere than the choice of this rank."""
    free = [m for m in question.members if m.person_id not in question.must]
    wished = [(m.person_id, _wish(m, question.names, rank)) for m in free]
    return lambda of: sum(of[person] != wish for person, wish in wished)


def _wish(member: Member, names: list[str], rank: int) -> str | None:
    wishes = [wish for wish in member.wishes if wish in names]
    return wishes[rank] if rank < len(wishes) else None
