"""What a notice says at the moment when it is sent: its facts beside the agenda that holds then."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from meeting.agenda import Agenda, Part, Room, Session
from meeting.notices import (
    ChangedLine,
    ChangeNoun,
    ChoiceNoun,
    GroupNoun,
    MissedNoun,
    Notice,
    Place,
    RecallNoun,
    ReminderNoun,
    RoomNoun,
    RoomWord,
)
from meeting.people import Participant
from meeting.telling import is_same
from services.agenda import AgendaBook, Held
from services.recall_letter import RecallLetter, RecallReader

# A person and a block -> the sessions they wish for, by id, the first choice first; None where it
# is too late to choose.
Wishes = Callable[[int, str], tuple[str, ...] | None]


@dataclass(frozen=True, slots=True)
class ChangeLetter:
    """What was and what is now, for lines that are still of use; `at` is now, in the meeting's
    zone, here and below. `parts`: what the person does now in sessions in which that changed, by
    session id."""

    notice_id: int
    number: int
    lines: tuple[ChangedLine, ...]
    at: datetime
    parts: Mapping[str, tuple[Part, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ReminderLetter:
    """A session of the person starts soon; `is_host`: in a room that they look after."""

    notice_id: int
    session: Session
    room: Room | None
    at: datetime
    is_host: bool
    is_chair: bool


@dataclass(frozen=True, slots=True)
class RoomLetter:
    """What the host of a room says about it; `other` is where there are seats."""

    notice_id: int
    word: RoomWord
    session: Session
    room: Room | None
    other: Session | None
    other_room: Room | None
    at: datetime


@dataclass(frozen=True, slots=True)
class GroupLetter:
    """The person is in this session of a block."""

    notice_id: int
    block: str
    session: Session
    room: Room | None
    at: datetime


@dataclass(frozen=True, slots=True)
class ChoiceLetter:
    """The sessions of a block to choose from; `chosen` are ids, the first wish first."""

    notice_id: int
    block: str
    sessions: tuple[Session, ...]
    chosen: tuple[str, ...]
    at: datetime


@dataclass(frozen=True, slots=True)
class MissedLetter:
    """So many reminders came too late; for organisers."""

    notice_id: int
    reminders: int


Letter = (
    ChangeLetter
    | ReminderLetter
    | RoomLetter
    | GroupLetter
    | ChoiceLetter
    | MissedLetter
    | RecallLetter
)


class Letters:
    def __init__(self, book: AgendaBook, wishes: Wishes, recall: RecallReader) -> None:
        self._book = book
        self._wishes = wishes
        self._recall = recall

    def read(self, notice: Notice, recipient: Participant) -> Letter | None:
        """What a notice says to somebody now; None where nothing is left to say."""
        held, at = self._book.held(), self._book.clock.now().astimezone(self._book.zone)
        number, noun = notice.notice_id, notice.noun
        match noun:
            case ChangeNoun():
                return self._change(number, noun, recipient, held.agenda, at)
            case ReminderNoun():
                return self._reminder(number, noun, recipient, held, at)
            case RoomNoun():
                return _room(number, noun, held.agenda, at)
            case GroupNoun():
                return self._group(number, noun, recipient, held.agenda, at)
            case ChoiceNoun():
                return self._choice(number, noun, recipient, held.agenda, at)
            case MissedNoun():
                return MissedLetter(number, noun.reminders)
            case RecallNoun():
                return self._recall.letter(number, noun, recipient, at)

    def _change(
        self, number: int, noun: ChangeNoun, recipient: Participant, agenda: Agenda, at: datetime
    ) -> ChangeLetter | None:
        """None where every line was taken back, or is over."""
        lines = tuple(_alive(noun.lines, agenda, at))
        if not lines:
            return None
        key = self._book.placement(recipient).folded_key
        parts = {line.session_id: _parts(agenda, line, key) for line in lines if line.tasks}
        return ChangeLetter(number, noun.number, lines, at, parts)

    def _reminder(
        self, number: int, noun: ReminderNoun, recipient: Participant, held: Held, at: datetime
    ) -> ReminderLetter | None:
        """None where the session has moved since, or is no longer theirs."""
        session = held.agenda.session(noun.session_id)
        if session is None or session.starts.timestamp() != noun.starts.timestamp():
            return None
        key, room = self._book.placement(recipient).folded_key, held.agenda.room(session.room)
        is_host = _is_host(room, key)
        if not is_host and not self._book.mine(recipient, held)(session):
            return None
        is_chair = key in {name.casefold() for name in session.chairs}
        return ReminderLetter(number, session, room, at, is_host, is_chair)

    def _group(
        self, number: int, noun: GroupNoun, recipient: Participant, agenda: Agenda, at: datetime
    ) -> GroupLetter | None:
        """None where they were moved to another one since."""
        session = agenda.session(noun.session_id)
        if session is None or session.session_id not in self._book.placement(recipient).assigned:
            return None
        return GroupLetter(number, noun.block, session, agenda.room(session.room), at)

    def _choice(
        self, number: int, noun: ChoiceNoun, recipient: Participant, agenda: Agenda, at: datetime
    ) -> ChoiceLetter | None:
        sessions = tuple(s for s in agenda.sessions if s.block == noun.block)
        if not sessions or recipient.person_id is None:
            return None
        chosen = self._wishes(recipient.person_id, noun.block)
        if chosen is None:
            return None
        return ChoiceLetter(number, noun.block, sessions, chosen, at)


def place_of(agenda: Agenda, session: Session) -> Place:
    """Where and when a session is, as a notice tells it."""
    room = agenda.room(session.room)
    return Place(room.name if room else session.room or "", session.starts, session.ends)


def _alive(lines: tuple[ChangedLine, ...], agenda: Agenda, at: datetime) -> list[ChangedLine]:
    """The lines as they are true now; without those that were taken back or are over."""
    resolved = [_resolved(line, agenda) for line in lines]
    return [line for line in resolved if line is not None and not _is_over(line, at)]


def _resolved(line: ChangedLine, agenda: Agenda) -> ChangedLine | None:
    """A line beside the agenda that holds; None where it says nothing any more."""
    session = agenda.session(line.session_id)
    if session is None:
        return replace(line, after=None) if line.before else None
    now, old_title = place_of(agenda, session), line.old_title or line.title
    line = replace(
        line,
        title=session.title,
        after=now,
        old_title=old_title if old_title != session.title else "",
    )
    says = line.tasks or line.old_title or not is_same(line.before, now)
    return line if says else None


def _parts(agenda: Agenda, line: ChangedLine, key: str) -> tuple[Part, ...]:
    """What somebody does in a session."""
    session = agenda.session(line.session_id)
    return session.parts_of(key) if session else ()


def _is_over(line: ChangedLine, at: datetime) -> bool:
    """Whether the session has ended, by what was known before and by what is known now."""
    ends = [place.ends.timestamp() for place in (line.before, line.after) if place]
    return max(ends) <= at.timestamp()


def _room(number: int, noun: RoomNoun, agenda: Agenda, at: datetime) -> RoomLetter | None:
    """None where the session is elsewhere now."""
    session = agenda.session(noun.session_id)
    if session is None or session.room != noun.room:
        return None
    other = agenda.session(noun.other) if noun.other else None
    other_room = agenda.room(other.room) if other else None
    return RoomLetter(number, noun.word, session, agenda.room(noun.room), other, other_room, at)


def _is_host(room: Room | None, key: str) -> bool:
    return bool(room and room.host and room.host.casefold() == key)
