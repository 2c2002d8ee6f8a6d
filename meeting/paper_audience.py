"""Who may read a paper: all, organisers, one community, or the people of one session; pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from meeting.people import Community, Role


class AudienceKind(StrEnum):
    """By what the readers of a paper are chosen."""

    ALL = "all"
    ORGANISERS = "organisers"
    COMMUNITY = "community"
    SESSION = "session"


@dataclass(frozen=True, slots=True)
class PaperAudience:
    """`value` is a community, or the id of a session; empty for the other kinds."""

    kind: AudienceKind = AudienceKind.ALL
    value: str = ""


@dataclass(frozen=True, slots=True)
class Reader:
    """What counts of somebody who asks, at the moment they ask: see `listed_reader`. `community` is
    None for somebody who is on no list; `sessions` are ids."""

    role: Role
    community: Community | None
    sessions: frozenset[str] = frozenset()


FOR_ALL = PaperAudience()


def listed_reader(
    role: Role | None,
    community: Community,
    assigned: Iterable[str],
    parts: Iterable[str],
    for_everybody: Iterable[str],
) -> Reader:
    """Somebody on the list, with the ids of the sessions whose papers are for them: those that the
    organisers have put them into, those in which they have a part, and those that concern
    everybody. Whoever follows a session by a tap of their own is not among its people."""
    sessions = frozenset((*assigned, *parts, *for_everybody))
    return Reader(role or Role.PARTICIPANT, community, sessions)


def may_read(audience: PaperAudience, reader: Reader) -> bool:
    """Whether a paper is for this reader; organisers read everything."""
    if reader.role is Role.ORGANISER:
        return True
    match audience.kind:
        case AudienceKind.ALL:
            return True
        case AudienceKind.ORGANISERS:
            return False
        case AudienceKind.COMMUNITY:
            return reader.community is not None and audience.value == reader.community
        case AudienceKind.SESSION:
            return audience.value in reader.sessions
