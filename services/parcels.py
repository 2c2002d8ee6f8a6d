"""A delivery on its way: what it brings, to whom, and what is said above it."""

from dataclasses import dataclass
from enum import StrEnum

from meeting.announcements import Announcement
from meeting.delivery import Action
from meeting.people import Participant
from services.letters import Letter
from store.claims import Claimed, CopyRow

Copy = CopyRow
Content = Announcement | Letter


class Mark(StrEnum):
    """What is said above a copy that is no plain first one.

    `repeat`: urgent, and sent again after a doubt; `again`: an organiser had it sent once more;
    `late`: it went out to the others a while ago.
    """

    REPEAT = "repeat"
    AGAIN = "again"
    LATE = "late"
    CORRECTED = "corrected"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Read:
    """What a delivery brings now. `reply_to` is the message of the chat that it answers."""

    content: Content
    marks: tuple[Mark, ...] = ()
    reply_to: int | None = None


@dataclass(frozen=True, slots=True)
class Parcel:
    """A delivery on its way: one message to send, or every one of `copies` to edit or delete.

    `silent`: the phone makes no sound.
    """

    claimed: Claimed
    read: Read
    silent: bool

    @property
    def delivery_id(self) -> int:
        return self.claimed.delivery_id

    @property
    def recipient(self) -> Participant:
        """Whom it is for: their chat, and the languages to speak."""
        return self.claimed.recipient

    @property
    def action(self) -> Action:
        return self.claimed.standing.action

    @property
    def copies(self) -> tuple[Copy, ...]:
        return self.claimed.copies

    @property
    def content(self) -> Content:
        return self.read.content

    @property
    def marks(self) -> tuple[Mark, ...]:
        return self.read.marks

    @property
    def reply_to(self) -> int | None:
        return self.read.reply_to


@dataclass(frozen=True, slots=True)
class Recovered:
    """What an earlier run was sending for somebody when it ended: `author` is a chat, None where
    it was the bot's own doing; `in_the_air` counts the messages that may have arrived."""

    author: int | None
    in_the_air: int
