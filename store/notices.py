"""Notices: written with what causes them, in one transaction; who got which."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, Engine, RowMapping, select, update

from meeting.delivery import State, Urgency
from meeting.notices import Notice, NoticeKind, Noun
from store.dialects import insert, reading, writing
from store.notice_document import kind_of, noun_from_document, noun_to_document
from store.outgoing import NOTICE, put_deliveries
from store.tables import deliveries, notices, people


@dataclass(frozen=True, slots=True)
class NewNotice:
    """What is to be said. `key` is the same whenever the same thing is; nobody hears it twice.
    Times are aware; `not_after` is until when it is useful."""

    key: str
    noun: Noun
    urgency: Urgency
    not_after: datetime
    cause: int | None = None
    author: int | None = None


@dataclass(frozen=True, slots=True)
class Heard:
    """How the delivery of a notice to somebody stands; the time is UTC."""

    person_id: int
    name: str
    state: State
    doubtful: bool
    seen_at: datetime | None


class Notices:
    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def get(self, notice_id: int) -> Notice | None:
        with reading(self._engine) as connection:
            found = connection.execute(select(notices).where(notices.c.id == notice_id))
            row = found.mappings().one_or_none()
            return notice_of(row) if row else None

    def by_key(self, key: str) -> Notice | None:
        """What was said under this key."""
        with reading(self._engine) as connection:
            found = connection.execute(select(notices).where(notices.c.key == key))
            row = found.mappings().one_or_none()
            return notice_of(row) if row else None

    def put(self, new: NewNotice, person_ids: Sequence[int], now: datetime) -> int:
        """Say something to these people, in a transaction of its own; its number."""
        with writing(self._engine) as connection:
            return put_notice(connection, new, person_ids, now)

    def heard(self, kind: NoticeKind, cause: int) -> tuple[Heard, ...]:
        """Everybody whom the notices of one cause are for, each delivery once."""
        query = (
            select(deliveries, people.c.name)
            .join_from(deliveries, notices, deliveries.c.subject_id == notices.c.id)
            .join(people, deliveries.c.person_id == people.c.id)
            .where(deliveries.c.kind == NOTICE)
            .where(notices.c.kind == kind, notices.c.cause == cause)
            .order_by(deliveries.c.id)
        )
        with reading(self._engine) as connection:
            return tuple(map(_heard, connection.execute(query).mappings()))

    def seen(self, person_id: int, notice_id: int, now: datetime) -> bool:
        """Somebody has tapped "Got it"; the first time counts. False where it is not theirs."""
        theirs = (
            (deliveries.c.kind == NOTICE)
            & (deliveries.c.subject_id == notice_id)
            & (deliveries.c.person_id == person_id)
        )
        with writing(self._engine) as connection:
            unseen = update(deliveries).where(theirs, deliveries.c.seen_at.is_(None))
            connection.execute(unseen.values(seen_at=now))
            return connection.execute(select(deliveries.c.id).where(theirs)).first() is not None


def put_notice(
    connection: Connection, new: NewNotice, person_ids: Sequence[int], now: datetime
) -> int:
    """Say something to these people within the transaction of its cause; its number. Whoever was
    told under the same key before is not told again."""
    notice_id = _notice_id(connection, new, now)
    told = set(
        connection.execute(
            select(deliveries.c.person_id).where(
                deliveries.c.kind == NOTICE, deliveries.c.subject_id == notice_id
            )
        ).scalars()
    )
    fresh = [each for each in dict.fromkeys(person_ids) if each not in told]
    put_deliveries(connection, NOTICE, notice_id, fresh, new.urgency, now, new.not_after)
    return notice_id


def notice_of(row: RowMapping) -> Notice:
    """A notice from its row."""
    kind = NoticeKind(row[notices.c.kind])
    return Notice(
        notice_id=row[notices.c.id],
        kind=kind,
        noun=noun_from_document(kind, row[notices.c.noun]),
        cause=row[notices.c.cause],
        author=row[notices.c.author],
        created_at=row[notices.c.created_at],
    )


def _notice_id(connection: Connection, new: NewNotice, now: datetime) -> int:
    row = {
        "kind": kind_of(new.noun),
        "key": new.key,
        "cause": new.cause,
        "noun": noun_to_document(new.noun),
        "author": new.author,
        "created_at": now,
    }
    connection.execute(insert(connection, notices).values(row).on_conflict_do_nothing())
    found = connection.execute(select(notices.c.id).where(notices.c.key == new.key))
    notice_id: int = found.scalar_one()
    return notice_id


def _heard(row: RowMapping) -> Heard:
    return Heard(
        person_id=row[deliveries.c.person_id],
        name=row[people.c.name],
        state=State(row[deliveries.c.state]),
        doubtful=row[deliveries.c.doubtful],
        seen_at=row[deliveries.c.seen_at],
    )
