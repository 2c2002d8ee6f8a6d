"""Announcements: what is said to whom, in which languages, in which versions; pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from meeting.audience import Audience
from meeting.delivery import Urgency

LONGEST_TEXT, LONGEST_CAPTION = 4096, 1024  # UTF-16 units; core.telegram.org/bots/api
USEFUL_DAYS = 7  # where the settings do not say when the meeting is


class Status(StrEnum):
    """Where an announcement stands: it waits for its time, goes out, rests, is out, was stopped."""

    SCHEDULED = "scheduled"
    RUNNING = "running"
    PAUSED = "paused"
    DONE = "done"
    CANCELLED = "cancelled"


class VersionKind(StrEnum):
    ORIGINAL = "original"
    CORRECTION = "correction"
    WITHDRAWAL = "withdrawal"


class MediumKind(StrEnum):
    PHOTO = "photo"
    DOCUMENT = "document"


@dataclass(frozen=True, slots=True)
class Text:
    """Words as they were written: `plain`, and `html` with their bold and italic for Telegram."""

    plain: str
    html: str

    @property
    def units(self) -> int:
        """Its length as Telegram counts, in UTF-16 units."""
        return len(self.plain.encode("utf-16-le")) // 2


@dataclass(frozen=True, slots=True)
class Medium:
    """A picture or a file that goes along; `file_id` is Telegram's, `name` a document's own."""

    kind: MediumKind
    file_id: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Message:
    """What is said: one text for each language, the first of them for whoever speaks none of
    them, and a medium where there is one; then the texts are its captions and may be empty."""

    texts: Mapping[str, Text]
    medium: Medium | None = None

    def in_language(self, language: str) -> Text:
        """The text for somebody who is spoken to in this language."""
        return self.texts.get(language) or next(iter(self.texts.values()))

    @property
    def longest(self) -> int:
        """How long a text may be, in UTF-16 units."""
        return LONGEST_CAPTION if self.medium else LONGEST_TEXT


@dataclass(frozen=True, slots=True)
class Version:
    """One wording of an announcement, numbered from 1 within it; `created_at` is UTC."""

    version_id: int
    number: int
    kind: VersionKind
    message: Message
    created_at: datetime


@dataclass(frozen=True, slots=True)
class Announcement:
    """An announcement with its newest version.

    `author` is the chat of whoever sent it; `began_at` is when it went out, or will; after
    `useful_until` nobody is sent it any more. `report_message` is the message in the author's
    chat that shows how it goes. Times are UTC.
    """

    announcement_id: int
    author: int
    status: Status
    urgency: Urgency
    audience: Audience
    began_at: datetime
    useful_until: datetime
    finished_at: datetime | None
    report_message: int | None
    version: Version

    @property
    def is_withdrawn(self) -> bool:
        return self.version.kind is VersionKind.WITHDRAWAL


def useful_until(began_at: datetime, zone: ZoneInfo, days: tuple[date, date] | None) -> datetime:
    """Until when an announcement is still sent to those who come late (aware, in `zone`).

    During the meeting, until the end of its day: tomorrow nobody needs the buses of tonight.
    Before it, until the end of its last day. After it, or where nobody said when it is, a week.
    """
    day = began_at.astimezone(zone).date()
    if days is None or day > days[1]:
        return began_at.astimezone(zone) + timedelta(days=USEFUL_DAYS)
    last = day if days[0] <= day else days[1]
    return datetime.combine(last + timedelta(days=1), time(), zone)


def is_night(at: datetime, zone: ZoneInfo, begins: time, ends: time) -> bool:
    """Whether phones stay silent at this moment; `begins` and `ends` are on the meeting's clock,
    equal for no night at all."""
    now = at.astimezone(zone).time()
    if begins <= ends:
        return begins <= now < ends
    return now >= begins or now < ends
