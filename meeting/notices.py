"""What is said to somebody that is no announcement: a change, a reminder, a room, a group; pure.

A notice holds facts, not words: it is put into words when it is sent, in the person's language.
"""

from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum


class NoticeKind(StrEnum):
    """What a notice is about."""

    CHANGE = "change"
    REMINDER = "reminder"
    ROOM = "room"
    GROUP = "group"
    CHOICE = "choice"
    MISSED = "missed"
    RECALL = "recall"


@dataclass(frozen=True, slots=True)
class Place:
    """Where and when a session is: the room as people say it, empty where there is none; times
    are aware, in the meeting's zone."""

    room: str
    starts: datetime
    ends: datetime


@dataclass(frozen=True, slots=True)
class ChangedLine:
    """One session that changed. `before` is None for one that is new, `after` for one that is
    cancelled. `old_title` is set where it had another; `tasks`: the person's own part in it
    changed, whatever else did."""

    session_id: str
    title: str
    before: Place | None
    after: Place | None
    old_title: str = ""
    tasks: bool = False


@dataclass(frozen=True, slots=True)
class ChangeNoun:
    """What changed for somebody with a version of the agenda."""

    number: int
    lines: tuple[ChangedLine, ...]


@dataclass(frozen=True, slots=True)
class ReminderNoun:
    """A session starts soon."""

    session_id: str
    starts: datetime

    @property
    def key(self) -> str:
        return f"{NoticeKind.REMINDER}:{self.session_id}:{_moment(self.starts)}"


class RoomWord(StrEnum):
    """What the host of a room says of it."""

    FULL = "full"
    ENDED = "ended"


@dataclass(frozen=True, slots=True)
class RoomNoun:
    """A room is full, and `other` the parallel session with the most seats left, if any; or the
    session before has ended, and people can go in for `session_id`. `room` is a room_id."""

    word: RoomWord
    session_id: str
    room: str
    other: str | None = None

    @property
    def key(self) -> str:
        return f"{NoticeKind.ROOM}:{self.word}:{self.session_id}:{self.room}"


@dataclass(frozen=True, slots=True)
class GroupNoun:
    """Somebody is in this one of the parallel sessions of a block."""

    session_id: str
    block: str


@dataclass(frozen=True, slots=True)
class ChoiceNoun:
    """Somebody may say which of the parallel sessions of a block they would like."""

    block: str


@dataclass(frozen=True, slots=True)
class MissedLine:
    """So many people were not reminded of a session, because it would have been too late."""

    session_id: str
    title: str
    starts: datetime
    people: int


@dataclass(frozen=True, slots=True)
class MissedNoun:
    """The reminders that came too late at one time, for the organisers; `at` is when that was
    found, the lines are by start."""

    at: datetime
    lines: tuple[MissedLine, ...]

    @property
    def reminders(self) -> int:
        return sum(line.people for line in self.lines)

    @property
    def key(self) -> str:
        return f"{NoticeKind.MISSED}:{_moment(self.at)}:{self.reminders}"


@dataclass(frozen=True, slots=True)
class RecallNoun:
    """A version of a paper went live at this time: what somebody was told from it may have changed.

    No word of the paper is kept here: what they were told and what holds is looked up when it is
    sent, so that nothing is left of a paper that was erased."""

    paper_id: int
    version_id: int
    published_at: datetime

    @property
    def key(self) -> str:
        return f"{NoticeKind.RECALL}:{self.version_id}:{_moment(self.published_at)}"


Noun = ChangeNoun | ReminderNoun | RoomNoun | GroupNoun | ChoiceNoun | MissedNoun | RecallNoun


@dataclass(frozen=True, slots=True)
class Notice:
    """A notice as it is kept. `cause` is the number of what made it, such as an agenda version;
    `author` the chat of whoever did; the time is UTC."""

    notice_id: int
    kind: NoticeKind
    noun: Noun
    cause: int | None
    author: int | None
    created_at: datetime


def _moment(at: datetime) -> str:
    return at.astimezone(UTC).isoformat()
