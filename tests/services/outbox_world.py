"""A world that happens to the outbox by seed, and Telegram's own memory to judge it by."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import timedelta
from random import Random

from sqlalchemy import RowMapping, select

from meeting.announcements import Announcement, Status, VersionKind
from meeting.delivery import Action, Event, State, Urgency
from services.parcels import Parcel
from store.tables import announcement_versions as versions
from store.tables import copies, deliveries
from tests.services.mailroom import Mailroom, words

AIR = 3  # deliveries on their way at once
PATIENCE = 300  # rounds after which something waits for ever


class Telegram:
    """Which messages are in which chat: by number, whose announcement it is and what it says."""

    def __init__(self) -> None:
        self.chats: dict[int, dict[int, tuple[int, str]]] = {}
        self.blocked: set[int] = set()
        self.sends: Counter[tuple[int, int]] = Counter()
        self._last = 1000

    def take(self, parcel: Parcel) -> tuple[Event, int | None]:
        """Do what a parcel asks for, and answer."""
        chat = parcel.recipient.chat_id
        if chat in self.blocked:
            return Event.BLOCKED, None
        says = parcel.content.announcement_id, _plain(parcel.content)
        there = self.chats.setdefault(chat, {})
        if parcel.action is Action.SEND:
            self._last += 1
            there[self._last] = says
            self.sends[says[0], chat] += 1
            return Event.ACCEPTED, self._last
        for copy in parcel.copies:
            if there.pop(copy.message_id, None) and parcel.action is Action.EDIT:
                there[copy.message_id] = says
        return Event.ACCEPTED, None

    def copies(self, announcement: int, chat: int) -> dict[int, str]:
        """What an announcement's messages in a chat say, by their numbers."""
        there = self.chats.get(chat, {})
        return {key: text for key, (number, text) in there.items() if number == announcement}


@dataclass
class Flight:
    parcel: Parcel
    answer: tuple[Event, int | None] | None = None


@dataclass
class World:
    """`take_a_step` does one thing at random; `rest` lets all end without a fault."""

    room: Mailroom
    random: Random
    telegram: Telegram = field(default_factory=Telegram)
    air: list[Flight] = field(default_factory=list)
    numbers: list[int] = field(default_factory=list)
    wanted_back: set[int] = field(default_factory=set)
    stopped: set[int] = field(default_factory=set)
    entered: set[int] = field(default_factory=set)
    wordings: int = 0

    def take_a_step(self) -> None:
        steps = {
            self.send: 2, self.claim: 14, self.hand_over: 12, self.settle: 9, self.crash: 2,
            self.pause: 1, self.resume: 2, self.cancel: 1, self.correct: 2, self.withdraw: 1,
            self.resend: 3, self.block: 1, self.write: 2, self.wait: 3, self.tick: 3,
        }  # fmt: skip
        self.random.choices(list(steps), list(steps.values()))[0]()

    def rest(self) -> None:
        """No more faults: what is paused goes on, what is due arrives; nothing waits for ever."""
        for number in self.numbers:
            self.room.sent.resume(self.room.organiser, number)
        for _ in range(PATIENCE):
            while self.air:
                self.hand_over(faults=False)
                self.settle()
            self.room.wait(minutes=20)
            self.tick()
            self.claim()
            if not self.air and not self._waiting():
                return
        raise AssertionError("something waits for ever")

    def send(self) -> None:
        if len(self.numbers) < 3:
            urgency = self.random.choice(list(Urgency))
            later = self.room.clock.now() + timedelta(hours=1)
            at = later if self.random.random() < 0.2 else None
            self.numbers.append(self.room.send(urgency, at, useful=timedelta(days=90)))

    def claim(self) -> None:
        if len(self.air) == AIR or (parcel := self.room.outbox.claim()) is None:
            return
        now = self._get(parcel.content.announcement_id)
        assert now.status not in (Status.PAUSED, Status.CANCELLED, Status.SCHEDULED)
        assert parcel.action is Action.DELETE or not now.is_withdrawn
        others = {flight.parcel.claimed.person_id for flight in self.air}
        assert parcel.claimed.person_id not in others
        self.air.append(Flight(parcel))

    def hand_over(self, faults: bool = True) -> None:
        """Arrived and said so; arrived, and the answer was lost; not arrived; nobody knows."""
        waiting = [flight for flight in self.air if flight.answer is None]
        if not waiting:
            return
        flight, luck = self.random.choice(waiting), self.random.random()
        if not faults or luck < 0.7:
            flight.answer = self.telegram.take(flight.parcel)
        elif luck < 0.8:
            self.telegram.take(flight.parcel)
            flight.answer = Event.DOUBT, None
        else:
            flight.answer = (Event.POSTPONED if luck < 0.9 else Event.DOUBT), None

    def settle(self) -> None:
        for flight in [flight for flight in self.air if flight.answer][:1]:
            event, message_id = flight.answer or (Event.DOUBT, None)
            self.room.outbox.settle(flight.parcel, event, message_id=message_id)
            self.air.remove(flight)

    def crash(self) -> None:
        self.air.clear()
        self.room.outbox = self.room.new_outbox()
        self.room.outbox.recover()

    def pause(self) -> None:
        if self.numbers:
            self.room.sent.pause(self.room.organiser, self._one())

    def resume(self) -> None:
        if self.numbers:
            self.room.sent.resume(self.room.organiser, self._one())

    def cancel(self) -> None:
        if self.numbers:
            number = self._one()
            report = self.room.sent.cancel(self.room.organiser, number)
            if report.announcement.status is Status.CANCELLED:
                self.stopped.add(number)

    def correct(self) -> None:
        if not self.numbers or not self.room.sent.report(number := self._one()).has_gone_out:
            return
        self.wordings += 1
        message, now = words(f"Wording {self.wordings}."), self.room.clock.now()
        self.room.announcements.add_version(number, VersionKind.CORRECTION, message, now)

    def withdraw(self) -> None:
        if self.numbers:
            number = self._one()
            if self._get(number).status is not Status.SCHEDULED:
                self.wanted_back.add(number)
            self.room.sent.withdraw(self.room.organiser, number)

    def resend(self) -> None:
        if self.numbers:
            sent = self.room.sent
            deed = self.random.choice([sent.resend_doubtful, sent.resend_unseen])
            deed(self.room.organiser, self._one())

    def block(self) -> None:
        self.telegram.blocked.add(100 + self._somebody())

    def write(self) -> None:
        """Somebody opens the bot, or writes again."""
        somebody = self._somebody()
        self.telegram.blocked.discard(100 + somebody)
        self.entered.add(somebody)
        self.room.wait(seconds=1)
        self.room.enter(somebody)

    def wait(self) -> None:
        self.room.wait(minutes=self.random.choice([-30, 0.1, 1, 15, 70]))

    def tick(self) -> None:
        self.room.outbox.tick()

    def rows(self, announcement: Announcement) -> list[RowMapping]:
        """The deliveries of its newest version."""
        newest = deliveries.c.subject_id == announcement.version.version_id
        with self.room.engine.connect() as connection:
            return list(connection.execute(select(deliveries).where(newest)).mappings())

    def known(self, announcement: int, person: int) -> dict[int, int]:
        """The copies that our rows know of, each with the delivery that it came by."""
        query = select(copies.c.message_id, copies.c.delivery_id).join_from(copies, deliveries)
        with self.room.engine.connect() as connection:
            found = connection.execute(query.where(_of(announcement, person)))
            return {row.message_id: row.delivery_id for row in found}

    def asked_again(self, announcement: int, person: int) -> int:
        """How often an organiser had it sent once more, over all versions."""
        with self.room.engine.connect() as connection:
            query = select(deliveries.c.again).where(_of(announcement, person))
            return sum(connection.execute(query).scalars())

    def _get(self, number: int) -> Announcement:
        found = self.room.announcements.get(number)
        assert found is not None
        return found

    def _one(self) -> int:
        return self.random.choice(self.numbers)

    def _somebody(self) -> int:
        return self.random.randrange(len(self.room.ids))

    def _waiting(self) -> bool:
        moving = deliveries.c.due_at.is_not(None) | (deliveries.c.state == State.SENDING)
        with self.room.engine.connect() as connection:
            if connection.execute(select(deliveries.c.id).where(moving)).first():
                return True
        open_still = Status.SCHEDULED, Status.RUNNING, Status.PAUSED
        return bool(self.room.announcements.standing(*open_still))


def _of(announcement: int, person: int):  # type: ignore[no-untyped-def]
    of_it = select(versions.c.id).where(versions.c.announcement_id == announcement)
    return deliveries.c.subject_id.in_(of_it) & (deliveries.c.person_id == person)


def _plain(announcement: Announcement) -> str:
    return announcement.version.message.in_language("en").plain
