"""Updates received from Telegram: kept until they are finished, their numbers a while longer."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Engine, delete, select, update

from store.dialects import insert, reading, writing
from store.tables import questions, updates

RECEIVED, DONE = "received", "done"


@dataclass(frozen=True, slots=True)
class UnfinishedUpdate:
    """An update that was received and not finished; `payload` is Telegram's JSON."""

    update_id: int
    payload: str


class Updates:
    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def receive(self, update_id: int, chat_id: int | None, payload: str, now: datetime) -> bool:
        """Store an update; False where it was stored before, finished or not."""
        with writing(self._engine) as connection:
            stored = connection.execute(
                insert(connection, updates)
                .values(
                    update_id=update_id,
                    chat_id=chat_id,
                    payload=payload,
                    state=RECEIVED,
                    received_at=now,
                )
                .on_conflict_do_nothing()
                .returning(updates.c.update_id)
            )
            return stored.scalar() is not None

    def unfinished(self) -> tuple[UnfinishedUpdate, ...]:
        """What is not finished, in Telegram's order (by number, for clocks can go back)."""
        query = (
            select(updates.c.update_id, updates.c.payload)
            .where(updates.c.state == RECEIVED)
            .order_by(updates.c.update_id)
        )
        with reading(self._engine) as connection:
            rows = connection.execute(query)
            return tuple(UnfinishedUpdate(row.update_id, row.payload) for row in rows)

    def finish(self, update_id: int, at: datetime) -> None:
        """Mark an update done and erase its payload; a second time changes nothing."""
        with writing(self._engine) as connection:
            connection.execute(
                update(updates)
                .where(updates.c.update_id == update_id, updates.c.state == RECEIVED)
                .values(state=DONE, done_at=at, payload=None)
            )

    def prune(self, before: datetime) -> int:
        """Forget the numbers of updates done before this time; returns how many those were.

        Their questions forget the number too: after a week without updates Telegram begins
        anew at a random one (core.telegram.org/bots/api#update), and a question under an old
        number would pass for one that was answered.
        """
        old = (updates.c.state == DONE) & (updates.c.done_at < before)
        with writing(self._engine) as connection:
            connection.execute(
                update(questions)
                .where(questions.c.update_id.in_(select(updates.c.update_id).where(old)))
                .values(update_id=None)
            )
            return connection.execute(delete(updates).where(old)).rowcount
