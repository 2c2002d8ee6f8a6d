"""Deliveries of an announcement's next version: whoever the one before was for, and how it stands
with them."""

from datetime import datetime

from sqlalchemy import Connection, Row, Select, func, insert, or_, select

from meeting.announcements import VersionKind
from meeting.delivery import State, Urgency
from store.outgoing import ANNOUNCEMENT, new_row, reach, stop
from store.tables import announcement_versions as versions
from store.tables import chats, copies, deliveries, people


def put_next_deliveries(
    connection: Connection,
    announcement_id: int,
    version_id: int,
    not_after: datetime,
) -> None:
    """One delivery of a newer version for whoever the one before it was for; of a withdrawal, for
    whoever may have a copy. What is in doubt stays in doubt."""
    withdrawal = _kind(connection, version_id) == VersionKind.WITHDRAWAL
    rows = []
    for row in connection.execute(_before(announcement_id, version_id)):
        state = _next_state(row, withdrawal)
        if state is not None:
            urgency = Urgency(row.urgency)
            new = new_row(ANNOUNCEMENT, version_id, row.person_id, urgency, not_after, state)
            rows.append(new | {"doubtful": row.doubtful})
    if rows:
        connection.execute(insert(deliveries), rows)


def stop_earlier(connection: Connection, announcement_id: int, version_id: int) -> None:
    """No version of an announcement but this one is tried any further."""
    earlier = select(versions.c.id).where(
        versions.c.announcement_id == announcement_id, versions.c.id != version_id
    )
    is_earlier = (deliveries.c.kind == ANNOUNCEMENT) & deliveries.c.subject_id.in_(earlier)
    stop(connection, is_earlier, State.CANCELLED)


def _kind(connection: Connection, version_id: int) -> VersionKind:
    found = connection.execute(select(versions.c.kind).where(versions.c.id == version_id))
    return VersionKind(found.scalar_one())


def _before(announcement_id: int, version_id: int) -> Select[*tuple[object, ...]]:
    """The deliveries of the version before this one, each with what matters for the next."""
    before = (
        select(func.max(versions.c.id))
        .where(versions.c.announcement_id == announcement_id, versions.c.id < version_id)
        .scalar_subquery()
    )
    return (
        select(
            deliveries.c.person_id,
            deliveries.c.state,
            deliveries.c.urgency,
            deliveries.c.doubtful,
            people.c.chat_id,
            chats.c.unreachable,
            deliveries.c.person_id.in_(_may_have_copies(announcement_id)).label("has_copy"),
        )
        .join_from(deliveries, people)
        .join(chats, people.c.chat_id == chats.c.chat_id, isouter=True)
        .where(deliveries.c.kind == ANNOUNCEMENT, deliveries.c.subject_id == before)
    )


def _may_have_copies(announcement_id: int) -> Select[*tuple[object, ...]]:
    """The people in whose chats a copy of any version is, or to whom one is on its way."""
    of_it = select(versions.c.id).where(versions.c.announcement_id == announcement_id)
    return (
        select(deliveries.c.person_id)
        .join_from(deliveries, copies, isouter=True)
        .where(deliveries.c.kind == ANNOUNCEMENT, deliveries.c.subject_id.in_(of_it))
        .where(or_(copies.c.id.is_not(None), deliveries.c.state == State.SENDING))
    )


def _next_state(row: Row[*tuple[object, ...]], withdrawal: bool) -> State | None:
    """How the delivery of the next version begins; None where there is nothing to deliver."""
    if row.has_copy:
        return State.PENDING
    if withdrawal:
        return State(row.state) if row.doubtful else None
    if row.state in (State.CANCELLED, State.EXPIRED):
        return State(row.state)
    return reach(row.chat_id, row.unreachable)
