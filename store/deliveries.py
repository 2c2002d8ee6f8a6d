"""The outbox's rows: claimed before the call, settled after it, taken up again after a crash."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import (
    Boolean,
    Connection,
    Engine,
    and_,
    bindparam,
    exists,
    insert,
    or_,
    select,
    update,
)

from meeting.announcements import Status
from meeting.delivery import Action, Standing, State, Urgency, postponed, stopped
from store.claims import (
    Claimed,
    claim,
    end_undeliverable,
    is_deliverable,
    next_due,
    standing_of,
)
from store.dialects import reading, writing
from store.newest import IS_NEWEST
from store.outgoing import ANNOUNCEMENT, ARRIVED, stop
from store.revival import AFTER_GREETING
from store.tables import announcement_versions as versions
from store.tables import announcements, chats, copies, deliveries

Rule = Callable[[Standing, Urgency], Standing]
_GOES_ON = (
    select(versions.c.id)
    .join_from(versions, announcements)
    .where(versions.c.id == bindparam("version_id"), IS_NEWEST)
    .where(announcements.c.status != Status.CANCELLED)
)
_WRITE = (
    update(deliveries)
    .where(deliveries.c.id == bindparam("delivery_id"))
    .values(
        state=bindparam("new_state"),
        # Never taken back, not by the late answer to an earlier run either.
        doubtful=or_(deliveries.c.doubtful, bindparam("new_doubtful", type_=Boolean)),
        resends=bindparam("new_resends"),
        due_at=bindparam("new_due_at"),
        settled_at=bindparam("now"),
        reason=bindparam("new_reason"),
    )
)


@dataclass(frozen=True, slots=True)
class Subject:
    """What a delivery is of: a version of an announcement, or a notice."""

    kind: str
    subject_id: int


class DeliveryRows:
    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def claim(self, now: datetime) -> Claimed | None:
        """The next delivery, committed as on its way; None where nothing is due. Those of people
        who are not there any more end here.

        Looked for without a lock: what an organiser has stopped meanwhile is not claimed.
        """
        while True:
            with reading(self._engine) as connection:
                row = next_due(connection, now)
            if row is None:
                return None
            with writing(self._engine) as connection:
                if not is_deliverable(row):
                    end_undeliverable(connection, row)
                elif claimed := claim(connection, row):
                    return claimed

    def settle(
        self,
        claimed: Claimed,
        rule: Rule,
        now: datetime,
        message_id: int | None = None,
        unreachable: State | None = None,
        reason: str = "",
    ) -> Standing:
        """Write down what became of an attempt: `rule` makes the new standing of the old one; a
        message that was accepted is kept as a copy; `unreachable`, blocked or gone, is kept of
        the chat, unless they wrote after the claim: then it is tried again. Returns the standing
        as it is written: nothing waits any more where there is a newer version or the announcement
        was cancelled meanwhile."""
        with writing(self._engine) as connection:
            standing = rule(claimed.standing, claimed.urgency)
            if unreachable is not None and _wrote_meanwhile(connection, claimed):
                unreachable = None
                standing = postponed(claimed.standing, now + AFTER_GREETING)
            subject = Subject(claimed.kind, claimed.subject_id)
            key = claimed.delivery_id, subject, claimed.person_id
            standing = _unless_over(connection, standing, *key)
            _write(connection, claimed.delivery_id, standing, now, reason)
            if message_id is not None:
                connection.execute(
                    insert(copies).values(
                        delivery_id=claimed.delivery_id,
                        chat_id=claimed.recipient.chat_id,
                        message_id=message_id,
                        sent_at=now,
                    )
                )
            if unreachable is not None and _is_of_chat(claimed):
                chat = update(chats).where(chats.c.chat_id == claimed.recipient.chat_id)
                connection.execute(chat.values(unreachable=unreachable))
            return standing

    def recover(self, rule: Rule, now: datetime) -> dict[Subject, int]:
        """Take up what an earlier run left on its way; returns how many messages may have arrived,
        by what they were of."""
        left: dict[Subject, int] = {}
        with writing(self._engine) as connection:
            query = select(deliveries).where(deliveries.c.state == State.SENDING)
            for row in connection.execute(query).mappings().all():
                before = standing_of(row)
                subject = Subject(row[deliveries.c.kind], row[deliveries.c.subject_id])
                standing = rule(before, Urgency(row[deliveries.c.urgency]))
                key = row[deliveries.c.id], subject, row[deliveries.c.person_id]
                standing = _unless_over(connection, standing, *key)
                _write(connection, row[deliveries.c.id], standing, now, "")
                if before.action is Action.SEND:
                    left[subject] = left.get(subject, 0) + 1
        return left

    def expire(self, now: datetime) -> int:
        """End what waits and is too late by now; returns how many."""
        late = and_(deliveries.c.due_at.is_not(None), deliveries.c.not_after < now)
        with reading(self._engine) as connection:
            if connection.execute(select(deliveries.c.id).where(late).limit(1)).first() is None:
                return 0
        with writing(self._engine) as connection:
            repeats = stop(connection, and_(late, ARRIVED), State.EXPIRED)
            rows = connection.execute(select(deliveries).where(late)).mappings().all()
            for row in rows:
                ended = stopped(standing_of(row), State.EXPIRED)
                _write(connection, row[deliveries.c.id], ended, now, "")
            return repeats + len(rows)

    def finish(self, now: datetime) -> tuple[int, ...]:
        """Mark the announcements done of which nothing waits any more; returns their ids."""
        waits = (
            select(deliveries.c.id)
            .join_from(deliveries, versions, deliveries.c.subject_id == versions.c.id)
            .where(deliveries.c.kind == ANNOUNCEMENT)
            .where(versions.c.announcement_id == announcements.c.id)
            .where(deliveries.c.due_at.is_not(None) | (deliveries.c.state == State.SENDING))
        )
        over = and_(announcements.c.status == Status.RUNNING, ~exists(waits))
        with reading(self._engine) as connection:
            done = tuple(connection.execute(select(announcements.c.id).where(over)).scalars())
        if done:
            with writing(self._engine) as connection:
                ended = update(announcements).where(announcements.c.id.in_(done), over)
                connection.execute(ended.values(status=Status.DONE, finished_at=now))
        return done


def _unless_over(
    connection: Connection, standing: Standing, delivery_id: int, subject: Subject, person_id: int
) -> Standing:
    """How a delivery stands after an attempt, given what became of its announcement meanwhile; a
    notice stays what it is."""
    if not (standing.waits or standing.doubtful) or _goes_on(connection, subject):
        return standing
    if standing.doubtful:
        _pass_on_doubt(connection, subject.subject_id, person_id)
    arrived = select(deliveries.c.id).where(deliveries.c.id == delivery_id, ARRIVED)
    has_it = connection.execute(arrived).first() is not None
    return stopped(standing, State.SENT if has_it else State.CANCELLED)


def _wrote_meanwhile(connection: Connection, claimed: Claimed) -> bool:
    """Whether the person wrote after the claim: a refusal may be older than that."""
    chat = chats.c.chat_id == claimed.recipient.chat_id
    last_seen = connection.execute(select(chats.c.last_seen).where(chat)).scalar()
    return last_seen != claimed.last_seen


def _is_of_chat(claimed: Claimed) -> bool:
    """Whether all was done in the chat where the person is now: an old one may be closed."""
    return all(copy.chat_id == claimed.recipient.chat_id for copy in claimed.copies)


def _goes_on(connection: Connection, subject: Subject) -> bool:
    """Whether this is a notice, or the newest version of an announcement that was not cancelled."""
    if subject.kind != ANNOUNCEMENT:
        return True
    return connection.execute(_GOES_ON, {"version_id": subject.subject_id}).first() is not None


def _write(
    connection: Connection, delivery_id: int, standing: Standing, now: datetime, reason: str
) -> None:
    connection.execute(
        _WRITE,
        {
            "delivery_id": delivery_id,
            "new_state": standing.state,
            "new_doubtful": standing.doubtful,
            "new_resends": standing.resends,
            "new_due_at": standing.due_at,
            "now": now,
            "new_reason": reason or None,
        },
    )


def _pass_on_doubt(connection: Connection, version_id: int, person_id: int) -> None:
    """What takes this delivery's place cannot change a copy that nobody knows of."""
    same = versions.alias("same")
    newer = (
        select(same.c.id)
        .join_from(versions, same, same.c.announcement_id == versions.c.announcement_id)
        .where(versions.c.id == version_id, same.c.number > versions.c.number)
    )
    connection.execute(
        update(deliveries)
        .where(deliveries.c.kind == ANNOUNCEMENT, deliveries.c.subject_id.in_(newer))
        .where(deliveries.c.person_id == person_id)
        .values(doubtful=True)
    )
