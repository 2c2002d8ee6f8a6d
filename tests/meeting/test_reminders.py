"""Reminders are counted back on a real watch, follow their session, and never mean the past."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings

from meeting.agenda import Session
from meeting.reminders import Kept, Reminder, ReminderState, Steps, reminders, steps
from tests.meeting.clock_changes import around_a_change
from tests.two_days import AGENDA, DINNER, FUNDING, LUNCH, PEACE, at

MINUTE = timedelta(minutes=1)
[PLANNED] = reminders(7, [PEACE], AGENDA.zone, 10)  # at 13:50, for 14:00
LATER = replace(PLANNED, wall=PLANNED.wall + 60 * MINUTE, due=PLANNED.due + 60 * MINUTE,
                not_after=PLANNED.not_after + 60 * MINUTE)  # fmt: skip


def kept(reminder: Reminder = PLANNED, state: ReminderState = ReminderState.WAITING) -> Kept:
    return Kept(3, reminder, state)


def test_reminder_has_its_time_on_the_wall_and_its_moment() -> None:
    [found] = reminders(7, [PEACE], AGENDA.zone, 10)
    assert found == Reminder(
        person_id=7,
        session_id="peace",
        wall=datetime(2008, 2, 11, 13, 50),  # noqa: DTZ001  on the wall
        zone="Europe/Oslo",
        due=datetime(2008, 2, 11, 12, 50, tzinfo=UTC),
        not_after=datetime(2008, 2, 11, 13, 0, tzinfo=UTC),
    )


def test_breaks_have_none() -> None:
    found = reminders(7, [LUNCH, PEACE, FUNDING, DINNER], AGENDA.zone, 5)
    assert [each.session_id for each in found] == ["peace", "funding"]


def test_none_are_wanted_where_they_are_off() -> None:
    assert reminders(7, [PEACE, FUNDING], AGENDA.zone, 0) == ()


@given(case=around_a_change())
@settings(max_examples=200, deadline=None)
def test_it_is_minutes_on_a_real_watch_whatever_the_clocks_do(
    case: tuple[str, datetime, tuple[Session, ...]],
) -> None:
    zone, _, sessions = case
    for each, session in zip(reminders(7, sessions, zone, 30), sessions, strict=True):
        assert session.starts.timestamp() - each.due.timestamp() == 30 * 60
        # The clock on the wall shows that time at that moment: it is none that is skipped.
        assert each.due.astimezone(ZoneInfo(zone)).replace(tzinfo=None) == each.wall


@pytest.mark.parametrize(
    ("zone", "starts", "wall"),
    [
        # The clocks go from 2:00 to 3:00: half an hour before 3:15 is 1:45.
        ("Europe/Oslo", datetime(2008, 3, 30, 1, 15, tzinfo=UTC), "01:45"),
        # They go from 3:00 back to 2:00: half an hour before the second 2:15 is the first 2:45.
        ("Europe/Oslo", datetime(2008, 10, 26, 1, 15, tzinfo=UTC), "02:45"),
        # They go from 2:00 back to 1:30 only: half an hour before the second 1:45 is the first.
        ("Australia/Lord_Howe", datetime(2008, 4, 5, 15, 15, tzinfo=UTC), "01:45"),
    ],
)
def test_wall_is_what_the_clock_shows_at_that_moment(
    zone: str, starts: datetime, wall: str
) -> None:
    session = Session("s", "Talk", starts.astimezone(ZoneInfo(zone)), starts + 60 * MINUTE)
    [found] = reminders(7, [session], zone, 30)
    assert f"{found.wall:%H:%M}" == wall


@pytest.mark.parametrize("late", [0 * MINUTE, MINUTE, 60 * MINUTE])
def test_new_one_is_never_for_the_past(late: timedelta) -> None:
    assert steps([], [PLANNED], PLANNED.due - MINUTE) == Steps(add=(PLANNED,))
    assert not steps([], [PLANNED], PLANNED.due + late)


def test_planned_once_more_nothing_changes_whatever_the_clock_says() -> None:
    for state in ReminderState:
        for now in (at(11, "08:00"), at(11, "13:55"), at(12, "08:00")):
            assert not steps([kept(state=state)], [PLANNED], now)


def test_reminder_moves_with_its_session() -> None:
    found = steps([kept()], [LATER], at(11, "13:40"))
    assert found == Steps(wait=((3, LATER),))


def test_one_that_waits_and_whose_moment_is_past_by_then_is_due_at_once() -> None:
    """A session that is put forward, or somebody who wants to know earlier."""
    [earlier] = reminders(7, [PEACE], AGENDA.zone, 30)
    assert steps([kept()], [earlier], at(11, "13:40")) == Steps(wait=((3, earlier),))


@pytest.mark.parametrize("state", [ReminderState.GIVEN, ReminderState.STALE])
def test_one_that_was_given_waits_again_only_for_a_later_start_that_is_ahead(
    state: ReminderState,
) -> None:
    before = [kept(state=state)]
    assert steps(before, [LATER], at(11, "13:58")) == Steps(wait=((3, LATER),))
    assert not steps(before, [LATER], at(11, "14:51"))
    assert not steps([kept(LATER, state)], [PLANNED], at(11, "13:40"))


def test_other_minutes_give_nothing_twice() -> None:
    [closer] = reminders(7, [PEACE], AGENDA.zone, 5)
    assert not steps([kept(state=ReminderState.GIVEN)], [closer], at(11, "13:51"))


def test_what_is_not_wanted_and_waits_is_dropped_and_what_was_given_is_remembered() -> None:
    assert steps([kept()], [], at(11, "13:40")) == Steps(drop=(3,))
    assert not steps([kept(state=ReminderState.GIVEN)], [], at(11, "13:55"))
