"""Reminders are given once, wherever a tick is killed and however many tick at once."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from itertools import count
from pathlib import Path
from threading import Barrier, Thread

import pytest
from sqlalchemy import Engine, delete, event, update

from meeting.delivery import Urgency
from meeting.reminders import ReminderState
from store.dialects import writing
from store.notices import NewNotice, put_notice
from store.reminders import ReminderRows, _nouns, _settle
from store.tables import deliveries, notices, reminders
from tests.services.reminder_desk import ReminderDesk, moved
from tests.two_days import CLOSING

MOST = 60  # more statements than a tick has
Given = list[list[tuple[int, str]]]
# At 15:36 three reminders are too late, one is late and useful.
RIGHT: Given = [[(100, "funding")], [(101, "missed 3")], []]


class Killed(Exception):
    """The process ends here."""


class Hasty(ReminderRows):
    """Wrong: writes down that it gave them, and then gives them."""

    def give(self, now: datetime) -> bool:
        with writing(self._engine) as connection:
            late = _settle(connection, reminders.c.not_after <= now, ReminderState.STALE, None)
            due = _settle(connection, reminders.c.due_at <= now, ReminderState.GIVEN, now)
        for noun, person_ids in _nouns(due):
            new = NewNotice(noun.key, noun, Urgency.ROUTINE, not_after=noun.starts)
            with writing(self._engine) as connection:
                put_notice(connection, new, person_ids, now)
        return bool(late or due)


@contextmanager
def killed_at(engine: Engine, number: int) -> Iterator[None]:
    """The statement or commit with this number, and every later one, is not carried out."""
    seen = count()

    def check(*_: object) -> None:
        if next(seen) >= number:
            raise Killed

    for name in ("before_cursor_execute", "commit"):
        event.listen(engine, name, check)
    try:
        yield
    finally:
        for name in ("before_cursor_execute", "commit"):
            event.remove(engine, name, check)


def lived(desk: ReminderDesk, number: int) -> tuple[bool, Given]:
    """A tick that is killed at a statement, and what people get from the next run; whether it was
    killed."""
    forget(desk)
    desk.release(moved(CLOSING, timedelta(minutes=number)))  # so that it plans, too
    desk.it_is(11, "15:36")
    desk.start()
    killed = False
    try:
        with killed_at(desk.engine, number):
            desk.reminders.tick()
    except Killed:
        killed = True
    desk.it_is(11, "15:37")
    desk.start()
    return killed, [desk.deliver() for _ in RIGHT]


def forget(desk: ReminderDesk) -> None:
    """As if it were morning: all wait."""
    with desk.engine.begin() as connection:
        for table in (deliveries, notices):
            connection.execute(delete(table))
        connection.execute(update(reminders).values(state="waiting", settled_at=None))


def test_tick_that_is_killed_anywhere_gives_each_once(tmp_path: Path) -> None:
    desk, number, killed = ReminderDesk(tmp_path), 0, True
    while killed:
        killed, given = lived(desk, number)
        assert given == RIGHT, f"killed at statement {number}"
        number += 1
    assert 10 < number < MOST


def test_tick_that_writes_it_down_first_is_found_out(tmp_path: Path) -> None:
    desk = ReminderDesk(tmp_path, rows=Hasty)
    assert any(lived(desk, number)[1] != RIGHT for number in range(MOST))


@pytest.mark.parametrize("ticks", [2, 4])
def test_ticks_at_the_same_time_give_each_once(tmp_path: Path, ticks: int) -> None:
    desk = ReminderDesk(tmp_path)
    desk.it_is(11, "13:50")
    together = Barrier(ticks)

    def tick() -> None:
        together.wait()
        desk.rows.give(desk.clock.now())

    threads = [Thread(target=tick) for _ in range(ticks)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert desk.deliver() == [(100, "peace"), (101, "peace"), (102, "peace")]
    assert desk.deliver() == []


def test_tick_at_which_nothing_is_due_asks_twice_and_writes_nothing(tmp_path: Path) -> None:
    desk, said = ReminderDesk(tmp_path), []
    event.listen(desk.engine, "before_cursor_execute", lambda *all_: said.append(all_[2]))
    desk.reminders.tick()
    assert [each.split()[0] for each in said if each != "BEGIN"] == ["SELECT", "SELECT"]
