"""What is still in question while the placing is narrowed down step by step."""

from collections import Counter
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Self, TypeVar

from meeting.groups.model import Groups, Members
from meeting.groups.seats import seats

# People with the same groups open to them and the same label are interchangeable in a step, so
# they go into its programme as one kind with a number of people.
Label = TypeVar("Label", bound=Hashable)
Kind = tuple[tuple[int, ...], Label]


@dataclass(frozen=True, slots=True)
class Scope:
    """The groups open to each person, by position in the list of groups, and for each group the
    least and the most people.

    Each placing within that keeps to the sizes is as good as any other in all that has been
    decided so far.
    """

    open: Mapping[int, tuple[int, ...]]
    least: tuple[int, ...]
    most: tuple[int, ...]

    @classmethod
    def everything(cls, members: Members, groups: Groups, must: Mapping[int, str]) -> Self:
        """All that seats, and the people who must be in a group, allow."""
        position = {group.session_id: number for number, group in enumerate(groups)}
        people = sorted(member.person_id for member in members)
        anywhere = tuple(range(len(groups)))
        open_to = {p: (position[must[p]],) if p in must else anywhere for p in people}
        return cls(open_to, (0,) * len(groups), tuple(seats(each, members) for each in groups))

    @property
    def sizes(self) -> Sequence[tuple[int, int]]:
        """The least and the most people of each group."""
        return tuple(zip(self.least, self.most, strict=True))

    def within_reach(self) -> "Scope":
        """Without sizes that nobody's choices could bring about; a group whose seats nobody has
        counted has many of these."""
        open_to = Counter(group for groups in self.open.values() for group in groups)
        only = Counter(groups[0] for groups in self.open.values() if len(groups) == 1)
        least = tuple(max(low, only[group]) for group, low in enumerate(self.least))
        most = tuple(min(high, open_to[group]) for group, high in enumerate(self.most))
        return replace(self, least=least, most=most)

    def kinds(self, labels: Mapping[int, Label]) -> Counter[Kind[Label]]:
        """How many people there are of each kind; `labels` tell people apart, by person id."""
        return Counter((groups, labels[person]) for person, groups in self.open.items())

    def narrowed(
        self,
        labels: Mapping[int, Label],
        open_to: Mapping[Kind[Label], tuple[int, ...]],
        sizes: Sequence[tuple[int, int]],
    ) -> "Scope":
        """Only these groups open to each kind, and only these sizes."""
        least, most = zip(*sizes, strict=True)
        # A group without seats can look open: to send nobody there costs nothing.
        useful = {
            kind: tuple(group for group in groups if most[group])
            for kind, groups in open_to.items()
        }
        people = {p: useful[groups, labels[p]] for p, groups in self.open.items()}
        return Scope(people, least, most)
