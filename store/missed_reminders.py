"""Reminders that came too late: found, and told to the organisers once, within a transaction."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, Row, and_, bindparam, or_, select, update

from meeting.delivery import State
from meeting.notices import NoticeKind
from meeting.reminders import ReminderState
from store.notices import NewNotice, put_notice
from store.outgoing import NOTICE
from store.people import ORGANISERS
from store.tables import deliveries, notices, reminders


@dataclass(frozen=True, slots=True)
class Missed:
    """So many people were not reminded of a session; the start is UTC."""

    session_id: str
    starts: datetime
    people: int


Say = Callable[[Sequence[Missed]], NewNotice]

_OF_REMINDERS = and_(deliveries.c.kind == NOTICE, notices.c.kind == NoticeKind.REMINDER)
_ON_THEIR_WAY = (
    select(deliveries.c.id)
    .join_from(deliveries, notices, deliveries.c.subject_id == notices.c.id)
    .where(deliveries.c.state.in_((State.PENDING, State.SENDING, State.UNKNOWN)), _OF_REMINDERS)
    .where(or_(deliveries.c.due_at.is_not(None), deliveries.c.state == State.SENDING))
    .limit(1)
)
# Given to the outbox, and too late before its turn came there.
_EXPIRED = (
    select(reminders.c.id)
    .join_from(deliveries, notices, deliveries.c.subject_id == notices.c.id)
    .join(reminders, reminders.c.person_id == deliveries.c.person_id)
    .where(deliveries.c.state == State.EXPIRED, _OF_REMINDERS)
    .where(reminders.c.state == ReminderState.GIVEN)
    .where(reminders.c.session_id == notices.c.noun["session_id"].as_string())
    .where(reminders.c.not_after == deliveries.c.not_after)
)
# A stale one has no `settled_at` until the organisers are told of it.
_UNTOLD = select(reminders.c.id, reminders.c.session_id, reminders.c.not_after).where(
    reminders.c.state == ReminderState.STALE, reminders.c.settled_at.is_(None)
)
_STALE = update(reminders).where(reminders.c.id == bindparam("reminder_id"))


def are_on_their_way(connection: Connection) -> bool:
    """Whether the outbox has reminders that may still arrive."""
    return connection.execute(_ON_THEIR_WAY).first() is not None


def are_to_be_told(connection: Connection) -> bool:
    """Whether any came too late of which the organisers do not know."""
    queries = _UNTOLD.limit(1), _EXPIRED.limit(1)
    return any(connection.execute(query).first() is not None for query in queries)


def tell_organisers(connection: Connection, say: Say, now: datetime) -> None:
    """One notice of all that came too late, and every row marked as told, all or nothing."""
    expired = connection.execute(_EXPIRED).scalars().all()
    _mark(connection, expired, None)
    untold = connection.execute(_UNTOLD).all()
    if untold:
        organisers = connection.execute(ORGANISERS.order_by("id")).scalars().all()
        put_notice(connection, say(_counted(untold)), organisers, now)
        _mark(connection, [row.id for row in untold], now)


def _mark(connection: Connection, numbers: Sequence[int], settled_at: datetime | None) -> None:
    if numbers:
        values = {"state": ReminderState.STALE, "settled_at": settled_at}
        connection.execute(_STALE.values(values), [{"reminder_id": each} for each in numbers])


def _counted(untold: Sequence[Row[int, str, datetime]]) -> list[Missed]:
    """By start."""
    counts = Counter((starts, session_id) for _, session_id, starts in untold)
    return [Missed(session_id, starts, n) for (starts, session_id), n in sorted(counts.items())]
