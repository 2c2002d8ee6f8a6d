"""An outbox with memory: the rules of a delivery are the real ones, the rows are a list."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

from meeting.announcements import Announcement, Message, Status, Text, Version, VersionKind
from meeting.audience import Audience
from meeting.delivery import Action, Event, Standing, State, Urgency, after, begun
from meeting.people import Participant
from services.parcels import Copy, Mark, Parcel, Read, Recovered
from store.claims import Claimed
from store.outgoing import ANNOUNCEMENT

NOON = datetime(2008, 2, 11, 12, 0, tzinfo=UTC)
BUSES = Message({"en": Text("Buses leave at <18:30>.", "Buses leave at <b>&lt;18:30&gt;</b>.")})


def announcement(
    message: Message = BUSES,
    urgency: Urgency = Urgency.ROUTINE,
    kind: VersionKind = VersionKind.ORIGINAL,
    author: int = 7,
) -> Announcement:
    return Announcement(
        announcement_id=1,
        author=author,
        status=Status.RUNNING,
        urgency=urgency,
        audience=Audience(),
        began_at=NOON,
        useful_until=NOON + timedelta(hours=9),
        finished_at=None,
        report_message=None,
        version=Version(1, 1, kind, message, NOON),
    )


def parcel(
    chat_id: int = 100,
    said: Announcement | None = None,
    action: Action = Action.SEND,
    copies: tuple[Copy, ...] = (),
    marks: tuple[Mark, ...] = (),
    silent: bool = False,
) -> Parcel:
    said = said or announcement()
    claimed = Claimed(
        delivery_id=chat_id,
        kind=ANNOUNCEMENT,
        subject_id=said.version.version_id,
        person_id=chat_id,
        recipient=Participant(chat_id, "Ada", person_id=chat_id),
        last_seen=NOON,
        standing=begun(Standing(State.PENDING, due_at=NOON), action),
        urgency=said.urgency,
        again=0,
        copies=copies,
    )
    return Parcel(claimed, Read(said, marks), silent)


@dataclass
class FakeOutbox:
    """One delivery for each chat; `fails` holds errors by method, one for each call."""

    chats: range = range(0)
    now: Callable[[], datetime] = lambda: NOON
    said: Announcement = field(default_factory=announcement)
    left: tuple[Recovered, ...] = ()
    fails: dict[str, list[Exception]] = field(default_factory=dict)
    calls: list[str] = field(default_factory=list)
    message_ids: dict[int, int | None] = field(default_factory=dict)
    reasons: dict[int, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.rows = {chat: Standing(State.PENDING, due_at=NOON) for chat in self.chats}

    @property
    def states(self) -> list[State]:
        return [row.state for row in self.rows.values()]

    def recover(self) -> tuple[Recovered, ...]:
        self._call("recover")
        return self.left

    def claim(self) -> Parcel | None:
        self._call("claim")
        for chat, row in self.rows.items():
            if row.due_at is not None and row.due_at <= self.now():
                self.rows[chat] = begun(row, Action.SEND)
                made = parcel(chat, self.said)
                return replace(made, claimed=replace(made.claimed, standing=self.rows[chat]))
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
        self._call("settle")
        chat, urgency = parcel.recipient.chat_id, parcel.content.urgency
        self.rows[chat] = after(self.rows[chat], event, urgency, again_at or self.now())
        self.message_ids[chat], self.reasons[chat] = message_id, reason

    def tick(self) -> bool:
        self._call("tick")
        return False

    def _call(self, method: str) -> None:
        self.calls.append(method)
        if self.fails.get(method):
            raise self.fails[method].pop(0)
