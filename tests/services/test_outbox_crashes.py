"""Whatever happens to the outbox, what is in people's chats agrees with its rows, by seed."""

from datetime import timedelta
from pathlib import Path
from random import Random

import pytest
from sqlalchemy import RowMapping

from meeting.announcements import Announcement, Status, VersionKind
from meeting.delivery import Action, Event, State, Urgency, after
from services.announcements import Counts
from services.outbox import Outbox
from services.parcels import Parcel, Recovered
from store.reports import Reports
from tests.services.mailroom import NOON, Mailroom, words
from tests.services.outbox_world import World, _plain

SEEDS, STEPS, PEOPLE = 10, 60, 3  # a seed takes about 0.25 s; more were tried by hand


@pytest.fixture
def room(tmp_path: Path) -> Mailroom:
    return Mailroom(tmp_path)


class Hasty(Outbox):
    """Wrong: writes down that it was sent, and then sends it."""

    def claim(self) -> Parcel | None:
        parcel = super().claim()
        if parcel is not None:
            super().settle(parcel, Event.ACCEPTED)
        return parcel

    def settle(self, parcel: Parcel, event: Event, **known: object) -> None:
        pass


class Careless(Outbox):
    """Wrong: takes what was on its way when the bot was killed for something that never left."""

    def recover(self) -> tuple[Recovered, ...]:
        now = self._clock.now()
        self._deliveries.recover(lambda s, u: after(s, Event.POSTPONED, u, now), now)
        return ()


def test_rows_agree_with_what_is_in_the_chats(tmp_path: Path) -> None:
    for seed in range(SEEDS):
        judge(lived(Mailroom(tmp_path / f"{seed}", PEOPLE, linked=2), seed))


@pytest.mark.parametrize(
    ("kind", "seed", "fault"), [(Hasty, 1, "lost"), (Careless, 8, "a second copy")]
)
def test_wrong_outbox_is_found_out(
    tmp_path: Path, kind: type[Outbox], seed: int, fault: str
) -> None:
    world = lived(Mailroom(tmp_path, PEOPLE, linked=2, kind=kind), seed)
    with pytest.raises(AssertionError, match=fault):
        judge(world)


def lived(room: Mailroom, seed: int) -> World:
    world = World(room, Random(seed), entered={0, 1})
    for _ in range(STEPS):
        world.take_a_step()
    world.rest()
    return world


def judge(world: World) -> None:
    for number in world.numbers:
        found = world.room.announcements.get(number)
        assert found is not None
        for row in world.rows(found):
            _judge(world, found, row)
        _judge_withdrawn(world, found)


def _judge(world: World, found: Announcement, row: RowMapping) -> None:
    number, person = found.announcement_id, row["person_id"]
    somebody = world.room.ids.index(person)
    chat = 100 + somebody
    there, known = world.telegram.copies(number, chat), world.known(number, person)
    state, doubtful = State(row["state"]), row["doubtful"]
    assert state not in (State.PENDING, State.SENDING)
    goes_on = number not in world.stopped | world.wanted_back
    is_blocked, is_known = chat in world.telegram.blocked, somebody in world.entered
    assert state is not State.BLOCKED or is_blocked or not goes_on, "blocked, and is not"
    assert state is not State.NOT_LINKED or not is_known or not goes_on, "they opened the bot"
    assert state is not State.CANCELLED or number in world.stopped, "nobody cancelled it"
    ends = State.BLOCKED, State.NOT_LINKED, State.CANCELLED
    extra = world.telegram.sends[number, chat] - 1 - world.asked_again(number, person)
    assert extra <= 0 or doubtful, "a second copy that nobody knows of"
    if found.is_withdrawn:
        return
    assert there or doubtful or state in ends, "lost"
    assert state is not State.SENT or there or doubtful, "sent, and is not there"
    for message, text in there.items():
        stale = text != _plain(found)
        assert not stale or message not in known or state in ends, "a copy with the old words"
        assert not stale or message in known or doubtful, "an old copy that nobody knows of"
    own = row["id"] in known.values()
    assert not own or state not in (State.CANCELLED, State.EXPIRED), "they have it"


def _judge_withdrawn(world: World, found: Announcement) -> None:
    if found.announcement_id not in world.wanted_back:
        return
    rows = {row["person_id"]: row for row in world.rows(found)}
    for somebody, person in enumerate(world.room.ids):
        there = world.telegram.copies(found.announcement_id, 100 + somebody)
        known = world.known(found.announcement_id, person)
        blocked = 100 + somebody in world.telegram.blocked
        assert blocked or not there.keys() & known.keys(), "it is still there"
        assert there.keys() <= known.keys() or rows[person]["doubtful"], "an unknown copy is left"


def test_crash_after_a_correction_passes_the_doubt_on(room: Mailroom) -> None:
    number = room.send(people=room.ids[:1])
    room.next()
    room.announcements.add_version(number, VersionKind.CORRECTION, words("At seven."), NOON)
    room.new_outbox().recover()
    assert room.deliver() == [100]
    assert room.states() == [("unknown", True), ("sent", True)]


def test_repeat_that_is_cancelled_leaves_what_arrived_as_sent(room: Mailroom) -> None:
    number = room.send(Urgency.URGENT)
    room.deliver()
    room.sent.resend_unseen(room.organiser, number)
    report = room.sent.cancel(room.organiser, number)
    assert (report.counts, report.has_gone_out) == (Counts(all=3, delivered=3), True)
    room.sent.withdraw(room.organiser, number)
    assert {room.next().action for _ in range(3)} == {Action.DELETE}


def test_repeat_that_comes_too_late_leaves_what_arrived_as_sent(room: Mailroom) -> None:
    number = room.send(Urgency.URGENT)
    room.deliver()
    room.sent.resend_unseen(room.organiser, number)
    room.wait(days=2)
    room.outbox.tick()
    assert room.counts(number) == Counts(all=3, delivered=3)


def test_cancelled_one_can_be_withdrawn_while_its_first_is_on_its_way(room: Mailroom) -> None:
    number = room.send()
    on_its_way = room.next()
    room.sent.cancel(room.organiser, number)
    room.sent.withdraw(room.organiser, number)
    room.outbox.settle(on_its_way, Event.ACCEPTED, message_id=1)
    assert room.next().action is Action.DELETE


@pytest.mark.parametrize("kind", [VersionKind.CORRECTION, VersionKind.WITHDRAWAL])
def test_correction_or_withdrawal_is_not_left_half_done(room: Mailroom, kind: VersionKind) -> None:
    number = room.send()
    room.deliver()
    room.announcements.add_version(number, kind, words("At seven."), NOON)
    report = room.sent.cancel(room.organiser, number)  # a button from before
    assert (report.announcement.status, report.counts.waiting) == (Status.RUNNING, 3)
    assert room.deliver() == [100, 101, 102]


def test_withdrawal_waits_for_who_has_blocked_the_bot_and_writes_again(room: Mailroom) -> None:
    number = room.send(people=room.ids[:1])
    room.deliver()
    room.sent.withdraw(room.organiser, number)
    room.outbox.settle(room.next(), Event.BLOCKED)
    room.enter(0)
    room.wait(seconds=2)
    assert room.next().action is Action.DELETE


def test_who_writes_while_a_refusal_is_on_its_way_is_not_blocked(room: Mailroom) -> None:
    room.send(people=room.ids[:1])
    refused = room.next()
    room.wait(seconds=1)
    room.enter(0)
    room.outbox.settle(refused, Event.BLOCKED)
    room.wait(seconds=2)
    assert room.deliver() == [100]
    assert room.states() == [("sent", False)]


def test_resend_of_words_that_were_corrected_meanwhile_sends_nothing(room: Mailroom) -> None:
    number = room.send(Urgency.URGENT)
    room.deliver()
    old = room.sent.report(number).announcement.version.version_id
    room.announcements.add_version(number, VersionKind.CORRECTION, words("At seven."), NOON)
    reports = Reports(room.engine)
    assert reports.resend_unseen(number, old, NOON, timedelta()) == 0
    assert reports.resend_doubtful(number, old, NOON) == 0


def test_answer_to_an_earlier_run_does_not_take_a_doubt_back(room: Mailroom) -> None:
    room.send(people=room.ids[:1])
    of_the_earlier = room.next()
    room.new_outbox().recover()
    room.outbox.settle(of_the_earlier, Event.ACCEPTED, message_id=1)
    assert room.states() == [("sent", True)]


def test_withdrawal_takes_back_what_was_on_its_way_before_the_correction(room: Mailroom) -> None:
    number = room.send(people=room.ids[:1])
    on_its_way = room.next()
    room.announcements.add_version(number, VersionKind.CORRECTION, words("At seven."), NOON)
    room.sent.withdraw(room.organiser, number)
    room.outbox.settle(on_its_way, Event.ACCEPTED, message_id=1)
    assert [copy.message_id for copy in room.next().copies] == [1]
    assert room.outbox.claim() is None
