"""The letter to somebody who was told what a paper does not say any more."""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from meeting.notices import RecallNoun
from meeting.people import Participant


@dataclass(frozen=True, slots=True)
class RecallLine:
    """What somebody was told, and how the paper puts it now. `old` is empty where the paper only
    says more than it did, `new` where it says that no longer; `place` is the citation of the new
    words without the paper ("¶ 12, p. 4"). `told_at` is in the meeting's zone."""

    told_at: datetime
    old: str
    new: str
    place: str


@dataclass(frozen=True, slots=True)
class RecallLetter:
    """A paper says otherwise than its reader was told. `number` is the version that holds,
    `is_newer` whether it came after the one that they were told of. `answer` is the message that
    told them, None where it is not known."""

    notice_id: int
    paper_id: int
    title: str
    number: int
    is_newer: bool
    lines: tuple[RecallLine, ...]
    at: datetime
    answer: int | None


class RecallReader(Protocol):
    """Knows what somebody was told from a paper."""

    def letter(
        self, notice_id: int, noun: RecallNoun, recipient: Participant, at: datetime
    ) -> RecallLetter | None:
        """What does not hold any more of what they were told; None where nothing is to say."""
