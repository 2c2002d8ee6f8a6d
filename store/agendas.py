"""Agenda versions: each one whole, the newest one holds."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Engine, func, insert, select

from meeting.agenda import Agenda
from store.agenda_document import from_document, to_document
from store.dialects import reading, writing
from store.tables import agendas


@dataclass(frozen=True, slots=True)
class AgendaVersion:
    """A version of the agenda, numbered from 1; `created_at` is UTC."""

    number: int
    agenda: Agenda
    note: str
    created_at: datetime


class Agendas:
    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def newest_number(self) -> int:
        """The number of the version that holds; 0 where there is none. A cheap look."""
        with reading(self._engine) as connection:
            return connection.execute(select(func.max(agendas.c.number))).scalar() or 0

    def newest(self) -> AgendaVersion | None:
        """The version that holds."""
        with reading(self._engine) as connection:
            found = connection.execute(
                select(agendas).order_by(agendas.c.number.desc()).limit(1)
            ).one_or_none()
        if found is None:
            return None
        return AgendaVersion(
            found.number, from_document(found.document), found.note, found.created_at
        )

    def add(self, agenda: Agenda, note: str, now: datetime) -> int:
        """Make this the agenda that holds; returns its number."""
        row = {"document": to_document(agenda), "note": note, "created_at": now}
        with writing(self._engine) as connection:
            number: int = connection.execute(
                insert(agendas).values(row).returning(agendas.c.number)
            ).scalar_one()
            return number
