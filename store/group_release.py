"""Groups become those that hold, with all that this causes, in one transaction."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, Engine, delete, insert, select, update

from meeting.delivery import State
from meeting.notices import NoticeKind
from store.agendas import hold_newest
from store.blocks import note_asked, note_released
from store.chunks import chunks
from store.dialects import writing
from store.groups import ProposalRow, is_still
from store.living_cards import outdate_days
from store.notices import NewNotice, put_notice
from store.outgoing import NOTICE
from store.people import ASSIGNED
from store.tables import deliveries, group_proposals, notices, sessions_of_people

UNHEARD = State.PENDING, State.NOT_LINKED, State.BLOCKED, State.GONE
Told = Sequence[tuple[NewNotice, Sequence[int]]]  # each notice with the people it is for


@dataclass(frozen=True, slots=True)
class GroupRelease:
    """What is released: of the sessions of the block, the one of each person. `before` is how often
    the block was released, `number` the agenda that was looked at, `told` who hears what, `moved`
    whose day changes."""

    proposal: ProposalRow
    before: int
    number: int
    session_ids: Sequence[str]
    of: Mapping[int, str]
    told: Told
    moved: Sequence[int]


class GroupReleases:
    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def release(self, release: GroupRelease, now: datetime) -> bool:
        """False, and nothing changed, where proposal or agenda are not those that were looked at,
        or somebody else released meanwhile."""
        try:
            with writing(self._engine) as connection:
                _take(connection, release, now)
                _assign(connection, release)
                for notice, people in release.told:
                    _take_back(connection, NoticeKind.GROUP, release.proposal.made.block, people)
                    put_notice(connection, notice, people, now)
                outdate_days(connection, release.moved)
        except _Outrun:
            return False
        return True

    def ask(
        self, block: str, before: int, notice: NewNotice, people: Sequence[int], now: datetime
    ) -> bool:
        """Ask people what they would like; False, and nobody is asked, where they were asked more
        often than `before` already."""
        with writing(self._engine) as connection:
            if not note_asked(connection, block, before, now):
                return False
            _take_back(connection, NoticeKind.CHOICE, block, people)
            put_notice(connection, notice, people, now)
            return True


def _take_back(
    connection: Connection, kind: NoticeKind, block: str, person_ids: Sequence[int]
) -> None:
    """What these people were to hear of a block earlier, and have not, is not sent any more: the
    newer notice says it, also to those who open the bot only then."""
    earlier = select(notices.c.id).where(
        notices.c.kind == kind, notices.c.noun["block"].as_string() == block
    )
    for ids in chunks(person_ids):
        connection.execute(
            update(deliveries)
            .where(deliveries.c.kind == NOTICE, deliveries.c.subject_id.in_(earlier))
            .where(deliveries.c.person_id.in_(ids), deliveries.c.state.in_(UNHEARD))
            .where(~deliveries.c.doubtful, deliveries.c.again == 0)
            .values(state=State.CANCELLED, due_at=None)
        )


class _Outrun(Exception):
    """Something is not as it was looked at; the transaction is to be undone."""


def _take(connection: Connection, release: GroupRelease, now: datetime) -> None:
    """The proposal goes, and the block counts as released. Raises _Outrun."""
    if hold_newest(connection) != release.number:
        raise _Outrun
    gone = connection.execute(delete(group_proposals).where(is_still(release.proposal))).rowcount
    block = release.proposal.made.block
    if not (gone and note_released(connection, block, release.before, now)):
        raise _Outrun


def _assign(connection: Connection, release: GroupRelease) -> None:
    table = sessions_of_people
    of_block = table.c.kind == ASSIGNED, table.c.session_id.in_(release.session_ids)
    connection.execute(delete(table).where(*of_block))
    rows = [
        {"person_id": person_id, "session_id": place, "kind": ASSIGNED}
        for person_id, place in release.of.items()
    ]
    for some in chunks(rows):
        connection.execute(insert(table), some)
