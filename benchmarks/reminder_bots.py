"""What is to remind people: our services over their store, or plain stored APScheduler jobs."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, tzinfo
from pathlib import Path
from types import SimpleNamespace
from typing import Protocol

import apscheduler.executors.base
import apscheduler.schedulers.base
from apscheduler.executors.debug import DebugExecutor
from apscheduler.jobstores.sqlalchemy import SQLAlchemyJobStore
from apscheduler.schedulers.base import BaseScheduler
from sqlalchemy import Engine, event, select

from benchmarks.crowd import CONFIG
from benchmarks.reminder_judge import Key
from benchmarks.reminder_meetings import DEFAULT, Meeting
from bot.notices import notice_text, reminder_text
from bot.wording import load_wording
from meeting.announcements import Announcement
from meeting.delivery import Event
from meeting.reminders import ReminderState
from services.agenda import AgendaBook
from services.config import load_config
from services.letters import MissedLetter
from services.parcels import Parcel
from services.people import People
from services.reminders import Reminders
from services.wiring_announcements import Sources, wire_announcing
from store.database import prepare
from store.every_row import Rows
from store.tables import people, reminders

RATE = 30  # messages a second
TITLE = re.compile(r"<i>(.*)</i>")
LISTED = re.compile(r"</b> (.*) – (\d+) ")
WORDS = load_wording(("en",)).languages[0]


class Machine:
    """Its clock, in Unix seconds: the true time, and by how much it is off."""

    def __init__(self, seconds: int) -> None:
        self.true = seconds
        self.off = 0

    def seconds(self) -> int:
        return self.true + self.off

    def now(self) -> datetime:
        return datetime.fromtimestamp(self.seconds(), UTC)


class Telegram:
    """Takes every message, and knows what the machine's clock said then."""

    def __init__(self, machine: Machine) -> None:
        self._machine = machine
        self.accepted: list[tuple[int, Key]] = []
        self.listed: Counter[str] = Counter()

    def take(self, chat: int, html: str) -> None:
        title = TITLE.search(html)
        if title:
            self.accepted.append((self._machine.seconds(), (chat, title[1])))

    def take_list(self, html: str) -> None:
        """What an organiser reads after [Which]."""
        for title, count in LISTED.findall(html):
            self.listed[title] += int(count)


class Bot(Protocol):
    """A process that is started, looks at the time, sends, and ends without notice."""

    def start(self) -> None: ...
    def tick(self) -> None: ...
    def send(self) -> bool:
        """Whether more is waiting."""

    def end(self) -> None: ...
    def stale(self) -> frozenset[Key]: ...
    def close(self) -> None: ...


class NoRecalls:
    """Nobody was told anything from a paper."""

    def letter(self, *_about: object) -> None:
        return None


class Attache:
    """Our own, from the store up to the words; the courier is a loop at Telegram's pace."""

    def __init__(
        self, folder: Path, machine: Machine, telegram: Telegram, meeting: Meeting
    ) -> None:
        self._engine = prepare(f"sqlite:///{folder / 'attache.db'}")
        _trust_the_disk(self._engine)
        self._rows = Rows.on(self._engine)
        self._machine = machine
        self._telegram = telegram
        self._config = load_config(CONFIG)
        self._fill(meeting)

    def start(self) -> None:
        rows, clock, zone = self._rows, self._machine, self._config.meeting.time_zone
        book = AgendaBook(rows.agendas, rows.people, rows.logistics, clock, zone)
        self._reminders = Reminders(rows.reminders, rows.chats, rows.notices, book, DEFAULT)
        known = People(rows.people, rows.chats, clock, everybody=False, organiser=None)
        sources = Sources(lambda _chat, _session: None, lambda _who, _block: (), NoRecalls())
        parts = wire_announcing(rows, book, known, clock, self._config, sources)
        self._outbox = parts.outbox
        self._outbox.recover()

    def tick(self) -> None:
        self._reminders.tick()
        self._outbox.tick()

    def send(self) -> bool:
        for _ in range(RATE):
            parcel = self._outbox.claim()
            if parcel is None:
                return False
            self._telegram.take(parcel.recipient.chat_id, self._words(parcel))
            self._outbox.settle(parcel, Event.ACCEPTED, message_id=parcel.delivery_id)
        return True

    def end(self) -> None:
        """Nothing is left but the store."""

    def stale(self) -> frozenset[Key]:
        held = self._rows.agendas.newest_or_empty("UTC").agenda
        titles = {session.session_id: session.title for session in held.sessions}
        query = select(people.c.chat_id, reminders.c.session_id).join_from(reminders, people)
        query = query.where(reminders.c.state == ReminderState.STALE)
        with self._engine.connect() as connection:
            found = connection.execute(query).all()
        return frozenset((chat, titles[session_id]) for chat, session_id in found)

    def close(self) -> None:
        self._engine.dispose()

    def _words(self, parcel: Parcel) -> str:
        letter = parcel.content
        if isinstance(letter, MissedLetter):
            noun = self._reminders.missed(letter.notice_id)
            self._telegram.take_list(reminder_text.missed_list(WORDS, noun))
        if isinstance(letter, Announcement):
            raise TypeError("nobody announces here")
        return notice_text.outgoing(WORDS, letter, parcel.marks).html

    def _fill(self, meeting: Meeting) -> None:
        now = self._machine.now()
        self._rows.people.replace_list(list(meeting.people.values()))
        chats = {person.key: chat for chat, person in meeting.people.items()}
        for row in self._rows.people.everybody():
            chat = chats[row.person.key]
            self._rows.people.link(row.person_id, chat)
            self._rows.chats.meet(chat, row.person.name, "en", now)
            if minutes := meeting.minutes.get(chat):
                self._rows.chats.choose_reminder(chat, minutes)
        self._rows.agendas.add(meeting.agenda, "", now)


class Scheduler:
    """APScheduler's own way: one stored date job for each reminder, all settings as they come."""

    def __init__(
        self, folder: Path, machine: Machine, telegram: Telegram, meeting: Meeting
    ) -> None:
        self._url = f"sqlite:///{folder / 'jobs.db'}"
        self._machine = machine
        TELEGRAMS[self._url] = telegram
        self.start()
        for (chat, title), each in meeting.expected.items():
            moment = datetime.fromtimestamp(each.due, UTC)
            self._scheduler.add_job(remind, "date", run_date=moment, args=[self._url, chat, title])
        self.end()

    def start(self) -> None:
        self._scheduler = Stepped(timezone=UTC)
        self._scheduler.add_jobstore(SQLAlchemyJobStore(self._url))
        self._scheduler.add_executor(DebugExecutor())
        with _on_the_clock_of(self._machine):
            self._scheduler.start()

    def tick(self) -> None:
        with _on_the_clock_of(self._machine):
            self._scheduler._process_jobs()

    def send(self) -> bool:
        return False

    def end(self) -> None:
        self._scheduler.shutdown(wait=False)

    def stale(self) -> frozenset[Key]:
        return frozenset()

    def close(self) -> None:
        del TELEGRAMS[self._url]


class Stepped(BaseScheduler):  # type: ignore[misc]
    """Looks for jobs when it is told to, rather than in a thread."""

    def wakeup(self) -> None:
        pass

    def shutdown(self, wait: bool = True) -> None:
        super().shutdown(wait)


TELEGRAMS: dict[str, Telegram] = {}  # a stored job finds its way back by a name
BOTS: dict[str, Callable[[Path, Machine, Telegram, Meeting], Bot]] = {
    "right": Attache,
    "apscheduler": Scheduler,
}


def remind(name: str, chat: int, title: str) -> None:
    """The job."""
    TELEGRAMS[name].take(chat, f"<i>{title}</i>")


@contextmanager
def _on_the_clock_of(machine: Machine) -> Iterator[None]:
    """APScheduler asks the datetime class for the time, here and there."""
    modules = apscheduler.schedulers.base, apscheduler.executors.base

    def now(zone: tzinfo) -> datetime:
        return machine.now().astimezone(zone)

    for module in modules:
        module.datetime = SimpleNamespace(now=now)
    try:
        yield
    finally:
        for module in modules:
            module.datetime = datetime


def _trust_the_disk(engine: Engine) -> None:
    """No power is cut here: nobody needs to wait for the disk."""

    @event.listens_for(engine, "connect")
    def set_pragma(connection, _record) -> None:  # type: ignore[no-untyped-def]
        connection.execute("PRAGMA synchronous = OFF")

    engine.dispose()
