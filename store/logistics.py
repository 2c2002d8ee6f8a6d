"""Practical matters, in the order in which the organisers list them."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Engine, delete, insert, select

from meeting.logistics import LogisticsEntry
from store.dialects import reading, writing
from store.tables import logistics


class Logistics:
    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def entries(self) -> tuple[LogisticsEntry, ...]:
        """All entries, in order."""
        with reading(self._engine) as connection:
            rows = connection.execute(select(logistics).order_by(logistics.c.position)).all()
        return tuple(_entry(row.topic, row.document) for row in rows)

    def replace(self, entries: Sequence[LogisticsEntry]) -> None:
        """These entries hold from now on, all others are gone; all of it or nothing."""
        rows = [
            {"position": position, "topic": entry.topic, "document": _document(entry)}
            for position, entry in enumerate(entries)
        ]
        with writing(self._engine) as connection:
            connection.execute(delete(logistics))
            if rows:
                connection.execute(insert(logistics), rows)


def _document(entry: LogisticsEntry) -> dict[str, Any]:
    return {
        "texts": dict(entry.texts),
        "asked": {language: list(ways) for language, ways in entry.asked.items()},
        "latitude": entry.latitude,
        "longitude": entry.longitude,
    }


def _entry(topic: str, document: dict[str, Any]) -> LogisticsEntry:
    return LogisticsEntry(
        topic,
        document["texts"],
        {language: tuple(ways) for language, ways in document["asked"].items()},
        document["latitude"],
        document["longitude"],
    )
