"""Whom an announcement is for: any of the values of one kind, and all kinds together; pure."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from enum import StrEnum

from meeting.people import Community, Role


class Kind(StrEnum):
    """What people can be chosen by. A `session` has those whose day it belongs to, a `group` those
    whom the organisers have assigned to one of several parallel sessions. `unseen`: those who
    have not tapped "Got it" under an earlier announcement."""

    COMMUNITY = "community"
    ORGANISATION = "organisation"
    ROLE = "role"
    LANGUAGE = "language"
    SESSION = "session"
    GROUP = "group"
    UNSEEN = "unseen"


@dataclass(frozen=True, slots=True)
class Audience:
    """`chosen` holds (kind, value) pairs: OR within a kind, AND across kinds; none is everyone.

    Values are text: a community, an organisation, a role, a language code, a session id, or the
    number of an announcement.
    """

    chosen: tuple[tuple[Kind, str], ...] = ()

    @property
    def is_everyone(self) -> bool:
        return not self.chosen

    def has(self, kind: Kind, value: str) -> bool:
        return (kind, value) in self.chosen

    def values(self, kind: Kind) -> tuple[str, ...]:
        """The values of one kind, in the order in which they were chosen."""
        return tuple(value for each, value in self.chosen if each is kind)

    def toggled(self, kind: Kind, value: str) -> "Audience":
        """With this value, or without it where it was chosen."""
        if self.has(kind, value):
            return Audience(tuple(pair for pair in self.chosen if pair != (kind, value)))
        return replace(self, chosen=(*self.chosen, (kind, value)))


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody on the list, with what they can be chosen by.

    `language` is the one the bot speaks with them; `sessions` are the ids of their own day,
    `groups` those they are assigned to, `unseen` the numbers of the announcements that wait for
    their tap. `linked`: they have opened the bot; `reachable`: and have not blocked it since.
    """

    person_id: int
    name: str
    organisation: str
    community: Community
    role: Role
    language: str
    sessions: frozenset[str] = field(default_factory=frozenset)
    groups: frozenset[str] = field(default_factory=frozenset)
    unseen: frozenset[str] = field(default_factory=frozenset)
    linked: bool = True
    reachable: bool = True

    def values(self, kind: Kind) -> frozenset[str]:
        """What this person is, in one respect."""
        sets = {Kind.SESSION: self.sessions, Kind.GROUP: self.groups, Kind.UNSEEN: self.unseen}
        single = {
            Kind.COMMUNITY: str(self.community),
            Kind.ORGANISATION: self.organisation,
            Kind.ROLE: str(self.role),
            Kind.LANGUAGE: self.language,
        }
        return sets[kind] if kind in sets else frozenset({single[kind]})


def chosen(audience: Audience, everybody: Iterable[Candidate]) -> tuple[Candidate, ...]:
    """Those of everybody whom the audience means."""
    return tuple(one for one in everybody if _fits(audience, one))


def _fits(audience: Audience, one: Candidate) -> bool:
    kinds = {kind for kind, _ in audience.chosen}
    return all(not one.values(kind).isdisjoint(audience.values(kind)) for kind in kinds)
