"""What a delivery brings at the moment when it is sent: an announcement's newest text, or a letter
about the agenda that holds then."""

from collections.abc import Callable
from datetime import datetime, timedelta

from meeting.announcements import Announcement, VersionKind
from meeting.delivery import Action, Urgency
from meeting.notices import Notice
from services.letters import ChangeLetter, Letter, Letters
from services.parcels import Mark, Read
from services.recall_letter import RecallLetter
from store.announcements import AnnouncementRows
from store.claims import Claimed
from store.notices import Notices
from store.outgoing import ANNOUNCEMENT

# Whoever gets it later has to know when it was said: "in half an hour" means another time.
LATE_AFTER = timedelta(minutes=10)
CardOf = Callable[[int, str], int | None]  # a chat and a session → the message that shows it


class ContentReader:
    def __init__(
        self, announcements: AnnouncementRows, notices: Notices, letters: Letters, card_of: CardOf
    ) -> None:
        self._announcements = announcements
        self._notices = notices
        self._letters = letters
        self._card_of = card_of
        # At hand, since the next delivery is mostly of the same one.
        self._said: tuple[int, Announcement] | None = None
        self._told: tuple[int, Notice] | None = None

    def read(self, claimed: Claimed, now: datetime) -> Read | None:
        """What a delivery brings now; None where nothing is left to say. Raises LookupError where
        what it is of is not there."""
        if claimed.kind == ANNOUNCEMENT:
            announcement = self._announcement(claimed.subject_id)
            return Read(announcement, _marks(claimed, announcement, now))
        letter = self._letters.read(self._notice(claimed.subject_id), claimed.recipient)
        if letter is None:
            return None
        return Read(letter, _repeats(claimed), self._reply_to(claimed, letter))

    def author(self, kind: str, subject_id: int) -> int | None:
        """The chat of whoever caused a delivery; None where nobody did, or nobody knows."""
        if kind == ANNOUNCEMENT:
            announcement = self._announcements.of_version(subject_id)
            return announcement.author if announcement else None
        notice = self._notices.get(subject_id)
        return notice.author if notice else None

    def _reply_to(self, claimed: Claimed, letter: Letter) -> int | None:
        """The newest card of a session that changed, or the answer that does not hold any more, in
        the chat that it is told to."""
        if isinstance(letter, RecallLetter):
            return letter.answer
        if not isinstance(letter, ChangeLetter):
            return None
        chat_id = claimed.recipient.chat_id
        cards = (self._card_of(chat_id, line.session_id) for line in letter.lines)
        return next((card for card in cards if card is not None), None)

    def _announcement(self, version_id: int) -> Announcement:
        if self._said is None or self._said[0] != version_id:
            found = self._announcements.of_version(version_id)
            if found is None:
                raise LookupError(f"version {version_id} belongs to no announcement")
            self._said = version_id, found
        return self._said[1]

    def _notice(self, notice_id: int) -> Notice:
        if self._told is None or self._told[0] != notice_id:
            found = self._notices.get(notice_id)
            if found is None:
                raise LookupError(f"there is no notice {notice_id}")
            self._told = notice_id, found
        return self._told[1]


def _repeats(claimed: Claimed) -> tuple[Mark, ...]:
    urgent = claimed.urgency is Urgency.URGENT
    return (Mark.REPEAT,) if claimed.standing.is_resent and urgent else ()


def _marks(claimed: Claimed, announcement: Announcement, now: datetime) -> tuple[Mark, ...]:
    if announcement.is_withdrawn:
        return (Mark.WITHDRAWN,)
    is_sent = claimed.standing.action is Action.SEND
    late = is_sent and not claimed.again and now - announcement.began_at > LATE_AFTER
    urgent = announcement.urgency is Urgency.URGENT
    marks = {
        Mark.CORRECTED: announcement.version.kind is VersionKind.CORRECTION,
        Mark.REPEAT: claimed.standing.is_resent and urgent,
        Mark.AGAIN: is_sent and claimed.again > 0,
        Mark.LATE: late,
    }
    return tuple(mark for mark, holds in marks.items() if holds)
