"""Everybody is reminded of their own sessions, once, by the agenda that holds."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select, update

from meeting.agenda import Agenda
from meeting.notices import MissedLine, MissedNoun
from meeting.people import Participant, Person
from services.errors import NotThere
from store.reminder_plan import Wanted
from store.reminders import ReminderRows
from store.tables import reminders
from tests.services.reminder_desk import ReminderDesk, moved, without
from tests.two_days import ADA, AGENDA, BO, FUNDING, PEACE, POLICE, ROOMS

QUARTER = timedelta(minutes=15)
ADA_CHAT, BO_CHAT, CATO_CHAT = 100, 101, 102
ALL_AT_TWO = [(100, "peace"), (101, "peace"), (102, "peace")]


@pytest.fixture
def desk(tmp_path: Path) -> ReminderDesk:
    return ReminderDesk(tmp_path)


def test_everybody_has_one_for_each_of_their_sessions(desk: ReminderDesk) -> None:
    peace, closing = ("peace", "Mon 13:50"), ("closing", "Tue 08:50")
    assert desk.waiting() == sorted(
        [(chat, *each) for chat in (100, 101, 102) for each in (peace, closing)]
        + [(ADA_CHAT, "funding", "Mon 15:35")]
    )


def test_it_is_sent_at_its_moment_and_once(desk: ReminderDesk) -> None:
    desk.it_is(11, "13:49")
    assert desk.deliver() == []
    desk.it_is(11, "13:50")
    assert desk.deliver() == ALL_AT_TWO
    for clock in ("13:50", "13:51", "13:40", "13:50", "13:59", "14:00"):  # put back in between
        desk.it_is(11, clock)
        desk.start()
        assert desk.deliver() == []


def test_late_one_that_is_still_useful_is_sent(desk: ReminderDesk) -> None:
    desk.it_is(11, "13:59")
    desk.start()
    assert desk.deliver() == ALL_AT_TWO


def test_what_comes_too_late_is_told_to_the_organisers_once(desk: ReminderDesk) -> None:
    desk.it_is(11, "15:40")
    desk.start()
    assert desk.deliver() == [(ADA_CHAT, "funding")]  # this one is still useful
    assert desk.deliver() == [(BO_CHAT, "missed 3")]
    assert [noun.lines for noun in desk.missed()] == [
        (MissedLine("peace", PEACE.title, PEACE.starts, 3),)
    ]
    desk.start()
    assert desk.deliver() == []
    assert ("stale", [state for *_, state in desk.states()].count("stale")) == ("stale", 3)


def test_what_expires_in_the_outbox_counts_too(desk: ReminderDesk) -> None:
    desk.it_is(11, "13:50")
    desk.tick()  # handed over, and then Telegram cannot be reached
    desk.it_is(11, "14:01")
    desk.outbox.tick()
    assert desk.deliver() == [(BO_CHAT, "missed 3")]
    assert desk.reminders.missed(2) == MissedNoun(
        desk.clock.now(), (MissedLine("peace", PEACE.title, PEACE.starts, 3),)
    )
    assert desk.deliver() == []


def test_organisers_hear_nothing_while_some_may_still_arrive(desk: ReminderDesk) -> None:
    desk.it_is(11, "15:36")
    desk.tick()  # those for 14:00 are stale, one for 15:45 is on its way
    desk.tick()
    assert desk.missed() == []
    assert desk.deliver() == [(ADA_CHAT, "funding")]
    assert desk.deliver() == [(BO_CHAT, "missed 3")]


def test_other_notice_does_not_tell_what_was_missed(desk: ReminderDesk) -> None:
    desk.it_is(11, "13:50")
    desk.tick()
    for number in (1, 999):
        with pytest.raises(NotThere):
            desk.reminders.missed(number)


def test_moved_session_takes_its_reminder_along(desk: ReminderDesk) -> None:
    desk.it_is(11, "13:45")
    desk.release(moved(PEACE, QUARTER))
    desk.it_is(11, "13:50")
    assert desk.deliver() == []
    desk.it_is(11, "14:05")
    assert desk.deliver() == ALL_AT_TWO


def test_session_that_moves_after_it_was_given_is_reminded_of_again(desk: ReminderDesk) -> None:
    desk.it_is(11, "13:50")
    assert desk.deliver() == ALL_AT_TWO
    desk.release(moved(PEACE, QUARTER))
    assert desk.deliver() == []
    desk.it_is(11, "14:05")
    assert desk.deliver() == ALL_AT_TWO


def test_session_that_moves_away_and_back_is_reminded_of_once(desk: ReminderDesk) -> None:
    desk.it_is(11, "13:50")
    assert desk.deliver() == ALL_AT_TWO
    desk.release(moved(PEACE, QUARTER))
    assert desk.deliver() == []
    desk.release(AGENDA)
    assert desk.deliver() == []


def test_session_that_moved_while_it_was_on_its_way_is_not_told_wrongly(desk: ReminderDesk) -> None:
    desk.it_is(11, "13:50")
    desk.tick()
    desk.release(moved(PEACE, QUARTER))
    assert desk.deliver() == []
    desk.it_is(11, "14:05")
    assert desk.deliver() == ALL_AT_TWO
    assert desk.missed() == []


def test_session_that_is_put_into_the_past_was_not_missed(desk: ReminderDesk) -> None:
    desk.it_is(11, "13:40")
    desk.release(moved(PEACE, -3 * QUARTER))  # it began at 13:15; nobody was cut off
    assert desk.deliver() == []
    assert (desk.deliver(), desk.missed()) == ([], [])


def test_cancelled_session_has_none(desk: ReminderDesk) -> None:
    desk.release(without(PEACE))
    desk.it_is(11, "13:50")
    assert desk.deliver() == []
    assert desk.missed() == []


def test_those_who_have_a_part_or_look_after_the_room_are_reminded(tmp_path: Path) -> None:
    rooms = tuple(replace(room, host="CATO" if room.room_id == "munch" else None) for room in ROOMS)
    desk = ReminderDesk(tmp_path)
    funding = replace(FUNDING, speakers=("BO",))
    desk.release(without(FUNDING, replace(AGENDA, rooms=rooms), funding))
    desk.tick()
    desk.it_is(11, "15:35")
    assert desk.deliver() == [(ADA_CHAT, "funding"), (BO_CHAT, "funding"), (CATO_CHAT, "police")]


def test_choice_of_minutes_counts_at_once(desk: ReminderDesk) -> None:
    ada, bo = desk.person(ADA.key), desk.person(BO.key)
    desk.reminders.choose(ada, 30)
    desk.reminders.choose(bo, 0)
    assert [desk.reminders.chosen(each) for each in (ada, bo, desk.person("cato"))] == [30, 0, 10]
    assert desk.waiting() == [
        (ADA_CHAT, "closing", "Tue 08:30"),
        (ADA_CHAT, "funding", "Mon 15:15"),
        (ADA_CHAT, "peace", "Mon 13:30"),
        (CATO_CHAT, "closing", "Tue 08:50"),
        (CATO_CHAT, "peace", "Mon 13:50"),
    ]


def test_only_what_is_offered_can_be_chosen(desk: ReminderDesk) -> None:
    assert desk.reminders.choices == (0, 5, 10, 15, 30)
    with pytest.raises(NotThere):
        desk.reminders.choose(desk.person(ADA.key), 7)
    assert desk.reminders.chosen(desk.person(ADA.key)) == 10


def test_followed_session_is_reminded_of_and_unfollowed_it_is_not(desk: ReminderDesk) -> None:
    cato = desk.person("cato")
    number = cato.person_id or 0
    for follows in (True, False, True):
        desk.people.follow(number, "police", follows)
        desk.reminders.plan_for(cato)
        assert ((CATO_CHAT, "police", "Mon 15:35") in desk.waiting()) == follows
    desk.it_is(11, "15:35")
    assert desk.deliver() == [(ADA_CHAT, "funding"), (CATO_CHAT, "police")]


def test_followed_when_its_moment_is_past_nothing_comes(desk: ReminderDesk) -> None:
    desk.it_is(11, "15:36")
    desk.tick()
    cato = desk.person("cato")
    desk.people.follow(cato.person_id or 0, "police", True)
    desk.reminders.plan_for(cato)
    desk.deliver()
    assert [each for each in desk.states() if each[0] == CATO_CHAT] == [
        (CATO_CHAT, "closing", "waiting"),
        (CATO_CHAT, "peace", "stale"),
    ]


def test_somebody_without_a_row_has_nothing_to_plan(desk: ReminderDesk) -> None:
    before = desk.states()
    desk.reminders.plan_for(Participant(5, "Eve"))
    assert desk.states() == before


def test_those_who_never_opened_the_bot_have_none_until_they_do(tmp_path: Path) -> None:
    desk = ReminderDesk(tmp_path)
    desk.put_on_list(ADA, BO, Person("eve", "Eve"))  # Cato is gone, Eve has never come
    desk.reminders.plan()
    assert {chat for chat, *_ in desk.waiting()} == {ADA_CHAT, BO_CHAT}
    number = desk.person("eve").person_id or 0
    desk.enter(number, 103)
    desk.reminders.plan_for_number(number)
    assert {chat for chat, *_ in desk.waiting()} == {ADA_CHAT, BO_CHAT, 103}


def test_new_list_counts_once_it_is_planned(desk: ReminderDesk) -> None:
    desk.put_on_list(replace(ADA, sessions=("police",)), BO)
    desk.reminders.plan()
    assert [each for each in desk.waiting() if each[1] != "closing"] == [
        (ADA_CHAT, "peace", "Mon 13:50"),
        (ADA_CHAT, "police", "Mon 15:35"),
        (BO_CHAT, "peace", "Mon 13:50"),
    ]


def test_another_start_follows_new_rules_of_the_zone(desk: ReminderDesk) -> None:
    """As if all had been planned while Oslo was thought to be an hour further east."""
    hour = timedelta(hours=1)
    with desk.engine.begin() as connection:
        for row in connection.execute(select(reminders)).all():
            moments = {"due_at": row.due_at - hour, "not_after": row.not_after - hour}
            of = update(reminders).where(reminders.c.id == row.id)
            connection.execute(of.values(moments))
    desk.start()
    desk.it_is(11, "12:55")
    assert desk.deliver() == []
    desk.it_is(11, "13:50")
    assert desk.deliver() == ALL_AT_TWO


def test_without_an_agenda_there_is_nothing_to_do(desk: ReminderDesk) -> None:
    desk.release(Agenda("Europe/Oslo"))
    assert (desk.deliver(), desk.states()) == ([], [])


def test_block_of_parallel_sessions_reminds_nobody_who_has_not_chosen(desk: ReminderDesk) -> None:
    desk.it_is(11, "15:35")
    assert POLICE.block == FUNDING.block
    assert desk.deliver() == [(ADA_CHAT, "funding")]


class Overtaken(ReminderRows):
    """Another agenda is released and planned for everybody while one person is planned for."""

    meanwhile: Callable[[], object] | None = None

    def plan_for(self, person_ids: Sequence[int], wanted: Wanted, now: datetime) -> None:
        meanwhile, self.meanwhile = self.meanwhile, None
        if meanwhile:
            meanwhile()
        super().plan_for(person_ids, wanted, now)


def test_tap_during_a_release_does_not_bring_back_the_old_time(tmp_path: Path) -> None:
    desk = ReminderDesk(tmp_path, Overtaken)
    assert isinstance(desk.rows, Overtaken)

    def release() -> None:
        desk.release(moved(FUNDING, QUARTER))
        desk.tick()

    desk.rows.meanwhile = release
    desk.reminders.plan_for(desk.person(ADA.key))
    assert (ADA_CHAT, "funding", "Mon 15:50") in desk.waiting()
