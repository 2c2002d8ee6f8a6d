"""Announcements that were sent: how each one goes, who has it, and what can still be done."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from meeting.announcements import Announcement, Status, VersionKind
from meeting.clock import Clock
from meeting.delivery import State, Urgency
from meeting.people import Participant, Role
from services.announcement_table import table
from services.errors import NotThere
from services.people import People
from store.announcements import AnnouncementRows
from store.reports import Line, Reports, Tally

__all__ = ["Announcements", "Counts", "Group", "Line", "Report"]

# A second tap on [Resend to the unseen] is not a second wish, before anybody could have read it.
RESEND_PAUSE = timedelta(minutes=10)
LATELY = timedelta(minutes=10)
IN_DOUBT = (State.UNKNOWN, State.HELD)


@dataclass(frozen=True, slots=True)
class Counts:
    """People by how their delivery stands; they add up to `all`, but for the last two.

    `waiting`: not tried yet, on its way, or to be tried again; `doubtful`: nobody knows, and it is
    not tried again by itself; `perhaps_twice`: delivered, and a second copy may be there;
    `seen`: "Got it" was tapped.
    """

    all: int
    delivered: int = 0
    waiting: int = 0
    doubtful: int = 0
    blocked: int = 0
    gone: int = 0
    failed: int = 0
    expired: int = 0
    cancelled: int = 0
    not_linked: int = 0
    perhaps_twice: int = 0
    seen: int = 0


@dataclass(frozen=True, slots=True)
class Report:
    """An announcement, how it goes, and the name of who sent it."""

    announcement: Announcement
    counts: Counts
    author: str

    @property
    def has_gone_out(self) -> bool:
        """Whether somebody has it or is about to; one that was cancelled may have gone to some."""
        if self.announcement.status is Status.CANCELLED:
            return self.counts.delivered + self.counts.doubtful + self.counts.waiting > 0
        return self.announcement.status is not Status.SCHEDULED


class Group(StrEnum):
    """People of an announcement: those who may not have it, those who have not tapped "Got it",
    those who have it."""

    NOT_REACHED = "not-reached"
    UNSEEN = "unseen"
    DELIVERED = "delivered"


class Announcements:
    """`viewer` is who asks: organisers see all announcements, a sender those of their own; all
    others are not there (NotThere). Doing something twice is the same as doing it once."""

    def __init__(
        self, rows: AnnouncementRows, reports: Reports, people: People, clock: Clock, zone: str
    ) -> None:
        """`zone`: the IANA name of the meeting's zone, for times in tables."""
        self._rows = rows
        self._reports = reports
        self._people = people
        self._clock = clock
        self._zone = zone

    def past(self, viewer: Participant) -> tuple[Report, ...]:
        """What was sent or is scheduled, newest first."""
        author = None if viewer.role is Role.ORGANISER else viewer.chat_id
        return tuple(self._report(each) for each in self._rows.past(author))

    def report(self, announcement_id: int) -> Report:
        """How an announcement goes, for the message in its author's chat. Raises NotThere."""
        found = self._rows.get(announcement_id)
        if found is None:
            raise NotThere(f"there is no announcement {announcement_id}")
        return self._report(found)

    def seen_by(self, viewer: Participant, announcement_id: int) -> Report:
        """How an announcement goes, for somebody who asks. Raises NotThere."""
        return self._report(self._find(viewer, announcement_id))

    def pause(self, viewer: Participant, announcement_id: int) -> Report:
        """Send nothing more of it for now; what is on its way arrives."""
        return self._move(viewer, announcement_id, Status.RUNNING, Status.PAUSED)

    def resume(self, viewer: Participant, announcement_id: int) -> Report:
        """Go on where it was paused."""
        return self._move(viewer, announcement_id, Status.PAUSED, Status.RUNNING)

    def send_now(self, viewer: Participant, announcement_id: int) -> Report:
        """Do not wait for the time that it is scheduled for."""
        found = self._find(viewer, announcement_id)
        if found.status is Status.SCHEDULED:
            self._rows.reschedule(announcement_id, self._clock.now())
        return self.seen_by(viewer, announcement_id)

    def cancel(self, viewer: Participant, announcement_id: int) -> Report:
        """Send nothing more of it at all; a correction or withdrawal is not left half done."""
        self._find(viewer, announcement_id)
        self._reports.cancel(announcement_id)
        return self.seen_by(viewer, announcement_id)

    def resend_doubtful(self, viewer: Participant, announcement_id: int) -> Report:
        """Send it once more to those who may not have it."""
        found = self._find(viewer, announcement_id)
        if not found.is_withdrawn:
            version_id, now = found.version.version_id, self._clock.now()
            self._reports.resend_doubtful(announcement_id, version_id, now)
        return self.seen_by(viewer, announcement_id)

    def resend_unseen(self, viewer: Participant, announcement_id: int) -> Report:
        """Send an urgent one once more to those who have not tapped "Got it"."""
        found = self._find(viewer, announcement_id)
        if found.urgency is Urgency.URGENT and not found.is_withdrawn:
            version_id, now = found.version.version_id, self._clock.now()
            self._reports.resend_unseen(announcement_id, version_id, now, RESEND_PAUSE)
        return self.seen_by(viewer, announcement_id)

    def withdraw(self, viewer: Participant, announcement_id: int) -> Report:
        """Take it back from every chat that has it; one that has not gone out is cancelled."""
        report = self.seen_by(viewer, announcement_id)
        if not report.has_gone_out:
            return self.cancel(viewer, announcement_id)
        kind, message = VersionKind.WITHDRAWAL, report.announcement.version.message
        self._rows.add_version(announcement_id, kind, message, self._clock.now())
        return self.seen_by(viewer, announcement_id)

    def got_it(self, person: Participant, version_id: int) -> bool:
        """Note a tap on [Got it]; False where there is nothing to tap any more."""
        found = self._rows.of_version(version_id)
        current = found is not None and found.version.version_id == version_id
        if person.person_id is None or not current or (found and found.is_withdrawn):
            return False
        return self._reports.see(version_id, person.person_id, self._clock.now())

    def number_of(self, version_id: int) -> int | None:
        """The number of the announcement that a version belongs to."""
        found = self._rows.of_version(version_id)
        return found.announcement_id if found else None

    def lines(self, viewer: Participant, announcement_id: int, group: Group) -> tuple[Line, ...]:
        """The people of a group, by name."""
        found = self._find(viewer, announcement_id)
        lines = self._reports.lines(found.version.version_id)
        return tuple(line for line in lines if _belongs(line, group))

    def as_csv(self, viewer: Participant, announcement_id: int) -> bytes:
        """Everybody with what became of their delivery, for a spreadsheet: UTF-8 with a mark at
        the beginning, times in the meeting's zone (docs/formats.md)."""
        found = self._find(viewer, announcement_id)
        return table(self._reports.lines(found.version.version_id), self._zone)

    def put_report(self, announcement_id: int, message_id: int | None) -> None:
        """Remember which message in the author's chat shows how it goes; None: none does yet."""
        self._rows.put_report(announcement_id, message_id)

    def open_reports(self) -> tuple[int, ...]:
        """The announcements that still change by themselves."""
        moving = self._rows.standing(Status.SCHEDULED, Status.RUNNING, Status.PAUSED)
        return tuple(each.announcement_id for each in moving)

    def lately_over(self) -> tuple[int, ...]:
        """The announcements that were finished a moment ago: where the bot ended just then, their
        messages do not say so yet."""
        since = self._clock.now() - LATELY
        done = self._rows.standing(Status.DONE)
        return tuple(
            each.announcement_id for each in done if each.finished_at and each.finished_at > since
        )

    def _move(
        self, viewer: Participant, announcement_id: int, before: Status, then: Status
    ) -> Report:
        self._find(viewer, announcement_id)
        self._rows.move(announcement_id, before, then)
        return self.seen_by(viewer, announcement_id)

    def _find(self, viewer: Participant, announcement_id: int) -> Announcement:
        found = self._rows.get(announcement_id)
        if found is None or not _may_see(viewer, found):
            raise NotThere(f"there is no announcement {announcement_id}")
        return found

    def _report(self, announcement: Announcement) -> Report:
        tallies = self._reports.tallies(announcement.version.version_id)
        author = self._people.in_chat(announcement.author)
        return Report(announcement, counts(tallies), author.name if author else "")


def counts(tallies: Sequence[Tally]) -> Counts:
    """Tallies summed up by how people read them."""

    def total(*states: State) -> int:
        return sum(t.count for t in tallies if t.state in states and not t.waits)

    return Counts(
        all=sum(t.count for t in tallies),
        delivered=total(State.SENT),
        waiting=sum(t.count for t in tallies if t.waits or t.state is State.SENDING),
        doubtful=total(*IN_DOUBT),
        blocked=total(State.BLOCKED),
        gone=total(State.GONE),
        failed=total(State.FAILED),
        expired=total(State.EXPIRED),
        cancelled=total(State.CANCELLED),
        not_linked=total(State.NOT_LINKED),
        perhaps_twice=sum(t.count for t in tallies if t.state is State.SENT and t.doubtful),
        seen=sum(t.count for t in tallies if t.seen),
    )


def _may_see(viewer: Participant, announcement: Announcement) -> bool:
    return viewer.role is Role.ORGANISER or announcement.author == viewer.chat_id


def _belongs(line: Line, group: Group) -> bool:
    if line.waits or line.state is State.SENDING:
        return False
    if group is Group.NOT_REACHED:
        return line.state is not State.SENT
    return line.state is State.SENT and (group is Group.DELIVERED or line.seen_at is None)
