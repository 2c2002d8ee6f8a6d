"""Everybody on the list with what they can be chosen by, in a few queries for all of them."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, Engine, Row, Select, String, cast, func, select

from meeting.announcements import VersionKind
from meeting.delivery import State, Urgency
from meeting.people import Community, Participant, Role, in_order
from store.dialects import reading
from store.newest import IS_NEWEST, newest_of
from store.outgoing import ANNOUNCEMENT
from store.people import ASSIGNED, FOLLOWING
from store.tables import announcement_versions as versions
from store.tables import chats, deliveries, people, sessions_of_people

SEPARATOR = "\x1f"  # the control character for it, which no id has
PERHAPS_THERE = (State.SENT, State.UNKNOWN)
Groups = Mapping[int, frozenset[str]]


@dataclass(frozen=True, slots=True)
class CandidateRow:
    """Somebody on the list. `participant` holds their languages; its chat id is 0 where they have
    not opened the bot. `assigned` and `following` are ids of sessions, `unseen` the numbers of the
    urgent announcements that wait for their tap, as text."""

    person_id: int
    folded_key: str
    name: str
    organisation: str
    community: Community
    participant: Participant
    linked: bool
    reachable: bool
    assigned: frozenset[str]
    following: frozenset[str]
    unseen: frozenset[str]


class Candidates:
    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def everybody(self, sessions: bool = True, unseen: bool = True) -> tuple[CandidateRow, ...]:
        """Everybody on the list, by name; without their sessions, and what they have not seen,
        where nobody asks for them: in a congress these take most of the time."""
        with reading(self._engine) as connection:
            return read_candidates(connection, sessions, unseen)

    def recipients(self, announcement_id: int) -> frozenset[int]:
        """The ids of the people whom the newest version of an announcement is for."""
        newest = newest_of(announcement_id)
        wanted = select(deliveries.c.person_id).where(
            deliveries.c.kind == ANNOUNCEMENT, deliveries.c.subject_id == newest.scalar_subquery()
        )
        with reading(self._engine) as connection:
            return frozenset(connection.execute(wanted).scalars())


def read_candidates(
    connection: Connection, sessions: bool = True, unseen: bool = True
) -> tuple[CandidateRow, ...]:
    """`Candidates.everybody` within a transaction."""
    assigned = _sessions(connection, ASSIGNED) if sessions else {}
    following = _sessions(connection, FOLLOWING) if sessions else {}
    waiting = _unseen(connection) if unseen else {}
    none: frozenset[str] = frozenset()
    found = [
        _row(row, *(each.get(row.id, none) for each in (assigned, following, waiting)))
        for row in connection.execute(_LISTED)
    ]
    return tuple(sorted(found, key=lambda row: in_order(row.name)))


_LISTED = (
    select(people, chats.c.language_code, chats.c.language.label("chosen"), chats.c.unreachable)
    .join_from(people, chats, people.c.chat_id == chats.c.chat_id, isouter=True)
    .where(people.c.listed)
)


def _sessions(connection: Connection, kind: str) -> Groups:
    """The sessions that people are assigned to, or follow, by person."""
    return _groups(
        connection,
        select(sessions_of_people.c.person_id, _joined(sessions_of_people.c.session_id))
        .where(sessions_of_people.c.kind == kind)
        .group_by(sessions_of_people.c.person_id),
    )


def _unseen(connection: Connection) -> Groups:
    """The urgent announcements that people have, or may have, and have not tapped, by person."""
    return _groups(
        connection,
        select(deliveries.c.person_id, _joined(cast(versions.c.announcement_id, String)))
        .join_from(deliveries, versions, deliveries.c.subject_id == versions.c.id)
        .where(deliveries.c.kind == ANNOUNCEMENT, deliveries.c.urgency == Urgency.URGENT)
        .where(deliveries.c.state.in_(PERHAPS_THERE), deliveries.c.seen_at.is_(None))
        .where(versions.c.kind != VersionKind.WITHDRAWAL)
        .where(IS_NEWEST)
        .group_by(deliveries.c.person_id),
    )


def _joined(values: ColumnElement[str]) -> ColumnElement[str]:
    """The values of a group in one text: 3,000 rows are read in a tenth of the time of 90,000."""
    return func.aggregate_strings(values, SEPARATOR)


def _groups(connection: Connection, query: Select[int, str]) -> Groups:
    return {key: frozenset(text.split(SEPARATOR)) for key, text in connection.execute(query)}


def _row(
    row: Row[*tuple[object, ...]],
    assigned: frozenset[str],
    following: frozenset[str],
    unseen: frozenset[str],
) -> CandidateRow:
    chat_id = row.chat_id
    participant = Participant(
        chat_id=chat_id or 0,
        name=row.name,
        chosen_language=row.chosen,
        telegram_language=row.language_code,
        person_id=row.id,
        role=Role(row.role),
        listed_language=row.language,
    )
    return CandidateRow(
        person_id=row.id,
        folded_key=row.folded_key,
        name=row.name,
        organisation=row.organisation,
        community=Community(row.community),
        participant=participant,
        linked=chat_id is not None,
        reachable=chat_id is not None and row.unreachable is None,
        assigned=assigned,
        following=following,
        unseen=unseen,
    )
