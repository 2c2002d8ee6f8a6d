"""Updates received: kept until they are finished, so that a crash loses none and repeats none."""

import json
from datetime import timedelta

from meeting.clock import Clock
from store.updates import Updates as UpdateRows


class Updates:
    def __init__(self, rows: UpdateRows, clock: Clock, kept_days: int) -> None:
        """`kept_days`: how long a finished update's number is remembered."""
        self._rows = rows
        self._clock = clock
        self._kept = timedelta(days=kept_days)

    def receive(self, update_id: int, chat_id: int | None, payload: str) -> bool:
        """Store an update (Telegram's JSON); False if it was received before."""
        return self._rows.receive(update_id, chat_id, payload, self._clock.now())

    def unfinished(self) -> list[dict[str, object]]:
        """What an earlier run received and did not finish, oldest first, as Telegram's JSON."""
        return [json.loads(row.payload) for row in self._rows.unfinished()]

    def finish(self, update_id: int) -> None:
        """Mark an update finished and erase its text."""
        self._rows.finish(update_id, self._clock.now())

    def prune(self) -> None:
        """Forget the numbers of updates finished long ago."""
        self._rows.prune(self._clock.now() - self._kept)
