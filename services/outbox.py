"""The outbox as the courier sees it: what is due, what became of it, what a crash left behind."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from meeting.announcements import Announcement, Status, VersionKind, is_night
from meeting.audience import Audience
from meeting.clock import Clock
from meeting.delivery import Action, Event, Standing, State, Urgency, after
from meeting.people import Participant
from store.announcements import AnnouncementRows
from store.claims import Claimed, CopyRow
from store.deliveries import DeliveryRows

# Whoever gets it later has to know when it was said: "in half an hour" means another time.
LATE_AFTER = timedelta(minutes=10)
UNREACHABLE = {Event.BLOCKED: State.BLOCKED, Event.GONE: State.GONE}
Copy = CopyRow
Chosen = Callable[[Audience], tuple[int, ...]]


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
class Night:
    """When phones stay silent, on the clock of the meeting's zone."""

    zone: ZoneInfo
    begins: time
    ends: time


@dataclass(frozen=True, slots=True)
class Parcel:
    """A delivery on its way: one message to send, or every one of `copies` to edit or delete.

    `silent`: the phone makes no sound.
    """

    claimed: Claimed
    announcement: Announcement
    marks: tuple[Mark, ...]
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


@dataclass(frozen=True, slots=True)
class Recovered:
    """An announcement that an earlier run was sending when it ended; `in_the_air` counts the
    messages that may have arrived."""

    announcement: Announcement
    in_the_air: int


class Outbox:
    def __init__(
        self,
        deliveries: DeliveryRows,
        announcements: AnnouncementRows,
        chosen: Chosen,
        clock: Clock,
        night: Night,
    ) -> None:
        """`chosen` finds the ids of the people whom an audience means."""
        self._deliveries = deliveries
        self._announcements = announcements
        self._chosen = chosen
        self._clock = clock
        self._night = night
        self._held: tuple[int, Announcement] | None = None

    def recover(self) -> tuple[Recovered, ...]:
        """Take up what an earlier run left on its way; once, before the first claim.

        What may have arrived is resent or held by its urgency, and is doubtful for good.
        """
        now = self._clock.now()
        left = self._deliveries.recover(lambda s, u: after(s, Event.DOUBT, u, now), now)
        counts: dict[int, int] = {}
        found: dict[int, Announcement] = {}
        for version_id, count in left.items():
            announcement = self._announcements.of_version(version_id)
            if announcement is not None:
                key = announcement.announcement_id
                found[key], counts[key] = announcement, counts.get(key, 0) + count
        return tuple(Recovered(each, counts[key]) for key, each in found.items())

    def claim(self) -> Parcel | None:
        """The next delivery that is due, written down as on its way; None where there is none.

        Never a second one for somebody who has one on its way.
        """
        now = self._clock.now()
        claimed = self._deliveries.claim(now)
        return None if claimed is None else self._parcel(claimed, now)

    def settle(
        self,
        parcel: Parcel,
        event: Event,
        *,
        message_id: int | None = None,
        again_at: datetime | None = None,
        reason: str = "",
    ) -> None:
        """Write down what became of a parcel. `message_id` is that of the message that was sent;
        `again_at` (aware) when a postponed or doubtful one may be tried again, at once where it is
        None; `reason` is for organisers and logs: facts, never words of the message."""
        now = self._clock.now()

        def rule(standing: Standing, urgency: Urgency) -> Standing:
            return after(standing, event, urgency, again_at or now)

        self._deliveries.settle(
            parcel.claimed, rule, now, message_id, UNREACHABLE.get(event), reason
        )

    def tick(self) -> bool:
        """Let out what was scheduled for now, end what is too late, mark what is finished; whether
        anything changed."""
        now = self._clock.now()
        opened = [self._open(each, now) for each in self._scheduled(now)]
        expired = self._deliveries.expire(now)
        return any([*opened, expired, self._deliveries.finish(now)])

    def _scheduled(self, now: datetime) -> list[Announcement]:
        waiting = self._announcements.standing(Status.SCHEDULED)
        return [each for each in waiting if each.began_at <= now]

    def _open(self, announcement: Announcement, now: datetime) -> bool:
        people = self._chosen(announcement.audience)
        return self._announcements.open(announcement.announcement_id, people, now)

    def _parcel(self, claimed: Claimed, now: datetime) -> Parcel:
        announcement = self._announcement(claimed.version_id)
        night = self._night
        quiet = is_night(now, night.zone, night.begins, night.ends)
        return Parcel(
            claimed=claimed,
            announcement=announcement,
            marks=_marks(claimed, announcement, now),
            silent=quiet and announcement.urgency is not Urgency.URGENT,
        )

    def _announcement(self, version_id: int) -> Announcement:
        """The one that is sent, kept at hand: the next delivery is mostly of the same version."""
        if self._held is None or self._held[0] != version_id:
            found = self._announcements.of_version(version_id)
            if found is None:
                raise LookupError(f"version {version_id} belongs to no announcement")
            self._held = version_id, found
        return self._held[1]


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
