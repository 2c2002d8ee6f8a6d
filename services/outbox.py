"""The outbox as the courier sees it: what is due, what became of it, what a crash left behind."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Protocol
from zoneinfo import ZoneInfo

from meeting.announcements import Announcement, Status, is_night
from meeting.audience import Audience
from meeting.clock import Clock
from meeting.delivery import Event, Standing, State, Urgency, after, dropped, postponed
from services.parcels import Parcel, Read, Recovered
from store.announcements import AnnouncementRows
from store.claims import Claimed
from store.deliveries import DeliveryRows

UNREACHABLE = {Event.BLOCKED: State.BLOCKED, Event.GONE: State.GONE}
READ_AGAIN = timedelta(seconds=30)
NOTHING_LEFT = "nothing is left to say"
Chosen = Callable[[Audience], tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class Night:
    """When phones stay silent, on the clock of the meeting's zone."""

    zone: ZoneInfo
    begins: time
    ends: time


class Reader(Protocol):
    """Knows what deliveries bring."""

    def read(self, claimed: Claimed, now: datetime) -> Read | None:
        """What a delivery brings now; None where nothing is left to say."""

    def author(self, kind: str, subject_id: int) -> int | None:
        """The chat of whoever caused it; None where nobody did."""


class Outbox:
    def __init__(
        self,
        deliveries: DeliveryRows,
        announcements: AnnouncementRows,
        reader: Reader,
        chosen: Chosen,
        clock: Clock,
        night: Night,
    ) -> None:
        """`chosen` finds the ids of the people whom an audience means."""
        self._deliveries = deliveries
        self._announcements = announcements
        self._reader = reader
        self._chosen = chosen
        self._clock = clock
        self._night = night

    def recover(self) -> tuple[Recovered, ...]:
        """Take up what an earlier run left on its way; once, before the first claim. Returns how
        much it was, by who caused it.

        What may have arrived is resent or held by its urgency, and is doubtful for good.
        """
        now = self._clock.now()
        left = self._deliveries.recover(lambda s, u: after(s, Event.DOUBT, u, now), now)
        counts: dict[int | None, int] = {}
        for subject, count in left.items():
            author = self._reader.author(subject.kind, subject.subject_id)
            counts[author] = counts.get(author, 0) + count
        return tuple(Recovered(author, count) for author, count in counts.items())

    def claim(self) -> Parcel | None:
        """The next delivery that is due, written down as on its way; None where there is none.

        Never a second one for somebody who has one on its way.
        """
        now = self._clock.now()
        while claimed := self._deliveries.claim(now):
            found = self._read(claimed, now)
            if found is not None:
                return Parcel(claimed, found, self._is_silent(claimed, now))
            self._deliveries.settle(claimed, _dropped, now, reason=NOTHING_LEFT)
        return None

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

    def _read(self, claimed: Claimed, now: datetime) -> Read | None:
        """What it brings. Where that fails it is tried again, as long as it is of use."""
        try:
            return self._reader.read(claimed, now)
        except Exception as error:
            again_at = now + READ_AGAIN
            self._deliveries.settle(
                claimed, lambda s, _: postponed(s, again_at), now, reason=type(error).__name__
            )
            raise

    def _scheduled(self, now: datetime) -> list[Announcement]:
        waiting = self._announcements.standing(Status.SCHEDULED)
        return [each for each in waiting if each.began_at <= now]

    def _open(self, announcement: Announcement, now: datetime) -> bool:
        people = self._chosen(announcement.audience)
        return self._announcements.open(announcement.announcement_id, people, now)

    def _is_silent(self, claimed: Claimed, now: datetime) -> bool:
        night = self._night
        quiet = is_night(now, night.zone, night.begins, night.ends)
        return quiet and claimed.urgency is not Urgency.URGENT


def _dropped(standing: Standing, _urgency: Urgency) -> Standing:
    return dropped(standing)
