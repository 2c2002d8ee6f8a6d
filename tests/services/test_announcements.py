"""What was sent: who sees it, what can still be done, and that doing it twice is doing it once."""

from datetime import timedelta
from pathlib import Path

import pytest

from meeting.announcements import Status
from meeting.delivery import Event, Urgency
from meeting.people import Participant, Role
from services.announcements import Counts, Group
from services.errors import NotThere
from services.parcels import Mark
from tests.services.mailroom import AUTHOR, NOON, Mailroom

STRANGER = Participant(99, "Siri", role=Role.SENDER)
SENDER = Participant(AUTHOR, "Ola", role=Role.SENDER)


@pytest.fixture
def room(tmp_path: Path) -> Mailroom:
    return Mailroom(tmp_path)


def participant(room: Mailroom, number: int) -> Participant:
    found = room.people.reach(room.ids[number])
    assert found is not None
    return found


def test_sender_sees_their_own_and_an_organiser_all(room: Mailroom) -> None:
    number = room.send()
    organiser = Participant(55, "Nina", role=Role.ORGANISER)
    seen = [len(room.sent.past(viewer)) for viewer in (SENDER, organiser, STRANGER)]
    assert seen == [1, 1, 0]
    assert room.sent.seen_by(organiser, number).author == "Ola"


@pytest.mark.parametrize(
    "deed",
    "seen_by pause resume cancel send_now resend_doubtful resend_unseen withdraw as_csv".split(),
)
def test_what_is_not_theirs_is_not_there(room: Mailroom, deed: str) -> None:
    number = room.send()
    with pytest.raises(NotThere):
        getattr(room.sent, deed)(STRANGER, number)
    with pytest.raises(NotThere):
        getattr(room.sent, deed)(room.organiser, 999)


def test_doubtful_ones_are_sent_once_more_when_the_organiser_says_so(room: Mailroom) -> None:
    number = room.send(people=room.ids[:1])
    room.outbox.settle(room.next(), Event.DOUBT)
    room.outbox.settle(room.next(), Event.DOUBT)
    room.outbox.tick()
    for _ in range(5):
        report = room.sent.resend_doubtful(SENDER, number)
    assert (report.announcement.status, report.counts.waiting) == (Status.RUNNING, 1)
    assert room.next().marks == (Mark.AGAIN,)
    assert room.outbox.claim() is None


def test_unseen_ones_are_sent_once_more_once(room: Mailroom) -> None:
    number = room.send(Urgency.URGENT)
    room.deliver()
    version = room.sent.report(number).announcement.version.version_id
    assert room.sent.got_it(participant(room, 0), version)
    room.sent.resend_unseen(SENDER, number)
    assert room.deliver() == [101, 102]
    room.sent.resend_unseen(SENDER, number)
    assert room.deliver() == []
    room.wait(minutes=10)
    room.sent.resend_unseen(SENDER, number)
    assert room.deliver() == [101, 102]
    assert room.counts(number) == Counts(all=3, delivered=3, seen=1)


def test_routine_ones_cannot_be_sent_to_the_unseen(room: Mailroom) -> None:
    number = room.send()
    room.deliver()
    room.sent.resend_unseen(SENDER, number)
    assert room.deliver() == []


def test_got_it_counts_the_first_time(room: Mailroom) -> None:
    number = room.send(Urgency.URGENT)
    room.deliver()
    version = room.sent.report(number).announcement.version.version_id
    for minutes in range(3):
        room.wait(minutes=minutes)
        assert room.sent.got_it(participant(room, 1), version)
    (line,) = [each for each in room.sent.lines(SENDER, number, Group.DELIVERED) if each.seen_at]
    assert (line.name, line.seen_at) == ("Person 1", NOON)


def test_got_it_of_a_withdrawn_one_counts_nothing(room: Mailroom) -> None:
    number = room.send(Urgency.URGENT)
    room.deliver()
    version = room.sent.report(number).announcement.version.version_id
    room.sent.withdraw(SENDER, number)
    assert not room.sent.got_it(participant(room, 1), version)
    assert not room.sent.got_it(Participant(1, "Nobody"), version)


def test_withdrawn_twice_is_withdrawn_once(room: Mailroom) -> None:
    number = room.send()
    room.deliver()
    first = room.sent.withdraw(SENDER, number)
    assert room.sent.withdraw(SENDER, number) == first
    assert first.announcement.version.number == 2


def test_scheduled_one_can_be_cancelled_or_sent_at_once(room: Mailroom) -> None:
    cancelled, hurried = (room.send(at=NOON + timedelta(hours=1)) for _ in range(2))
    assert room.sent.cancel(SENDER, cancelled).announcement.status is Status.CANCELLED
    room.sent.send_now(SENDER, hurried)
    room.outbox.tick()
    assert room.deliver() == [100, 101, 102]
    assert room.counts(cancelled) == Counts(all=0)


def test_announcement_that_is_out_cannot_be_cancelled(room: Mailroom) -> None:
    number = room.send()
    room.deliver()
    assert room.sent.cancel(SENDER, number).announcement.status is Status.DONE


def test_not_reached_are_named_with_the_reason(tmp_path: Path) -> None:
    room = Mailroom(tmp_path, people=3, linked=2)
    number = room.send()
    room.outbox.settle(room.next(), Event.REFUSED, reason="message is too long")
    room.outbox.settle(room.next(), Event.ACCEPTED, message_id=1)
    lines = room.sent.lines(SENDER, number, Group.NOT_REACHED)
    assert [(line.name, line.state, line.reason) for line in lines] == [
        ("Person 0", "failed", "message is too long"),
        ("Person 2", "not-linked", ""),
    ]


def test_table_has_everybody_and_no_formulas(room: Mailroom) -> None:
    number = room.send(Urgency.URGENT, people=room.ids[:1])
    room.outbox.settle(room.next(), Event.REFUSED, reason="=1+1")
    assert room.sent.as_csv(SENDER, number).decode() == (
        "\ufeffname,organisation,state,doubtful,at,got_it_at,reason\r\n"
        "Person 0,,failed,,2008-02-11 13:00:00,,'=1+1\r\n"
    )


def test_open_reports_are_those_that_still_change(room: Mailroom) -> None:
    done, running, later = (
        room.send(),
        room.send(people=room.ids[:1]),
        room.send(at=NOON + timedelta(hours=1)),
    )
    assert room.sent.open_reports() == (done, running, later)
    room.deliver()
    assert room.sent.open_reports() == (later,)


def test_what_went_to_some_before_it_was_cancelled_can_still_be_withdrawn(room: Mailroom) -> None:
    number = room.send()
    room.deliver(1)
    room.sent.cancel(SENDER, number)
    withdrawn = room.sent.withdraw(SENDER, number)
    assert (withdrawn.announcement.is_withdrawn, withdrawn.counts.all) == (True, 1)
    assert room.deliver() == [100]


def test_what_went_to_nobody_before_it_was_cancelled_stays_cancelled(room: Mailroom) -> None:
    number = room.send(at=NOON + timedelta(hours=1))
    room.sent.cancel(SENDER, number)
    assert room.sent.withdraw(SENDER, number).announcement.status is Status.CANCELLED
