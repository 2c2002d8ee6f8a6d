"""A draft becomes an announcement, or the correction of one: all of it at once, or nothing."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from meeting.announcements import Announcement, Message, VersionKind, useful_until
from meeting.clock import Clock
from meeting.drafts import Draft
from meeting.people import Participant
from services.announcements import Announcements
from services.errors import DraftGone, NothingToSend, NotThere, TimePast
from store.announcements import AnnouncementRows, NewAnnouncement


@dataclass(frozen=True, slots=True)
class MeetingFacts:
    """What an announcement has to know of the meeting: its zone, its first and last day where they
    are set, and the languages that the bot speaks."""

    zone: ZoneInfo
    days: tuple[date, date] | None
    languages: Sequence[str]


class Dispatch:
    def __init__(
        self,
        announcements: Announcements,
        rows: AnnouncementRows,
        clock: Clock,
        meeting: MeetingFacts,
    ) -> None:
        self._announcements = announcements
        self._rows = rows
        self._clock = clock
        self._meeting = meeting

    def correctable(self, person: Participant, announcement_id: int) -> Announcement:
        """An announcement that somebody may correct. Raises NotThere where it is not theirs, does
        not hold any more, or has not gone out."""
        report = self._announcements.seen_by(person, announcement_id)
        found = report.announcement
        if found.is_withdrawn or not report.has_gone_out:
            raise NotThere(f"announcement {announcement_id} cannot be corrected")
        return found

    def send(
        self, draft: Draft, message: Message, people: Sequence[int], at: datetime | None
    ) -> Announcement:
        """Send to these people now, or schedule for `at` (aware) whoever is meant then. Raises
        TimePast, and DraftGone where it was sent before."""
        now = self._clock.now()
        if at is not None and at.timestamp() <= now.timestamp():
            raise TimePast
        began = at or now
        new = NewAnnouncement(
            author=draft.chat_id,
            urgency=draft.urgency,
            audience=draft.audience,
            message=message,
            began_at=began,
            useful_until=useful_until(began, self._meeting.zone, self._meeting.days),
            scheduled=at is not None,
        )
        number = self._rows.add(new, () if at else people, now, draft.draft_id)
        return self._sent(number)

    def correct(
        self, person: Participant, draft: Draft, message: Message, announcement_id: int
    ) -> Announcement:
        """Send a newer version to everybody whom the announcement is for. Raises NotThere as
        `correctable` does, NothingToSend where nothing is new, DraftGone."""
        found = self.correctable(person, announcement_id)
        if message == found.version.message:
            raise NothingToSend
        version_id = self._rows.add_version(
            announcement_id, VersionKind.CORRECTION, message, self._clock.now(), draft.draft_id
        )
        return self._sent(None if version_id is None else announcement_id)

    def _sent(self, announcement_id: int | None) -> Announcement:
        found = None if announcement_id is None else self._rows.get(announcement_id)
        if found is None:
            raise DraftGone("the draft was sent before")
        return found
