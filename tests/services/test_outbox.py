"""The outbox: each person once; after a crash, a doubt or a pause it goes on where it was."""

from datetime import timedelta
from pathlib import Path

import pytest

from meeting.announcements import Status, VersionKind
from meeting.delivery import Action, Event, Urgency
from services.announcements import Counts
from services.parcels import Mark
from tests.services.mailroom import AUTHOR, NOON, Mailroom, words


@pytest.fixture
def room(tmp_path: Path) -> Mailroom:
    return Mailroom(tmp_path)


def test_everybody_has_it_once(room: Mailroom) -> None:
    number = room.send()
    assert room.deliver() == [100, 101, 102]
    assert room.deliver() == []
    assert room.counts(number) == Counts(all=3, delivered=3)
    assert room.sent.report(number).announcement.status is Status.DONE


def test_one_draft_is_sent_once(room: Mailroom) -> None:
    number = room.send()
    announcement = room.announcements.get(number)
    assert announcement is not None
    assert (
        room.announcements.add_version(number, VersionKind.CORRECTION, words(), NOON, 999) is None
    )


def test_claimed_delivery_is_nobody_elses(room: Mailroom) -> None:
    room.send()
    first, second = room.next(), room.next()
    assert {first.recipient.chat_id, second.recipient.chat_id} == {100, 101}
    assert room.states() == [("sending", False), ("sending", False), ("pending", False)]


def test_nobody_has_two_on_their_way(room: Mailroom) -> None:
    room.send(people=room.ids[:1])
    room.send(people=room.ids[:1])
    first = room.next()
    assert room.outbox.claim() is None
    room.outbox.settle(first, Event.ACCEPTED, message_id=1)
    assert room.next().content.announcement_id != first.content.announcement_id


def test_urgent_ones_go_first(room: Mailroom) -> None:
    room.send()
    urgent = room.send(Urgency.URGENT)
    assert room.next().content.announcement_id == urgent


def test_crash_leaves_a_doubt_that_stays_and_a_second_copy_that_says_so(room: Mailroom) -> None:
    number = room.send(Urgency.URGENT)
    room.next()
    room.wait(seconds=1)
    (recovered,) = room.new_outbox().recover()
    assert (recovered.author, recovered.in_the_air) == (AUTHOR, 1)
    assert room.deliver(2) == [101, 102]  # the others first: their turn came earlier
    again = room.next()
    assert (again.recipient.chat_id, again.marks) == (100, (Mark.REPEAT,))
    room.outbox.settle(again, Event.ACCEPTED, message_id=5)
    assert room.states()[0] == ("sent", True)
    assert room.counts(number) == Counts(all=3, delivered=3, perhaps_twice=1)


def test_routine_one_is_resent_once_and_without_a_mark(room: Mailroom) -> None:
    number = room.send(people=room.ids[:1])
    first = room.next()
    room.outbox.settle(first, Event.DOUBT)
    second = room.next()
    assert second.marks == ()
    room.outbox.settle(second, Event.DOUBT)
    assert room.outbox.claim() is None
    assert room.counts(number) == Counts(all=1, doubtful=1)


def test_trivial_one_in_doubt_is_held(room: Mailroom) -> None:
    number = room.send(Urgency.TRIVIAL, people=room.ids[:1])
    room.outbox.settle(room.next(), Event.DOUBT)
    assert room.states() == [("held", True)]
    assert room.counts(number) == Counts(all=1, doubtful=1)


def test_postponed_one_waits_for_its_time_and_is_not_doubtful(room: Mailroom) -> None:
    room.send(people=room.ids[:1])
    room.outbox.settle(room.next(), Event.POSTPONED, again_at=NOON + timedelta(seconds=20))
    assert room.outbox.claim() is None
    room.wait(seconds=20)
    assert room.deliver() == [100]
    assert room.states() == [("sent", False)]


def test_people_who_come_later_get_what_is_still_useful(tmp_path: Path) -> None:
    room = Mailroom(tmp_path, people=2, linked=1)
    room.send(useful=timedelta(minutes=5))
    useful = room.send()
    assert room.deliver() == [100, 100]
    assert room.counts(useful) == Counts(all=2, delivered=1, not_linked=1)
    room.wait(minutes=30)
    room.enter(1)
    assert room.outbox.claim() is None  # they are greeted first
    room.wait(seconds=2)
    late = room.next()
    assert (late.content.announcement_id, late.marks) == (useful, (Mark.LATE,))


def test_blocked_is_not_tried_again_until_they_write(room: Mailroom) -> None:
    number = room.send(people=room.ids[:1])
    room.outbox.settle(room.next(), Event.BLOCKED)
    second = room.send(people=room.ids[:1])
    assert room.outbox.claim() is None
    assert room.counts(number) == room.counts(second) == Counts(all=1, blocked=1)
    room.enter(0)
    room.wait(seconds=2)
    assert room.deliver() == [100, 100]


def test_what_is_too_late_expires(room: Mailroom) -> None:
    number = room.send(useful=timedelta(minutes=5))
    assert room.deliver(1) == [100]
    room.wait(minutes=6)
    assert room.outbox.tick()
    assert room.outbox.claim() is None
    assert room.counts(number) == Counts(all=3, delivered=1, expired=2)


def test_scheduled_one_goes_out_at_its_time_to_who_is_there_then(tmp_path: Path) -> None:
    room = Mailroom(tmp_path, people=2, linked=1)
    number = room.send(at=NOON + timedelta(hours=1))
    assert not room.outbox.tick()
    room.enter(1)
    room.wait(hours=1)
    assert room.outbox.tick()
    assert room.deliver() == [100, 101]
    assert room.sent.report(number).announcement.status is Status.DONE


def test_paused_one_rests_and_goes_on_where_it_was(room: Mailroom) -> None:
    number = room.send()
    assert room.deliver(1) == [100]
    on_its_way = room.next()
    room.sent.pause(room.organiser, number)
    room.outbox.settle(on_its_way, Event.DOUBT)
    assert room.outbox.claim() is None
    assert room.counts(number) == Counts(all=3, delivered=1, waiting=2)
    room.sent.resume(room.organiser, number)
    assert sorted(room.deliver()) == [101, 102]


def test_cancelled_one_ends_but_for_what_is_on_its_way(room: Mailroom) -> None:
    number = room.send()
    on_its_way = room.next()
    room.sent.cancel(room.organiser, number)
    room.outbox.settle(on_its_way, Event.ACCEPTED, message_id=1)
    assert room.outbox.claim() is None
    assert room.counts(number) == Counts(all=3, delivered=1, cancelled=2)


def test_correction_edits_every_copy_and_is_sent_to_the_others(tmp_path: Path) -> None:
    room = Mailroom(tmp_path, people=2, linked=1)
    number = room.send()
    room.deliver()
    room.announcements.add_version(number, VersionKind.CORRECTION, words("At seven."), NOON)
    edit = room.next()
    assert (edit.action, [copy.message_id for copy in edit.copies]) == (Action.EDIT, [1001])
    assert edit.marks == (Mark.CORRECTED,)
    assert edit.content.version.message == words("At seven.")
    room.outbox.settle(edit, Event.ACCEPTED)
    room.enter(1)
    room.wait(seconds=2)
    assert room.next().action is Action.SEND


def test_correction_in_the_middle_stops_the_old_words(room: Mailroom) -> None:
    number = room.send()
    room.deliver(1)
    on_its_way = room.next()
    room.announcements.add_version(number, VersionKind.CORRECTION, words("At seven."), NOON)
    third, first = room.next(), None
    assert (third.recipient.chat_id, third.action) == (100, Action.EDIT)
    first = room.next()
    assert (first.recipient.chat_id, first.action) == (102, Action.SEND)
    assert room.outbox.claim() is None  # the second person's old copy is still on its way
    room.outbox.settle(on_its_way, Event.ACCEPTED, message_id=77)
    second = room.next()
    assert (second.action, [copy.message_id for copy in second.copies]) == (Action.EDIT, [77])


def test_old_words_in_doubt_are_not_sent_again_and_the_doubt_is_passed_on(room: Mailroom) -> None:
    number = room.send(people=room.ids[:1])
    on_its_way = room.next()
    room.announcements.add_version(number, VersionKind.CORRECTION, words("At seven."), NOON)
    room.outbox.settle(on_its_way, Event.DOUBT)
    corrected = room.next()
    assert (corrected.action, corrected.marks) == (Action.SEND, (Mark.CORRECTED,))
    room.outbox.settle(corrected, Event.ACCEPTED, message_id=2)
    assert room.outbox.claim() is None
    assert room.states() == [("unknown", True), ("sent", True)]


def test_edit_in_doubt_is_made_again_and_is_no_doubt(room: Mailroom) -> None:
    number = room.send(people=room.ids[:1])
    room.deliver()
    room.announcements.add_version(number, VersionKind.CORRECTION, words("At seven."), NOON)
    room.outbox.settle(room.next(), Event.DOUBT)
    room.outbox.settle(room.next(), Event.ACCEPTED)
    assert room.states() == [("sent", False), ("sent", False)]


def test_withdrawal_takes_back_what_arrived_and_sends_nothing_more(tmp_path: Path) -> None:
    room = Mailroom(tmp_path, people=3, linked=2)
    number = room.send()
    room.deliver(1)
    room.sent.withdraw(room.organiser, number)
    taken = room.next()
    assert (taken.action, taken.recipient.chat_id) == (Action.DELETE, 100)
    room.outbox.settle(taken, Event.ACCEPTED)
    room.enter(2)
    room.wait(seconds=2)
    assert room.outbox.claim() is None
    assert room.counts(number) == Counts(all=1, delivered=1)


def test_person_off_the_list_gets_nothing_more(room: Mailroom) -> None:
    room.send(people=room.ids[:1])
    room.rows.replace_list([])
    assert room.outbox.claim() is None
    assert room.states() == [("cancelled", False)]


def test_routine_ones_are_silent_at_night_and_urgent_ones_are_not(room: Mailroom) -> None:
    room.wait(hours=9.5)  # 22:30 in Oslo
    room.send(useful=timedelta(days=1), people=room.ids[:1])
    room.send(Urgency.URGENT, useful=timedelta(days=1), people=room.ids[1:2])
    assert [room.next().silent, room.next().silent] == [False, True]


def test_clock_that_is_put_back_holds_nothing_up(room: Mailroom) -> None:
    room.send()
    room.wait(hours=-1)
    assert room.deliver() == [100, 101, 102]


def test_withdrawn_one_is_taken_back_from_who_is_off_the_list_too(room: Mailroom) -> None:
    number = room.send()
    room.deliver()
    room.rows.replace_list([])
    room.sent.withdraw(room.organiser, number)
    assert room.deliver() == [100, 101, 102]


def test_refusal_of_an_old_chat_says_nothing_of_the_new_one(room: Mailroom) -> None:
    number = room.send(people=room.ids[:1])
    room.deliver()
    room.rows.link(room.ids[0], 555)
    room.people.meet(555, "P0", "en")
    room.announcements.add_version(number, VersionKind.CORRECTION, words("At seven."), NOON)
    edit = room.next()
    assert [copy.chat_id for copy in edit.copies] == [100]
    room.outbox.settle(edit, Event.BLOCKED)
    room.send(people=room.ids[:1])
    assert room.next().recipient.chat_id == 555
