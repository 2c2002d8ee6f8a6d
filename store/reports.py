"""What became of an announcement: counts and people, from its newest version's deliveries."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, Connection, Engine, and_, case, func, or_, select, update

from meeting.announcements import Status, VersionKind
from meeting.delivery import Action, State
from meeting.people import in_order
from store.dialects import reading, writing
from store.newest import newest_of
from store.outgoing import ANNOUNCEMENT, AT_ONCE, stop
from store.tables import announcement_versions as versions
from store.tables import announcements, deliveries, people

RESENT_WITHIN = timedelta(days=1)  # what an organiser has sent once more is not given up sooner


@dataclass(frozen=True, slots=True)
class Tally:
    """How many deliveries stand alike; `waits`: they will be tried by themselves."""

    state: State
    waits: bool
    doubtful: bool
    seen: bool
    count: int


@dataclass(frozen=True, slots=True)
class Line:
    """One person's delivery; times are UTC. `waits`: it will be tried by itself."""

    name: str
    organisation: str
    state: State
    doubtful: bool
    waits: bool
    settled_at: datetime | None
    seen_at: datetime | None
    reason: str


class Reports:
    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def tallies(self, version_id: int) -> tuple[Tally, ...]:
        """How the deliveries of a version stand, counted."""
        waits = deliveries.c.due_at.is_not(None).label("waits")
        seen = deliveries.c.seen_at.is_not(None).label("seen")
        columns = deliveries.c.state, waits, deliveries.c.doubtful, seen
        query = (
            select(*columns, func.count().label("number"))
            .where(deliveries.c.kind == ANNOUNCEMENT, deliveries.c.subject_id == version_id)
            .group_by(*columns)
        )
        with reading(self._engine) as connection:
            return tuple(
                Tally(State(row.state), row.waits, row.doubtful, row.seen, row.number)
                for row in connection.execute(query)
            )

    def lines(self, version_id: int) -> tuple[Line, ...]:
        """The deliveries of a version by the people's names."""
        query = (
            select(deliveries, people.c.name, people.c.organisation)
            .join_from(deliveries, people)
            .where(deliveries.c.kind == ANNOUNCEMENT, deliveries.c.subject_id == version_id)
        )
        with reading(self._engine) as connection:
            rows = connection.execute(query).all()
        lines = (
            Line(
                row.name,
                row.organisation,
                State(row.state),
                row.doubtful,
                row.due_at is not None,
                row.settled_at,
                row.seen_at,
                row.reason or "",
            )
            for row in rows
        )
        return tuple(sorted(lines, key=lambda line: in_order(line.name)))

    def cancel(self, announcement_id: int) -> None:
        """Nothing of an announcement goes out any more; what is on its way arrives. What was
        corrected or withdrawn is not left half done."""
        mended = select(versions.c.announcement_id).where(versions.c.kind != VersionKind.ORIGINAL)
        with writing(self._engine) as connection:
            connection.execute(
                update(announcements)
                .where(announcements.c.id == announcement_id)
                .where(announcements.c.status != Status.DONE)
                .where(announcements.c.id.not_in(mended))
                .values(status=Status.CANCELLED)
            )
            if _status(connection, announcement_id) == Status.CANCELLED:
                stop(connection, _of_any_version(announcement_id), State.CANCELLED)

    def resend_doubtful(self, announcement_id: int, version_id: int, now: datetime) -> int:
        """Send once more what may not have arrived; returns how many."""
        doubtful = deliveries.c.state.in_((State.UNKNOWN, State.HELD))
        return self._resend(announcement_id, and_(doubtful, _of(version_id)), now)

    def resend_unseen(
        self, announcement_id: int, version_id: int, now: datetime, pause: timedelta
    ) -> int:
        """Send once more what has arrived and was not seen, but for what was sent once more less
        than `pause` ago; returns how many."""
        calm = or_(deliveries.c.again == 0, deliveries.c.settled_at <= now - pause)
        unseen = and_(deliveries.c.state == State.SENT, deliveries.c.seen_at.is_(None), calm)
        return self._resend(announcement_id, and_(unseen, _of(version_id)), now)

    def see(self, version_id: int, person_id: int, now: datetime) -> bool:
        """Note that somebody tapped "Got it"; the first time counts. False where there is no such
        delivery to them."""
        theirs = and_(_of(version_id), deliveries.c.person_id == person_id)
        with writing(self._engine) as connection:
            connection.execute(
                update(deliveries).where(theirs, deliveries.c.seen_at.is_(None)).values(seen_at=now)
            )
            return connection.execute(select(deliveries.c.id).where(theirs)).first() is not None

    def _resend(self, announcement_id: int, which: ColumnElement[bool], now: datetime) -> int:
        """Nothing where there is a newer version by now."""
        soon = now + RESENT_WITHIN
        newest = newest_of(announcement_id).scalar_subquery()
        with writing(self._engine) as connection:
            changed = connection.execute(
                update(deliveries)
                .where(which, deliveries.c.due_at.is_(None), deliveries.c.subject_id == newest)
                .values(
                    state=State.PENDING,
                    action=Action.SEND,
                    due_at=AT_ONCE,
                    resends=0,
                    again=deliveries.c.again + 1,
                    not_after=case(
                        (deliveries.c.not_after > soon, deliveries.c.not_after), else_=soon
                    ),
                )
            )
            if changed.rowcount:
                connection.execute(
                    update(announcements)
                    .where(announcements.c.id == announcement_id)
                    .values(status=Status.RUNNING, finished_at=None)
                )
            return changed.rowcount


def _of(version_id: int) -> ColumnElement[bool]:
    return and_(deliveries.c.kind == ANNOUNCEMENT, deliveries.c.subject_id == version_id)


def _of_any_version(announcement_id: int) -> ColumnElement[bool]:
    of_it = select(versions.c.id).where(versions.c.announcement_id == announcement_id)
    return and_(deliveries.c.kind == ANNOUNCEMENT, deliveries.c.subject_id.in_(of_it))


def _status(connection: Connection, announcement_id: int) -> Status:
    found = select(announcements.c.status).where(announcements.c.id == announcement_id)
    return Status(connection.execute(found).scalar_one())
