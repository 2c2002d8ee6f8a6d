"""Reminders as rows: planned, handed to the outbox, or written off because they came too late."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, Engine, Row, and_, select, update

from meeting.delivery import Urgency
from meeting.notices import ReminderNoun
from meeting.reminders import ReminderState
from store.dialects import reading, writing
from store.missed_reminders import Say, are_on_their_way, are_to_be_told, tell_organisers
from store.notices import NewNotice, put_notice
from store.reminder_plan import Wanted, planned, take
from store.tables import people, reminders

# In one transaction: others want to write, too.
MOST, PEOPLE = 1000, 100
_WAITS = reminders.c.state == ReminderState.WAITING
Due = Sequence[Row[str, datetime, int]]


class ReminderRows:
    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def plan(self, wanted: Wanted, now: datetime) -> None:
        """Make everybody's reminders those that are wanted, by `meeting.reminders.steps`."""
        linked = select(people.c.id).where(people.c.listed, people.c.chat_id.is_not(None))
        waiting = select(reminders.c.person_id).where(_WAITS)
        with reading(self._engine) as connection:
            found = connection.execute(linked.union(waiting)).scalars().all()
        self.plan_for(sorted(found), wanted, now)

    def plan_for(self, person_ids: Sequence[int], wanted: Wanted, now: datetime) -> None:
        """The same for these people. Looked at first without holding up who writes: mostly all is
        as it should be."""
        for first in range(0, len(person_ids), PEOPLE):
            keys = person_ids[first : first + PEOPLE]
            with reading(self._engine) as connection:
                to_do = planned(connection, keys, wanted, now)
            if to_do:
                with writing(self._engine) as connection:
                    take(connection, planned(connection, keys, wanted, now))

    def is_due(self, now: datetime) -> bool:
        """A cheap look: whether the moment of any has come."""
        query = select(reminders.c.id).where(_WAITS, reminders.c.due_at <= now).limit(1)
        with reading(self._engine) as connection:
            return connection.execute(query).first() is not None

    def give(self, now: datetime) -> bool:
        """Hand what is due to the outbox and write off what comes too late, all or nothing; whether
        there was any. At most MOST of each; whoever asks at the same time gets others, or none."""
        with writing(self._engine) as connection:
            late = _settle(connection, reminders.c.not_after <= now, ReminderState.STALE, None)
            useful = and_(reminders.c.due_at <= now, reminders.c.not_after > now)
            due = _settle(connection, useful, ReminderState.GIVEN, now)
            for noun, person_ids in _nouns(due):
                new = NewNotice(noun.key, noun, Urgency.ROUTINE, not_after=noun.starts)
                put_notice(connection, new, person_ids, now)
            return bool(late or due)

    def close(self, say: Say, now: datetime) -> bool:
        """Once none is on its way any more, tell the organisers in one notice which ones came too
        late, if any did; False as long as some are on their way."""
        with reading(self._engine) as connection:
            if are_on_their_way(connection):
                return False
            to_be_told = are_to_be_told(connection)
        if to_be_told:
            with writing(self._engine) as connection:
                tell_organisers(connection, say, now)
        return True


def _settle(
    connection: Connection,
    which: ColumnElement[bool],
    state: ReminderState,
    settled_at: datetime | None,
) -> Due:
    """Give reminders that wait another state, unless somebody else was faster."""
    first = select(reminders.c.id).where(_WAITS, which)
    first = first.order_by(reminders.c.due_at, reminders.c.id).limit(MOST)
    changed = update(reminders).where(_WAITS, reminders.c.id.in_(first))
    changed = changed.values({"state": state, "settled_at": settled_at})
    columns = reminders.c.session_id, reminders.c.not_after, reminders.c.person_id
    return connection.execute(changed.returning(*columns)).all()


def _nouns(due: Due) -> list[tuple[ReminderNoun, list[int]]]:
    """The people of each session, sessions by their start."""
    found: dict[tuple[datetime, str], list[int]] = defaultdict(list)
    for session_id, starts, person_id in due:
        found[starts, session_id].append(person_id)
    return [
        (ReminderNoun(session_id, starts), sorted(found[starts, session_id]))
        for starts, session_id in sorted(found)
    ]
