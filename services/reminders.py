"""Reminders: planned for everybody's sessions, handed to the outbox when their moment has come."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import timedelta

import structlog

from meeting.delivery import Urgency
from meeting.notices import MissedLine, MissedNoun
from meeting.people import Participant
from meeting.reminders import CHOICES, Reminder, reminders
from services.agenda import AgendaBook, Held
from services.errors import NotThere
from store.chats import Chats
from store.missed_reminders import Missed
from store.notices import NewNotice, Notices
from store.reminder_plan import Reminded
from store.reminders import ReminderRows

log = structlog.stdlib.get_logger(__name__)

OFF = 0
TOLD_WITHIN = timedelta(days=1)  # organisers hear of what came too late while it is news


class Reminders:
    """What is planned follows from agenda, people and their choices as they are. Whoever changes
    one of them calls `plan_for` or `plan`; an agenda that somebody else has put in, such as
    `ingest.py` in a process of its own, is noticed by its number. Once an hour all is planned
    anew in any case."""

    def __init__(
        self, rows: ReminderRows, chats: Chats, notices: Notices, book: AgendaBook, minutes: int
    ) -> None:
        """`minutes` before a session are for those who have not chosen; 0 is off."""
        self._rows = rows
        self._chats = chats
        self._notices = notices
        self._book = book
        self._minutes = minutes
        self._planned: int | None = None  # the number of the agenda
        self._perhaps_missed = True  # an earlier run may have left some on their way

    @property
    def choices(self) -> tuple[int, ...]:
        """Minutes before a session that can be chosen, OFF first."""
        return tuple(sorted({OFF, *CHOICES, self._minutes}))

    def chosen(self, person: Participant) -> int:
        """How many minutes before a session somebody is reminded; OFF for never."""
        minutes = self._chats.reminder(person.chat_id)
        return self._minutes if minutes is None else minutes

    def choose(self, person: Participant, minutes: int) -> None:
        """From now on remind somebody so many minutes before; raises NotThere for a number that is
        not one of `choices`."""
        if minutes not in self.choices:
            raise NotThere("nobody can choose that")
        self._chats.choose_reminder(person.chat_id, minutes)
        self.plan_for(person)

    def plan(self) -> None:
        """Make everybody's reminders those of the agenda that holds."""
        held = self._book.held()
        self._rows.plan(_Wanted(held, self._minutes), self._book.clock.now())
        self._planned = held.number

    def plan_for(self, person: Participant) -> None:
        """The same for somebody whose sessions, minutes or chat have changed."""
        if person.person_id is not None:
            self.plan_for_number(person.person_id)

    def plan_for_number(self, person_id: int) -> None:
        """The same, by the number of their row; again where an agenda was released meanwhile, so
        that the one that no longer holds is not what is planned last."""
        planned: int | None = None
        while (held := self._book.held()).number != planned:
            wanted = _Wanted(held, self._minutes)
            self._rows.plan_for([person_id], wanted, self._book.clock.now())
            planned = held.number

    def tick(self) -> bool:
        """Hand out what is due by the agenda that holds, and write off what comes too late; whether
        there was any. To be called every second: cheap when nothing is due."""
        if self._book.held().number != self._planned:
            self.plan()
        now, changed = self._book.clock.now(), False
        while self._rows.is_due(now) and self._rows.give(now):
            changed = self._perhaps_missed = True
        if self._perhaps_missed and self._rows.close(self._say, now):
            self._perhaps_missed = False
        return changed

    def missed(self, notice_id: int) -> MissedNoun:
        """What came too late, by the notice that told the organisers; raises NotThere."""
        notice = self._notices.get(notice_id)
        if notice is None or not isinstance(notice.noun, MissedNoun):
            raise NotThere(f"notice {notice_id} tells of no reminders")
        return notice.noun

    def _say(self, missed: Sequence[Missed]) -> NewNotice:
        now, agenda = self._book.clock.now(), self._book.held().agenda
        lines = []
        for each in missed:
            session = agenda.session(each.session_id)
            title = session.title if session else each.session_id
            starts = each.starts.astimezone(self._book.zone)
            lines.append(MissedLine(each.session_id, title, starts, each.people))
        noun = MissedNoun(now, tuple(lines))
        log.warning("reminders came too late", count=noun.reminders)
        return NewNotice(noun.key, noun, Urgency.ROUTINE, not_after=now + TOLD_WITHIN)


class _Wanted:
    """Which reminders somebody is to have by an agenda: of what is in their day, and of what is in
    a room that they look after."""

    def __init__(self, held: Held, minutes: int) -> None:
        self._held = held
        self._minutes = minutes
        self._hosted: dict[str, set[str]] = defaultdict(set)
        hosts = {room.room_id: room.host.casefold() for room in held.agenda.rooms if room.host}
        for session in held.agenda.sessions:
            host = hosts.get(session.room or "")
            if host:
                self._hosted[host].add(session.session_id)

    def __call__(self, row: Reminded) -> Iterable[Reminder]:
        agenda, key = self._held.agenda, row.folded_key
        tasks = self._held.parts.get(key, frozenset()), self._hosted.get(key, set())
        ids = (self._held.common | row.sessions).union(*tasks)
        theirs = [session for session in agenda.sessions if session.session_id in ids]
        minutes = self._minutes if row.minutes is None else row.minutes
        return reminders(row.person_id, theirs, agenda.zone, minutes)
