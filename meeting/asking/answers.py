"""What is answered about the agenda and practical matters: rows that hold now, not yet words."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from functools import cache, lru_cache

from meeting.agenda import Agenda, Mine, Room, Session
from meeting.asking.asked import Asked
from meeting.asking.spans import Span
from meeting.logistics import LogisticsEntry
from meeting.people import Person


class Kind(StrEnum):
    """The forms of an answer.

    MINE: where somebody is; PROGRAMME: what is on; NEXT: what begins next; SESSION: what was asked
    about; CANDIDATES: the few that may be meant; ROOM: a room and what is in it; PERSON: somebody
    and their sessions; BOUNDS: the meeting's or a day's beginning and end; ENTRY: a practical
    matter; BEFORE and OVER: the meeting has not begun, or is over.
    """

    MINE = "mine"
    PROGRAMME = "programme"
    NEXT = "next"
    SESSION = "session"
    CANDIDATES = "candidates"
    ROOM = "room"
    PERSON = "person"
    BOUNDS = "bounds"
    ENTRY = "entry"
    BEFORE = "before"
    OVER = "over"


@dataclass(frozen=True, slots=True)
class Line:
    """A session as it is told: with its room, whether it is in somebody's own day, and its people
    by name."""

    session: Session
    room: Room | None = None
    mine: bool = True
    chairs: tuple[str, ...] = ()
    speakers: tuple[str, ...] = ()
    rapporteurs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MeetingAnswer:
    """An answer; `now` is the time it was given, in the meeting's zone.

    `more` counts sessions that were left out of `lines`; `running` is the break or session that
    goes on until the first line begins; `unplaced`: several run side by side and none is theirs;
    `gap`: nothing is on at the time asked for, and `lines` are what comes after it.
    """

    kind: Kind
    now: datetime
    asked: Asked = Asked.ALL
    span: Span | None = None
    lines: tuple[Line, ...] = ()
    more: int = 0
    running: Line | None = None
    unplaced: bool = False
    gap: bool = False
    room: Room | None = None
    host: str = ""
    person: Person | None = None
    entry: LogisticsEntry | None = None

    @property
    def told(self) -> Session | None:
        """The session that "it" means from now on: the one told, or the only one but breaks."""
        told = [line.session for line in self.lines]
        topics = told if len(told) == 1 else [each for each in told if not each.is_break]
        return topics[0] if len(topics) == 1 else None


@dataclass(frozen=True, slots=True)
class Table:
    """What a question is answered from: the rows that hold at `now` (the meeting's zone).

    `people` reads the list; it is called at most once, and only for a question that needs names.
    `mentioned` is the session that this chat spoke of last; `is_word` tells common words, which
    are never taken for slips; `me` is the key of who asks, where they are on the list.
    """

    agenda: Agenda
    now: datetime
    mine: Mine
    people: Callable[[], Sequence[Person]] = field(default=lambda: ())
    logistics: Sequence[LogisticsEntry] = ()
    mentioned: Session | None = None
    me: str | None = None
    is_word: Callable[[str], bool] = field(default=lambda _word: False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "people", cache(self.people))

    def is_over(self, session: Session) -> bool:
        return session.ends.timestamp() <= self.now.timestamp()

    def is_ahead(self, session: Session) -> bool:
        return session.starts.timestamp() > self.now.timestamp()

    def line(self, session: Session) -> Line:
        return Line(
            session,
            self.agenda.room(session.room),
            self.mine(session),
            self.names(session.chairs),
            self.names(session.speakers),
            self.names(session.rapporteurs),
        )

    def lines(self, sessions: Sequence[Session]) -> tuple[Line, ...]:
        return tuple(self.line(session) for session in sessions)

    def names(self, keys: Sequence[str]) -> tuple[str, ...]:
        """Participants' names for their keys; what is no key is a name as printed."""
        if not keys:
            return ()
        names = _names(tuple(self.people()))
        return tuple(names.get(key.casefold(), key) for key in keys)


@lru_cache(maxsize=4)
def _names(people: tuple[Person, ...]) -> Mapping[str, str]:
    return {person.key.casefold(): person.name for person in people}
