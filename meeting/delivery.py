"""The states of a delivery, and what each event does to them; pure."""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum


class State(StrEnum):
    """Where a delivery stands.

    `pending` waits for its turn; `sending` was written down before the call, so that a crash
    leaves it there; `sent` was accepted; `unknown` may have arrived; `held` may have arrived too
    and is left to the organiser. `not-linked`: the person has never opened the bot.
    """

    PENDING = "pending"
    SENDING = "sending"
    SENT = "sent"
    UNKNOWN = "unknown"
    BLOCKED = "blocked"
    GONE = "gone"
    FAILED = "failed"
    EXPIRED = "expired"
    HELD = "held"
    CANCELLED = "cancelled"
    NOT_LINKED = "not-linked"


class Urgency(StrEnum):
    """What a doubt costs: an urgent message twice is better than not at all, a trivial one is
    better not sent than sent twice."""

    URGENT = "urgent"
    ROUTINE = "routine"
    TRIVIAL = "trivial"


class Action(StrEnum):
    """What is to be done in the chat. Only a message that is sent can be there twice: what was
    edited or deleted twice looks as if it were once."""

    SEND = "send"
    EDIT = "edit"
    DELETE = "delete"


class Event(StrEnum):
    """What became of an attempt.

    `accepted`: Telegram said yes; `postponed`: it certainly did not arrive and is tried again;
    `doubt`: it may have arrived; `refused`: Telegram will never take it.
    """

    ACCEPTED = "accepted"
    POSTPONED = "postponed"
    DOUBT = "doubt"
    BLOCKED = "blocked"
    GONE = "gone"
    REFUSED = "refused"


# How often a doubtful message is sent again by itself. Urgent ones are, until it is certain; the
# limit only ends a bot that is killed by the very message it sends.
RESENDS = {Urgency.URGENT: 10, Urgency.ROUTINE: 1, Urgency.TRIVIAL: 0}
ENDS = {
    Event.ACCEPTED: State.SENT,
    Event.BLOCKED: State.BLOCKED,
    Event.GONE: State.GONE,
    Event.REFUSED: State.FAILED,
}


@dataclass(frozen=True, slots=True)
class Standing:
    """How a delivery stands.

    `doubtful` says that it may have arrived although nobody knows, or may have arrived twice; it
    is never taken back. `resends` counts the attempts after a doubt. `due_at` is when the next
    attempt may be made (aware, UTC); None where none is to be made.
    """

    state: State
    action: Action = Action.SEND
    doubtful: bool = False
    resends: int = 0
    due_at: datetime | None = None

    @property
    def waits(self) -> bool:
        """Whether it will be tried by itself."""
        return self.due_at is not None

    @property
    def is_resent(self) -> bool:
        """Whether the attempt that is made now may be a second copy."""
        return self.resends > 0 and self.action is Action.SEND


def begun(standing: Standing, action: Action) -> Standing:
    """The attempt is about to be made; to be committed before it is."""
    return replace(standing, state=State.SENDING, action=action, due_at=None)


def after(standing: Standing, event: Event, urgency: Urgency, again_at: datetime) -> Standing:
    """How a delivery stands after its attempt; `again_at` is when the next one may be made."""
    if event in ENDS:
        return replace(standing, state=ENDS[event], due_at=None)
    if event is Event.POSTPONED:
        return postponed(standing, again_at)
    return _in_doubt(standing, urgency, again_at)


def postponed(standing: Standing, again_at: datetime) -> Standing:
    """How a delivery stands that certainly did not arrive, and is tried again at `again_at`."""
    return replace(standing, state=State.PENDING, due_at=again_at)


def stopped(standing: Standing, state: State = State.CANCELLED) -> Standing:
    """How a delivery stands when no further attempt is to be made: what has not been tried ends
    in `state`, what is in doubt stays so."""
    if not standing.waits:
        return standing
    ended = standing.state if standing.state is State.UNKNOWN else state
    return replace(standing, state=ended, due_at=None)


def dropped(standing: Standing) -> Standing:
    """How a delivery stands of which nothing is left to say, when its turn comes."""
    state = State.UNKNOWN if standing.doubtful else State.CANCELLED
    return replace(standing, state=state, due_at=None)


def _in_doubt(standing: Standing, urgency: Urgency, again_at: datetime) -> Standing:
    if standing.action is not Action.SEND:
        return postponed(standing, again_at)
    doubtful = replace(standing, doubtful=True)
    if standing.resends < RESENDS[urgency]:
        resends = standing.resends + 1
        return replace(doubtful, state=State.UNKNOWN, resends=resends, due_at=again_at)
    state = State.HELD if urgency is Urgency.TRIVIAL else State.UNKNOWN
    return replace(doubtful, state=state, due_at=None)
