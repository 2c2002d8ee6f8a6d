"""Who may read a paper: all, organisers, one community, or the people of one session; pure."""

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
    """What counts of somebody who asks, at the moment they ask.

    `community` is None for somebody who is on no list; `sessions` are the ids of those that the
    organisers have put them into or that they have a part in, not those they follow by a tap of
    their own.
    """

    role: Role
    community: Community | None
    sessions: frozenset[str] = frozenset()


FOR_ALL = PaperAudience()


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
