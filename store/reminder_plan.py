"""What is to be done to people's reminders, read and written within a transaction."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, RowMapping, bindparam, delete, select, update

from meeting.reminders import Kept, Reminder, ReminderState, Steps, steps
from store.dialects import insert
from store.tables import chats, people, reminders, sessions_of_people

NEW = ("wall", "zone", "due_at", "not_after", "state", "settled_at")


@dataclass(frozen=True, slots=True)
class Reminded:
    """Somebody on the list who has opened the bot. `folded_key` is what the agenda may call them
    by; `minutes` what they chose, None where they did not; `sessions` those that they are assigned
    to or follow."""

    person_id: int
    folded_key: str
    minutes: int | None
    sessions: frozenset[str]


Wanted = Callable[[Reminded], Iterable[Reminder]]


def planned(
    connection: Connection, person_ids: Sequence[int], wanted: Wanted, now: datetime
) -> Steps:
    """How these people come to the reminders that are wanted; others than those on the list who
    have opened the bot want none."""
    there = _kept(connection, person_ids)
    who = _reminded(connection, person_ids)
    found = [steps(there[key], wanted(who[key]) if key in who else (), now) for key in person_ids]
    return Steps(
        tuple(each for one in found for each in one.add),
        tuple(each for one in found for each in one.wait),
        tuple(each for one in found for each in one.drop),
    )


def take(connection: Connection, planned: Steps) -> None:
    """Write the steps down; they were found in the same transaction."""
    number = reminders.c.id == bindparam("reminder_id")
    if planned.drop:
        connection.execute(
            delete(reminders).where(number), [{"reminder_id": each} for each in planned.drop]
        )
    if planned.wait:
        wait = update(reminders).where(number)
        connection.execute(
            wait.values({name: bindparam(f"new_{name}") for name in NEW}),
            [{"reminder_id": key} | _new("new_", each) for key, each in planned.wait],
        )
    if planned.add:
        connection.execute(
            insert(connection, reminders).on_conflict_do_nothing(),
            [
                {"person_id": each.person_id, "session_id": each.session_id} | _new("", each)
                for each in planned.add
            ],
        )


def _new(prefix: str, reminder: Reminder) -> dict[str, object]:
    """A reminder that waits, as the columns of a row."""
    values = (
        reminder.wall.isoformat(),
        reminder.zone,
        reminder.due,
        reminder.not_after,
        ReminderState.WAITING,
        None,
    )
    return {f"{prefix}{name}": value for name, value in zip(NEW, values, strict=True)}


def _kept(connection: Connection, person_ids: Sequence[int]) -> dict[int, list[Kept]]:
    query = select(reminders).where(reminders.c.person_id.in_(person_ids))
    found: dict[int, list[Kept]] = defaultdict(list)
    for row in connection.execute(query).mappings():
        kept = Kept(row[reminders.c.id], _reminder(row), ReminderState(row[reminders.c.state]))
        found[kept.reminder.person_id].append(kept)
    return found


def _reminder(row: RowMapping) -> Reminder:
    return Reminder(
        person_id=row[reminders.c.person_id],
        session_id=row[reminders.c.session_id],
        wall=datetime.fromisoformat(row[reminders.c.wall]),
        zone=row[reminders.c.zone],
        due=row[reminders.c.due_at],
        not_after=row[reminders.c.not_after],
    )


def _reminded(connection: Connection, person_ids: Sequence[int]) -> dict[int, Reminded]:
    chosen: dict[int, set[str]] = defaultdict(set)
    theirs = select(sessions_of_people.c.person_id, sessions_of_people.c.session_id)
    for row in connection.execute(theirs.where(sessions_of_people.c.person_id.in_(person_ids))):
        chosen[row.person_id].add(row.session_id)
    listed = (
        select(people.c.id, people.c.folded_key, chats.c.remind_minutes)
        .join_from(people, chats, people.c.chat_id == chats.c.chat_id, isouter=True)
        .where(people.c.id.in_(person_ids), people.c.listed, people.c.chat_id.is_not(None))
    )
    return {
        row.id: Reminded(row.id, row.folded_key, row.remind_minutes, frozenset(chosen[row.id]))
        for row in connection.execute(listed)
    }
