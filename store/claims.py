"""What is due next, and how it is claimed; the statements are made once, for they run often."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, RowMapping, and_, bindparam, exists, or_, select, update

from meeting.announcements import Status, VersionKind
from meeting.delivery import Action, Standing, State, Urgency, begun
from meeting.people import Participant, Role
from store.outgoing import ANNOUNCEMENT
from store.tables import announcement_versions as versions
from store.tables import announcements, chats, copies, deliveries, people

WAITING = (State.PENDING, State.UNKNOWN)
_OTHER = deliveries.alias("other")
_BUSY = exists().where(
    _OTHER.c.person_id == deliveries.c.person_id, _OTHER.c.state == State.SENDING
)
_OF_VERSION = and_(deliveries.c.kind == ANNOUNCEMENT, deliveries.c.subject_id == versions.c.id)
# What may be sent now: not while its announcement rests, and never two at once to one person.
_DUE = (
    select(deliveries, people.c.listed, people.c.chat_id, people.c.role, versions.c.kind)
    .add_columns(people.c.language.label("listed_language"))
    .add_columns(chats.c.name, chats.c.language, chats.c.language_code, chats.c.last_seen)
    .select_from(deliveries)
    .join(people)
    .join(chats, people.c.chat_id == chats.c.chat_id, isouter=True)
    .join(versions, _OF_VERSION, isouter=True)
    .join(announcements, versions.c.announcement_id == announcements.c.id, isouter=True)
    .where(deliveries.c.state.in_(WAITING))
    .where(deliveries.c.urgency == bindparam("urgency"), deliveries.c.due_at <= bindparam("now"))
    .where(deliveries.c.not_after >= bindparam("now"))
    .where(or_(announcements.c.status.is_(None), announcements.c.status != Status.PAUSED), ~_BUSY)
    .order_by(deliveries.c.due_at, deliveries.c.id)
    .limit(1)
)
_CLAIM = (
    update(deliveries)
    .where(deliveries.c.id == bindparam("delivery_id"), deliveries.c.due_at.is_not(None))
    .values(
        state=bindparam("new_state"),
        action=bindparam("new_action"),
        due_at=None,
        attempts=deliveries.c.attempts + 1,
    )
)
_END = (
    update(deliveries)
    .where(deliveries.c.id == bindparam("delivery_id"), deliveries.c.due_at.is_not(None))
    .values(state=bindparam("new_state"), due_at=None)
)
_SAME = versions.alias("same")
_SIBLINGS = (
    select(_SAME.c.id)
    .join_from(versions, _SAME, _SAME.c.announcement_id == versions.c.announcement_id)
    .where(versions.c.id == bindparam("version_id"))
)
_COPIES = (
    select(copies)
    .join_from(copies, deliveries)
    .where(deliveries.c.kind == ANNOUNCEMENT, deliveries.c.subject_id.in_(_SIBLINGS))
    .where(deliveries.c.person_id == bindparam("person_id"))
    .order_by(copies.c.id)
)


@dataclass(frozen=True, slots=True)
class CopyRow:
    """A message that Telegram accepted; the time is UTC."""

    chat_id: int
    message_id: int
    sent_at: datetime


@dataclass(frozen=True, slots=True)
class Claimed:
    """A delivery on its way, of the version or the notice `subject_id`. `recipient` is whom it is
    for, where they are now, and `last_seen` (UTC) when they wrote last; `copies` are the messages
    to change where the action is not to send one; `again` counts how often an organiser had it
    sent once more."""

    delivery_id: int
    kind: str
    subject_id: int
    person_id: int
    recipient: Participant
    last_seen: datetime
    standing: Standing
    urgency: Urgency
    again: int
    copies: tuple[CopyRow, ...]


def next_due(connection: Connection, now: datetime) -> RowMapping | None:
    """The delivery whose turn it is: urgent ones first, then in the order in which they became
    due."""
    for urgency in Urgency:
        row = connection.execute(_DUE, {"urgency": urgency, "now": now}).mappings().first()
        if row is not None:
            return row
    return None


def is_deliverable(row: RowMapping) -> bool:
    """Whether there is somebody to write to: on the list, and in a chat that is known. What is
    withdrawn is taken back from those who are off the list, too."""
    is_theirs = row[people.c.listed] or row[versions.c.kind] == VersionKind.WITHDRAWAL
    return bool(is_theirs) and row[chats.c.name] is not None


def claim(connection: Connection, row: RowMapping) -> Claimed | None:
    """Mark a delivery as on its way; None where it no longer waits."""
    found = _copies(connection, row)
    again = row[deliveries.c.again]
    standing = begun(standing_of(row), _action(row[versions.c.kind], again, found))
    changed = connection.execute(
        _CLAIM,
        {
            "delivery_id": row[deliveries.c.id],
            "new_state": standing.state,
            "new_action": standing.action,
        },
    )
    if not changed.rowcount:
        return None
    return Claimed(
        delivery_id=row[deliveries.c.id],
        kind=row[deliveries.c.kind],
        subject_id=row[deliveries.c.subject_id],
        person_id=row[deliveries.c.person_id],
        recipient=_recipient(row),
        last_seen=row[chats.c.last_seen],
        standing=standing,
        urgency=Urgency(row[deliveries.c.urgency]),
        again=again,
        copies=found if standing.action is not Action.SEND else (),
    )


def end_undeliverable(connection: Connection, row: RowMapping) -> None:
    """Nobody is there any more: off the list, or in no chat."""
    state = State.NOT_LINKED if row[people.c.listed] else State.CANCELLED
    connection.execute(_END, {"delivery_id": row[deliveries.c.id], "new_state": state})


def standing_of(row: RowMapping) -> Standing:
    """How a delivery stands, from its row."""
    return Standing(
        state=State(row[deliveries.c.state]),
        action=Action(row[deliveries.c.action]),
        doubtful=row[deliveries.c.doubtful],
        resends=row[deliveries.c.resends],
        due_at=row[deliveries.c.due_at],
    )


def _action(kind: str | None, again: int, found: tuple[CopyRow, ...]) -> Action:
    if kind == VersionKind.WITHDRAWAL:
        return Action.DELETE
    if kind == VersionKind.CORRECTION and found and not again:
        return Action.EDIT
    return Action.SEND


def _copies(connection: Connection, row: RowMapping) -> tuple[CopyRow, ...]:
    """Every copy of any version of the same announcement that somebody has, oldest first; of an
    original, and of a notice, there is none to change."""
    if row[versions.c.kind] in (None, VersionKind.ORIGINAL):
        return ()
    whose = {"version_id": row[deliveries.c.subject_id], "person_id": row[deliveries.c.person_id]}
    found = connection.execute(_COPIES, whose)
    return tuple(CopyRow(each.chat_id, each.message_id, each.sent_at) for each in found)


def _recipient(row: RowMapping) -> Participant:
    return Participant(
        chat_id=row[people.c.chat_id],
        name=row[chats.c.name],
        chosen_language=row[chats.c.language],
        telegram_language=row[chats.c.language_code],
        person_id=row[deliveries.c.person_id],
        role=Role(row[people.c.role]),
        listed_language=row["listed_language"],
    )
