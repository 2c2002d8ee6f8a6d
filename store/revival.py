"""Somebody writes again: what could not reach them, and is still useful, is sent after all."""

from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, Connection, and_, or_, select, update

from meeting.announcements import Status, VersionKind
from meeting.delivery import Action, State
from meeting.notices import NoticeKind
from store.newest import IS_NEWEST
from store.outgoing import ANNOUNCEMENT, NOTICE
from store.tables import announcement_versions as versions
from store.tables import announcements, deliveries, notices, people

# Whoever opens the bot, or writes again, is greeted first.
AFTER_GREETING = timedelta(seconds=2)
UNREACHED = (State.NOT_LINKED, State.BLOCKED, State.GONE)
# Whoever opens the bot for the first time never saw what these put right.
FOR_THOSE_WHO_KNEW = (NoticeKind.CHANGE, NoticeKind.ROOM, NoticeKind.RECALL)


def revive(connection: Connection, chat_id: int, now: datetime) -> None:
    """Somebody writes from this chat: what is still useful to them, and could not reach them, is
    sent after all; what could not be taken back there is taken back."""
    person = select(people.c.id).where(people.c.chat_id == chat_id).scalar_subquery()
    connection.execute(
        update(deliveries)
        .where(deliveries.c.person_id == person, deliveries.c.state.in_(UNREACHED))
        .where(deliveries.c.not_after > now)
        .where(or_(_live_announcement(), _useful_notice()))
        .values(state=State.PENDING, due_at=now + AFTER_GREETING, reason=None)
    )


def _live_announcement() -> ColumnElement[bool]:
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
    return and_(deliveries.c.kind == ANNOUNCEMENT, deliveries.c.subject_id.in_(alive))


def _useful_notice() -> ColumnElement[bool]:
    for_newcomers = select(notices.c.id).where(notices.c.kind.not_in(FOR_THOSE_WHO_KNEW))
    return and_(
        deliveries.c.kind == NOTICE,
        or_(
            deliveries.c.state != State.NOT_LINKED,
            deliveries.c.subject_id.in_(for_newcomers),
        ),
    )
