"""The bot with a deliberately wrong outbox: what it fetches counts as sent, as with a cursor that
is moved before the sending. It shows that the judge of benchmarks/kill_courier.py sees that."""

import sys
from collections import deque
from dataclasses import replace
from datetime import datetime

from bot.__main__ import main
from meeting.delivery import Event
from services.config import Config, Environment
from services.outbox import Outbox
from services.parcels import Parcel, Recovered
from services.wiring import Services, wire

FETCHED = 50  # at once


class CursorOutbox(Outbox):
    """Takes the place of the right one, over the same rows."""

    def __init__(self, right: Outbox) -> None:
        self._right = right
        self._fetched: deque[Parcel] = deque()

    def recover(self) -> tuple[Recovered, ...]:
        return ()

    def claim(self) -> Parcel | None:
        if not self._fetched:
            while len(self._fetched) < FETCHED and (parcel := self._right.claim()):
                self._right.settle(parcel, Event.ACCEPTED)
                self._fetched.append(parcel)
        return self._fetched.popleft() if self._fetched else None

    def settle(
        self,
        parcel: Parcel,
        event: Event,
        *,
        message_id: int | None = None,
        again_at: datetime | None = None,
        reason: str = "",
    ) -> None:
        """It was counted when it was fetched."""

    def tick(self) -> bool:
        return self._right.tick()


def assemble(config: Config, environment: Environment) -> Services:
    """The bot's services, but for the outbox."""
    services = wire(config, environment)
    return replace(services, outbox=CursorOutbox(services.outbox))


if __name__ == "__main__":
    sys.exit(main(assemble))
