"""My day: now, next and later, the way people read a clock, also on the night it is changed."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meeting.agenda import Agenda, Session, ordered
from meeting.day import Day, Slot, days_until, minutes_until, my_day, side_by_side, slots_of, today
from tests.meeting.clock_changes import CHANGES, MINUTE, ZONES, around_a_change
from tests.two_days import (
    AGENDA,
    CLOSING,
    DINNER,
    FUNDING,
    LUNCH,
    PEACE,
    POLICE,
    at,
    session,
)  # fmt: skip

MONDAY, TUESDAY = date(2008, 2, 11), date(2008, 2, 12)


def everybodys(session: Session) -> bool:
    return session.block is None


def mine(session: Session) -> bool:
    return session is not POLICE


def single(*sessions: Session) -> tuple[Slot, ...]:
    return tuple(Slot((session,), True) for session in sessions)


def test_day_holds_what_is_mine_from_now_on() -> None:
    assert my_day(AGENDA, MONDAY, at(11, "14:00"), mine) == Day(
        MONDAY, single(PEACE, FUNDING, DINNER), None, TUESDAY
    )


def test_other_day_is_shown_whole() -> None:
    assert my_day(AGENDA, MONDAY, at(12, "08:00"), mine).slots == single(
        LUNCH, PEACE, FUNDING, DINNER
    )
    assert my_day(AGENDA, TUESDAY, at(11, "08:00"), mine) == Day(
        TUESDAY, single(CLOSING), MONDAY, None
    )


def test_parallel_sessions_of_which_none_is_mine_are_one_line() -> None:
    assert my_day(AGENDA, MONDAY, at(11, "15:30"), everybodys).slots == (
        Slot((FUNDING, POLICE), False), *single(DINNER),
    )  # fmt: skip


def test_session_runs_from_its_first_minute_until_just_before_its_last() -> None:
    slot = Slot((PEACE,), True)
    times = ["13:59", "14:00", "15:29", "15:30"]
    assert [slot.runs(at(11, time)) for time in times] == [False, True, True, False]
    assert [slot.is_later(at(11, time)) for time in times] == [True, False, False, False]


def test_what_runs_beside_something_of_mine_is_no_choice_any_more() -> None:
    own = session("own", "Own", 11, "10:00", "11:00")
    beside = session("beside", "Beside", 11, "10:30", "11:30")
    after = session("after", "After", 11, "11:00", "12:00")
    assert slots_of((own, beside, after), lambda s: s is own) == (
        Slot((own,), True), Slot((after,), False),
    )  # fmt: skip


def test_plenary_and_break_leave_the_choice_open() -> None:
    plenary = session("all", "All", 11, "09:00", "18:00", plenary=True)
    assert slots_of((plenary, FUNDING, POLICE), lambda s: s is plenary) == (
        Slot((plenary,), True), Slot((FUNDING, POLICE), False),
    )  # fmt: skip


def test_sessions_without_a_block_are_side_by_side_where_they_overlap() -> None:
    first = session("1", "One", 11, "10:00", "11:00")
    second = session("2", "Two", 11, "10:30", "11:30")
    third = session("3", "Three", 11, "11:30", "12:00")
    assert side_by_side((third, first, POLICE, second, FUNDING)) == (
        (FUNDING, POLICE), (first, second), (third,),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        (at(8, "10:00"), MONDAY),
        (at(11, "00:00"), MONDAY),
        (at(11, "23:59"), MONDAY),
        (at(12, "09:59"), TUESDAY),
        (at(12, "10:00"), None),
        (at(20, "10:00"), None),
    ],
)
def test_day_to_show_is_the_next_one_that_has_something(moment: datetime, day: date | None) -> None:
    assert today(AGENDA, moment) == day


def test_day_without_sessions_leads_to_the_next_one() -> None:
    gap = Agenda("Europe/Oslo", (LUNCH, session("end", "End", 14, "09:00", "10:00")))
    assert today(gap, at(12, "12:00")) == date(2008, 2, 14)


def test_no_agenda_has_no_day() -> None:
    assert today(Agenda("Europe/Oslo"), at(11, "12:00")) is None


def test_what_runs_past_midnight_is_shown_until_it_ends() -> None:
    party = Session("party", "Party", at(11, "23:00"), at(12, "01:00"))
    late = Agenda("Europe/Oslo", (party, CLOSING))
    assert my_day(late, TUESDAY, at(12, "00:30"), everybodys).slots == single(party, CLOSING)
    assert my_day(late, TUESDAY, at(12, "01:00"), everybodys).slots == single(CLOSING)
    assert today(Agenda("Europe/Oslo", (party,)), at(12, "00:30")) == MONDAY


def test_begun_minutes_count_whole() -> None:
    almost = at(11, "13:52") + timedelta(seconds=1)
    assert minutes_until(almost, at(11, "14:00")) == 8
    assert minutes_until(at(11, "13:52"), at(11, "14:00")) == 8


def test_nights_are_counted_in_the_meetings_zone() -> None:
    late_in_new_york = datetime(2008, 2, 10, 19, 0, tzinfo=ZoneInfo("America/New_York"))
    assert days_until(late_in_new_york, TUESDAY, "Europe/Oslo") == 1


def test_twelve_zones_change_their_clocks_twice() -> None:
    assert [[name for name, _ in CHANGES].count(zone) for zone in ZONES] == [2] * 12


@given(around_a_change())
def test_now_next_and_how_long_until_are_right_around_a_change_of_the_clock(
    case: tuple[str, datetime, tuple[Session, ...]],
) -> None:
    zone, moment, sessions = case
    agenda = Agenda(zone, ordered(sessions))
    spans = {s.session_id: (s.starts.astimezone(UTC), s.ends.astimezone(UTC)) for s in sessions}
    running = {name for name, (starts, ends) in spans.items() if starts <= moment < ends}
    later = sorted(starts for starts, _ in spans.values() if starts > moment)
    assert {s.session_id for s in agenda.now(moment)} == running
    following = agenda.next(moment, lambda _: True)
    assert [s.starts.astimezone(UTC) for s in following] == [t for t in later if t == later[0]]
    waits = {minutes_until(moment, s.starts) for s in following}
    assert waits == ({(later[0] - moment) // MINUTE} if later else set())


@given(around_a_change(), st.sampled_from(ZONES))
def test_only_the_meetings_zone_counts_whatever_the_phones_zone_is(
    case: tuple[str, datetime, tuple[Session, ...]], phone: str
) -> None:
    zone, moment, sessions = case
    agenda = Agenda(zone, ordered(sessions))
    there = moment.astimezone(ZoneInfo(phone))
    day = today(agenda, moment)
    assert today(agenda, there) == day
    assert agenda.now(there) == agenda.now(moment)
    if day is not None:
        shown = my_day(agenda, day, there, lambda _: True)
        assert shown == my_day(agenda, day, moment, lambda _: True)
        here = moment.astimezone(ZoneInfo(zone)).date()
        left = [s for s in agenda.on(day) if day != here or s.ends.astimezone(UTC) > moment]
        assert [s for slot in shown.slots for s in slot.sessions if s.starts.date() == day] == left


@given(around_a_change())
def test_order_is_that_of_real_time(case: tuple[str, datetime, tuple[Session, ...]]) -> None:
    starts = [session.starts.astimezone(UTC) for session in ordered(case[2])]
    assert starts == sorted(starts)
