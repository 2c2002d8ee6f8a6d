"""Announcements and their versions; what one causes is written in the same transaction."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, Engine, RowMapping, Select, delete, insert, select, update

from meeting.announcements import Announcement, Message, Status, Version, VersionKind
from meeting.audience import Audience
from meeting.delivery import Urgency
from store.announcement_document import (
    audience_from_document,
    audience_to_document,
    message_from_document,
    message_to_document,
)
from store.dialects import reading, writing
from store.newest import IS_NEWEST
from store.next_versions import put_next_deliveries, stop_earlier
from store.outgoing import ANNOUNCEMENT, put_deliveries
from store.tables import announcement_versions as versions
from store.tables import announcements, drafts

# A correction or withdrawal of what somebody has in their chat is not given up sooner.
MENDED_WITHIN = timedelta(days=7)
STARTED = (Status.RUNNING, Status.PAUSED, Status.DONE)


@dataclass(frozen=True, slots=True)
class NewAnnouncement:
    """What is written down when an announcement is sent, or `scheduled` for `began_at`; `author`
    is a chat; times are aware."""

    author: int
    urgency: Urgency
    audience: Audience
    message: Message
    began_at: datetime
    useful_until: datetime
    scheduled: bool = False


class AnnouncementRows:
    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def add(
        self, new: NewAnnouncement, people: Sequence[int], now: datetime, draft_id: int
    ) -> int | None:
        """Send or schedule what was a draft: the draft goes, the announcement and one delivery
        for each of these people come, all or nothing. None where the draft was gone."""
        with writing(self._engine) as connection:
            if not _take_draft(connection, draft_id):
                return None
            announcement_id = _insert(connection, new)
            version_id = _insert_version(
                connection, announcement_id, VersionKind.ORIGINAL, new.message, now
            )
            if not new.scheduled:
                useful, urgency = new.useful_until, new.urgency
                put_deliveries(connection, ANNOUNCEMENT, version_id, people, urgency, now, useful)
            return announcement_id

    def add_version(
        self,
        announcement_id: int,
        kind: VersionKind,
        message: Message,
        now: datetime,
        draft_id: int | None = None,
    ) -> int | None:
        """A newer word on the same matter: the earlier versions are not sent any further, and
        whoever is concerned has one delivery of this one. Returns the version's id; None, and
        nothing changed, where the draft was gone or the announcement was withdrawn before."""
        with writing(self._engine) as connection:
            if draft_id is not None and not _take_draft(connection, draft_id):
                return None
            found = connection.execute(_current().where(announcements.c.id == announcement_id))
            row = found.mappings().one_or_none()
            if row is None or row[versions.c.kind] == VersionKind.WITHDRAWAL:
                return None
            number = row[versions.c.number] + 1
            version_id = _insert_version(connection, announcement_id, kind, message, now, number)
            put_next_deliveries(connection, announcement_id, version_id, now + MENDED_WITHIN)
            stop_earlier(connection, announcement_id, version_id)
            _set(connection, announcement_id, status=Status.RUNNING, finished_at=None)
            return version_id

    def open(self, announcement_id: int, people: Sequence[int], now: datetime) -> bool:
        """A scheduled announcement goes out now; False where it no longer waits."""
        with writing(self._engine) as connection:
            changed = connection.execute(
                update(announcements)
                .where(announcements.c.id == announcement_id)
                .where(announcements.c.status == Status.SCHEDULED)
                .values(status=Status.RUNNING, began_at=now)
            )
            if not changed.rowcount:
                return False
            row = connection.execute(_current().where(announcements.c.id == announcement_id))
            found = row.mappings().one()
            put_deliveries(
                connection,
                ANNOUNCEMENT,
                found[versions.c.id],
                people,
                Urgency(found[announcements.c.urgency]),
                now,
                found[announcements.c.useful_until],
            )
            return True

    def move(self, announcement_id: int, before: Status, after: Status) -> bool:
        """Change how an announcement stands; False where it did not stand so."""
        with writing(self._engine) as connection:
            changed = connection.execute(
                update(announcements)
                .where(announcements.c.id == announcement_id, announcements.c.status == before)
                .values(status=after)
            )
            return bool(changed.rowcount)

    def reschedule(self, announcement_id: int, at: datetime) -> None:
        """A scheduled announcement goes out at another time."""
        with writing(self._engine) as connection:
            connection.execute(
                update(announcements)
                .where(announcements.c.id == announcement_id)
                .where(announcements.c.status == Status.SCHEDULED)
                .values(began_at=at)
            )

    def get(self, announcement_id: int) -> Announcement | None:
        """An announcement with its newest version."""
        return next(iter(self._all(_current().where(announcements.c.id == announcement_id))), None)

    def of_version(self, version_id: int) -> Announcement | None:
        """The announcement that has this version, with its newest one."""
        owner = select(versions.c.announcement_id).where(versions.c.id == version_id)
        query = _current().where(announcements.c.id == owner.scalar_subquery())
        return next(iter(self._all(query)), None)

    def past(self, author: int | None = None) -> tuple[Announcement, ...]:
        """All announcements, or those from one chat, newest first."""
        query = _current().order_by(announcements.c.id.desc())
        if author is not None:
            query = query.where(announcements.c.author == author)
        return self._all(query)

    def standing(self, *statuses: Status) -> tuple[Announcement, ...]:
        """The announcements that stand so, oldest first."""
        query = _current().where(announcements.c.status.in_(statuses))
        return self._all(query.order_by(announcements.c.id))

    def put_report(self, announcement_id: int, message_id: int | None) -> None:
        """Remember which message in the author's chat shows how it goes; None: none does yet."""
        with writing(self._engine) as connection:
            _set(connection, announcement_id, report_message=message_id)

    def _all(self, query: Select[*tuple[object, ...]]) -> tuple[Announcement, ...]:
        with reading(self._engine) as connection:
            return tuple(announcement(row) for row in connection.execute(query).mappings())


def announcement(row: RowMapping) -> Announcement:
    """An announcement from a row that holds it beside its newest version."""
    return Announcement(
        announcement_id=row[announcements.c.id],
        author=row[announcements.c.author],
        status=Status(row[announcements.c.status]),
        urgency=Urgency(row[announcements.c.urgency]),
        audience=audience_from_document(row[announcements.c.audience]),
        began_at=row[announcements.c.began_at],
        useful_until=row[announcements.c.useful_until],
        finished_at=row[announcements.c.finished_at],
        report_message=row[announcements.c.report_message],
        version=Version(
            version_id=row[versions.c.id],
            number=row[versions.c.number],
            kind=VersionKind(row[versions.c.kind]),
            message=message_from_document(row[versions.c.message]),
            created_at=row[versions.c.created_at],
        ),
    )


def _current() -> Select[*tuple[object, ...]]:
    """Announcements, each beside its newest version."""
    return select(announcements, versions).join_from(announcements, versions).where(IS_NEWEST)


def _take_draft(connection: Connection, draft_id: int) -> bool:
    return bool(connection.execute(delete(drafts).where(drafts.c.id == draft_id)).rowcount)


def _insert(connection: Connection, new: NewAnnouncement) -> int:
    row = {
        "author": new.author,
        "status": Status.SCHEDULED if new.scheduled else Status.RUNNING,
        "urgency": new.urgency,
        "audience": audience_to_document(new.audience),
        "began_at": new.began_at,
        "useful_until": new.useful_until,
    }
    added = connection.execute(insert(announcements).values(row).returning(announcements.c.id))
    announcement_id: int = added.scalar_one()
    return announcement_id


def _insert_version(
    connection: Connection,
    announcement_id: int,
    kind: VersionKind,
    message: Message,
    now: datetime,
    number: int = 1,
) -> int:
    row = {
        "announcement_id": announcement_id,
        "number": number,
        "kind": kind,
        "message": message_to_document(message),
        "created_at": now,
    }
    added = connection.execute(insert(versions).values(row).returning(versions.c.id))
    version_id: int = added.scalar_one()
    return version_id


def _set(connection: Connection, announcement_id: int, **values: object) -> None:
    connection.execute(
        update(announcements).where(announcements.c.id == announcement_id).values(values)
    )
