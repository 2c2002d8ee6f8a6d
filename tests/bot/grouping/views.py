"""A block of two sessions and four people, as organisers look at it, for tests of texts."""

from dataclasses import replace
from datetime import UTC, datetime

from bot.wording import load_wording
from meeting.agenda import Room
from meeting.groups.model import Member
from meeting.parallel import Block
from meeting.people import Community
from services.groups_view import BlockView, GroupMember
from store.blocks import BlockRow
from store.groups import NewProposal, ProposalRow
from tests.two_days import AGENDA, FUNDING, POLICE, at

ENGLISH, FRENCH = load_wording(("en", "fr")).languages
ROOMS = (Room("nobel", "Nobel", "first floor", 2), Room("munch", "Munch", "", 3))
BLOCK = Block("A", (FUNDING, POLICE))
MADE = ProposalRow(
    1, 1, datetime(2008, 2, 11, 12, 40, tzinfo=UTC), NewProposal("A", {}, frozenset(), 1, 7, 0.0)
)


def somebody(
    number: int,
    name: str,
    group: str | None = None,
    *,
    community: Community = Community.DIPLOMACY,
    wishes: tuple[str, ...] = (),
    fixed: str | None = None,
    now: str | None = None,
    pinned: bool = False,
    linked: bool = True,
) -> GroupMember:
    member = Member(number, community, "MFA", wishes, fixed, now)
    return GroupMember(member, name.lower(), name, group, pinned, linked)


ADA = somebody(1, "Ada", "police", wishes=("police", "funding"))
BO = somebody(2, "Bo", "funding", fixed="funding", community=Community.DEVELOPMENT)
CY = somebody(3, "Cy", "funding", wishes=("police", "funding"))
DI = somebody(4, "Di", "police", community=Community.DEVELOPMENT, linked=False)
VIEW = BlockView(
    BLOCK, replace(AGENDA, rooms=ROOMS), 1, at(11, "13:52"), (ADA, BO, CY, DI), BlockRow(), MADE
)


def view(*members: GroupMember, **changes: object) -> BlockView:
    return replace(VIEW, members=members or VIEW.members, **changes)  # type: ignore[arg-type]


def unplaced(one: GroupMember) -> GroupMember:
    return replace(one, group=None)
