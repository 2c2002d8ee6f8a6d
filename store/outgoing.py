"""How deliveries come to be and end early, within the transaction of a cause."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime

from sqlalchemy import ColumnElement, Connection, and_, case, exists, insert, select, update

from meeting.delivery import Action, State, Urgency
from store.chunks import chunks
from store.tables import chats, copies, deliveries, people

# What a delivery is of: a version of an announcement, or a notice.
ANNOUNCEMENT = "announcement"
NOTICE = "notice"
# Due whatever the clock says: one that was put back must not hold up what was to go at once.
AT_ONCE = datetime(1970, 1, 1, tzinfo=UTC)
# What waits nevertheless is a repeat that an organiser asked for.
ARRIVED = exists().where(copies.c.delivery_id == deliveries.c.id)


def put_deliveries(
    connection: Connection,
    kind: str,
    subject_id: int,
    person_ids: Sequence[int],
    urgency: Urgency,
    now: datetime,
    not_after: datetime,
) -> None:
    """One delivery of a version or a notice for each of these people; those who cannot be
    reached, or for whom it is too late, are written down as such."""
    rows = [
        new_row(kind, subject_id, person_id, urgency, not_after, state)
        for person_id, state in _states(connection, person_ids, now > not_after)
    ]
    if rows:
        connection.execute(insert(deliveries), rows)


def new_row(
    kind: str,
    subject_id: int,
    person_id: int,
    urgency: Urgency,
    not_after: datetime,
    state: State,
) -> dict[str, object]:
    """A delivery of which nothing was tried yet."""
    return {
        "kind": kind,
        "subject_id": subject_id,
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


def stop(connection: Connection, which: ColumnElement[bool], state: State) -> int:
    """What waits among these deliveries is tried no further: what has not been tried ends in
    `state`, what is in doubt stays so (`meeting.delivery.stopped`), and so does what has arrived
    and was to be repeated. Returns how many."""
    waits = and_(deliveries.c.due_at.is_not(None), which)
    ended = case(
        (deliveries.c.state == State.UNKNOWN, State.UNKNOWN.value),
        (ARRIVED, State.SENT.value),
        else_=state.value,
    )
    changed = connection.execute(update(deliveries).where(waits).values(state=ended, due_at=None))
    return changed.rowcount


def reach(chat_id: int | None, unreachable: str | None) -> State:
    """The state in which a delivery begins to somebody in this chat."""
    if chat_id is None:
        return State.NOT_LINKED
    return State(unreachable) if unreachable else State.PENDING


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
        found = {row.id: reach(row.chat_id, row.unreachable) for row in connection.execute(query)}
        for key in keys:
            if key in found:
                yield key, State.EXPIRED if too_late else found[key]
