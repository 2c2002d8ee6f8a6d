"""How deliveries come to be, end early and come back to life, within the transaction of a cause."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta

from sqlalchemy import (
    ColumnElement,
    Connection,
    Row,
    Select,
    and_,
    case,
    exists,
    func,
    insert,
    or_,
    select,
    update,
)

from meeting.announcements import Status, VersionKind
from meeting.delivery import Action, State, Urgency
from store.chunks import chunks
from store.newest import IS_NEWEST
from store.tables import announcement_versions as versions
from store.tables import announcements, chats, copies, deliveries, people

ANNOUNCEMENT = "announcement"
# Whoever opens the bot, or writes again, is greeted first.
AFTER_GREETING = timedelta(seconds=2)
# Due whatever the clock says: one that was put back must not hold up what was to go at once.
AT_ONCE = datetime(1970, 1, 1, tzinfo=UTC)
UNREACHED = (State.NOT_LINKED, State.BLOCKED, State.GONE)
# What waits nevertheless is a repeat that an organiser asked for.
ARRIVED = exists().where(copies.c.delivery_id == deliveries.c.id)


def put_deliveries(
    connection: Connection,
    version_id: int,
    person_ids: Sequence[int],
    urgency: Urgency,
    now: datetime,
    not_after: datetime,
) -> None:
    """One delivery of a version for each of these people; those who cannot be reached, or for
    whom it is too late, are written down as such."""
    rows = [
        _new(version_id, person_id, urgency, not_after, state)
        for person_id, state in _states(connection, person_ids, now > not_after)
    ]
    if rows:
        connection.execute(insert(deliveries), rows)


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
            new = _new(version_id, row.person_id, Urgency(row.urgency), not_after, state)
            rows.append(new | {"doubtful": row.doubtful})
    if rows:
        connection.execute(insert(deliveries), rows)


def stop_earlier(connection: Connection, announcement_id: int, version_id: int) -> None:
    """No version of an announcement but this one is tried any further."""
    earlier = select(versions.c.id).where(
        versions.c.announcement_id == announcement_id, versions.c.id != version_id
    )
    stop(connection, deliveries.c.subject_id.in_(earlier), State.CANCELLED)


def stop(connection: Connection, which: ColumnElement[bool], state: State) -> int:
    """What waits among these deliveries of announcements is tried no further: what has not been
    tried ends in `state`, what is in doubt stays so (`meeting.delivery.stopped`), and so does what
    has arrived and was to be repeated."""
    waits = and_(deliveries.c.kind == ANNOUNCEMENT, deliveries.c.due_at.is_not(None), which)
    ended = case(
        (deliveries.c.state == State.UNKNOWN, State.UNKNOWN.value),
        (ARRIVED, State.SENT.value),
        else_=state.value,
    )
    changed = connection.execute(update(deliveries).where(waits).values(state=ended, due_at=None))
    return changed.rowcount


def revive(connection: Connection, chat_id: int, now: datetime) -> None:
    """Somebody writes from this chat: what is still useful to them, and could not reach them, is
    sent after all; what could not be taken back there is taken back."""
    person = select(people.c.id).where(people.c.chat_id == chat_id).scalar_subquery()
    alive = (
        select(versions.c.id)
        .join_from(versions, announcements)
        .where(
            or_(
                versions.c.kind != VersionKind.WITHDRAWAL,
                deliveries.c.action == Action.DELETE,
            )
        )
        .where(announcements.c.status.in_((Status.RUNNING, Status.PAUSED, Status.DONE)))
        .where(IS_NEWEST)
        .correlate(deliveries)
    )
    connection.execute(
        update(deliveries)
        .where(deliveries.c.person_id == person, deliveries.c.state.in_(UNREACHED))
        .where(deliveries.c.kind == ANNOUNCEMENT, deliveries.c.not_after > now)
        .where(deliveries.c.subject_id.in_(alive))
        .values(state=State.PENDING, due_at=now + AFTER_GREETING, reason=None)
    )


def _new(
    version_id: int,
    person_id: int,
    urgency: Urgency,
    not_after: datetime,
    state: State,
) -> dict[str, object]:
    return {
        "kind": ANNOUNCEMENT,
        "subject_id": version_id,
        "person_id": person_id,
        "state": state,
        "action": Action.SEND,
        "urgency": urgency,
        "doubtful": False,
        "resends": 0,
        "attempts": 0,
        "again": 0,
        "due_at": AT_ONCE if state is State.PENDING else None,
        "not_after": not_after,
    }


def _states(
    connection: Connection, person_ids: Sequence[int], too_late: bool
) -> Iterator[tuple[int, State]]:
    """People in the order given, each with the state in which their delivery begins."""
    for keys in chunks(person_ids):
        query = (
            select(people.c.id, people.c.chat_id, chats.c.unreachable)
            .join_from(people, chats, people.c.chat_id == chats.c.chat_id, isouter=True)
            .where(people.c.id.in_(keys))
        )
        found = {row.id: _reach(row.chat_id, row.unreachable) for row in connection.execute(query)}
        for key in keys:
            if key in found:
                yield key, State.EXPIRED if too_late else found[key]


def _reach(chat_id: int | None, unreachable: str | None) -> State:
    if chat_id is None:
        return State.NOT_LINKED
    return State(unreachable) if unreachable else State.PENDING


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
    return _reach(row.chat_id, row.unreachable)
