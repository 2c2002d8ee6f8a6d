"""What somebody sees of the agenda: their day, now and next, all sessions, a calendar file."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from meeting.agenda import Agenda, Mine, Room, Session
from meeting.codes import session_code
from meeting.day import Day, Slot, days_until, my_day, side_by_side, slots_of, today
from meeting.hosting import hosted_on
from meeting.people import Participant
from meeting.personal_calendar import Entry, personal_calendar
from services.agenda import AgendaBook
from services.errors import NothingOfYours, NotThere


@dataclass(frozen=True, slots=True)
class Programme:
    """The agenda for one person: `at` is now, in the meeting's zone; `mine` the sessions of theirs;
    `today` the day to show first, None where there is no agenda or all of it is over; `number` that
    of the agenda version, 0 where there is none; `key` what the agenda calls the person, in lower
    case, empty for somebody on no list."""

    at: datetime
    agenda: Agenda
    mine: Mine
    today: date | None
    number: int = 0
    key: str = ""

    @property
    def is_there(self) -> bool:
        return bool(self.agenda.sessions)

    @property
    def is_over(self) -> bool:
        return self.is_there and self.today is None

    def nights_until(self, day: date) -> int:
        """How many nights from now to a day; negative for days that are past."""
        return days_until(self.at, day, self.agenda.zone)

    def day(self, day: date | None) -> Day:
        """Somebody's own day. Raises NotThere where the agenda has no such day."""
        if day is None or day not in self.agenda.days():
            raise NotThere("nothing starts on that day")
        return my_day(self.agenda, day, self.at, self.mine)

    def sessions(self, day: date | None) -> tuple[Session, ...]:
        """All sessions of a day. Raises NotThere where the agenda has none on it."""
        found = self.agenda.on(day) if day else ()
        if not found:
            raise NotThere("nothing starts on that day")
        return found

    def begun(self, day: Sequence[Session]) -> int:
        """How many of the sessions of a day come before the first one that is not over; 0 where
        all of them are over."""
        ends = [session.ends.timestamp() > self.at.timestamp() for session in day]
        return ends.index(True) if True in ends else 0

    def running(self) -> tuple[Session, ...]:
        """What runs at this moment, this person's first."""
        return tuple(sorted(self.agenda.now(self.at), key=lambda s: not self.mine(s)))

    def room_name(self, session: Session) -> str:
        """Where a session is, as people say it; empty where the agenda does not tell."""
        return self.agenda.room_name(session)

    def hosted(self, day: date) -> tuple[Room, ...]:
        """The rooms that this person looks after, with something on that day that is not over."""
        return hosted_on(self.agenda, self.key, day, self.at)

    def next(self) -> tuple[Slot, ...]:
        """What comes next for this person, today or on a later day; several where they start
        together."""
        for day in self.agenda.days():
            if day < self.at.date():
                continue
            later = [
                slot for slot in slots_of(self.agenda.on(day), self.mine) if slot.is_later(self.at)
            ]
            if later:
                first = later[0].starts.timestamp()
                return tuple(slot for slot in later if slot.starts.timestamp() == first)
        return ()

    def session(self, code: str) -> Session:
        """The session behind a button. Raises NotThere where it is no longer on the agenda."""
        for session in self.agenda.sessions:
            if session_code(session.session_id) == code:
                return session
        raise NotThere("no such session")

    def choice(self, code: str) -> tuple[Session, ...]:
        """The parallel sessions of which the one behind a button is one. Raises NotThere."""
        session = self.session(code)
        groups = side_by_side(s for s in self.agenda.on(session.starts.date()) if not s.is_break)
        return next((group for group in groups if session in group), (session,))


class MyDay:
    def __init__(self, book: AgendaBook, host: str) -> None:
        """`host` tells this meeting's calendar entries from those of others."""
        self._book = book
        self._host = host

    def programme(self, person: Participant) -> Programme:
        """The agenda as it is now, with what of it is this person's."""
        held = self._book.held()
        at = self._book.clock.now().astimezone(self._book.zone)
        placement = self._book.placement(person)
        chosen = held.chosen(placement)
        return Programme(
            at=at,
            agenda=held.agenda,
            mine=lambda session: session.session_id in chosen,
            today=today(held.agenda, at),
            number=held.number,
            key=placement.folded_key,
        )

    def calendar(self, person: Participant, code: str) -> bytes:
        """A calendar file of the session behind a button, or of all of somebody's, with those that
        were cancelled, where `code` is empty. Raises NotThere where there is nothing to put in."""
        programme = self.programme(person)
        if code:
            entries = [Entry(programme.session(code), programme.agenda)]
        else:
            mine = [s for s in programme.agenda.sessions if programme.mine(s)]
            entries = [Entry(session, programme.agenda) for session in mine]
            entries += self._cancelled(person, programme)
        if not entries:
            raise NothingOfYours("no session is theirs")
        return personal_calendar(entries, programme.number, self._host, programme.at)

    def _cancelled(self, person: Participant, programme: Programme) -> list[Entry]:
        """What was somebody's, and is on the agenda no more: an earlier file may have put it into
        their calendar."""
        return [
            Entry(session, before.agenda, is_cancelled=True)
            for before, dropped in self._book.dropped(programme.number)
            for session in filter(self._book.mine(person, before), dropped)
        ]


def calendar_host(names: Mapping[str, str]) -> str:
    """What tells a meeting's calendar entries from those of another one: the words of its name."""
    words = re.findall(r"[a-z0-9]+", next(iter(names.values())).casefold())
    return ".".join(["-".join(words), "attache"]).lstrip(".")
