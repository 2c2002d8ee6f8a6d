"""Agenda versions: each one whole, the newest one holds."""

from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import Connection, Engine, RowMapping, Select, func, insert, select

from meeting.agenda import Agenda
from store.agenda_document import from_document, to_document
from store.dialects import reading, writing
from store.tables import agendas

LABEL = [column for column in agendas.c if column.name != "document"]


@dataclass(frozen=True, slots=True)
class AgendaLabel:
    """A version of the agenda without what is in it, numbered from 1; `created_at` is UTC. `name`
    is empty where nobody gave it one; `author` is the chat that released it, None for what came
    from the terminal. `quiet`: nobody was told."""

    number: int
    note: str
    created_at: datetime
    name: str
    author: int | None
    quiet: bool


@dataclass(frozen=True, slots=True)
class AgendaVersion:
    """A version of the agenda, whole; see AgendaLabel."""

    number: int
    agenda: Agenda
    note: str
    created_at: datetime
    name: str = ""
    author: int | None = None
    quiet: bool = True


@dataclass(frozen=True, slots=True)
class NewAgenda:
    """What is written down of a version that is released."""

    agenda: Agenda
    name: str
    note: str
    author: int | None
    quiet: bool


class Agendas:
    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def newest_number(self) -> int:
        """The number of the version that holds; 0 where there is none. A cheap look."""
        with reading(self._engine) as connection:
            return connection.execute(select(func.max(agendas.c.number))).scalar() or 0

    def labels(self) -> tuple[AgendaLabel, ...]:
        """All versions without what is in them, newest first."""
        wanted = select(*LABEL).order_by(agendas.c.number.desc())
        with reading(self._engine) as connection:
            return tuple(_label(row) for row in connection.execute(wanted).mappings())

    def newest(self) -> AgendaVersion | None:
        """The version that holds."""
        return self._one(select(agendas).order_by(agendas.c.number.desc()).limit(1))

    def newest_or_empty(self, zone: str) -> AgendaVersion:
        """The version that holds; an empty one with the number 0 where there is none yet. `zone`:
        the meeting's, an IANA name."""
        nothing = AgendaVersion(0, Agenda(zone), "", datetime.min.replace(tzinfo=UTC))
        return self.newest() or nothing

    def get(self, number: int) -> AgendaVersion | None:
        """The version with this number."""
        return self._one(select(agendas).where(agendas.c.number == number))

    def before(self, number: int) -> AgendaVersion | None:
        """The version that held until this one was released."""
        earlier = select(agendas).where(agendas.c.number < number)
        return self._one(earlier.order_by(agendas.c.number.desc()).limit(1))

    def add(self, agenda: Agenda, note: str, now: datetime) -> int:
        """Make this the agenda that holds, and tell nobody; returns its number."""
        with writing(self._engine) as connection:
            hold_newest(connection)
            return add_agenda(connection, NewAgenda(agenda, "", note, None, quiet=True), now)

    def _one(self, query: Select[*tuple[object, ...]]) -> AgendaVersion | None:
        with reading(self._engine) as connection:
            row = connection.execute(query).mappings().one_or_none()
        return _version(row) if row else None


def hold_newest(connection: Connection) -> int:
    """Make others who add a version wait; returns the number of the one that holds, 0 for none.

    SQLite has them wait anyway. The number is read once the wait is over.
    """
    newest = select(func.max(agendas.c.number))
    held = select(agendas.c.number).where(agendas.c.number == newest.scalar_subquery())
    connection.execute(held.with_for_update())
    return connection.execute(newest).scalar() or 0


def add_agenda(connection: Connection, new: NewAgenda, now: datetime) -> int:
    """Make this the agenda that holds, within a transaction; returns its number."""
    row = {
        "document": to_document(new.agenda),
        "note": new.note,
        "created_at": now,
        "name": new.name or None,
        "author": new.author,
        "quiet": new.quiet,
    }
    added = connection.execute(insert(agendas).values(row).returning(agendas.c.number))
    number: int = added.scalar_one()
    return number


def _version(row: RowMapping) -> AgendaVersion:
    label = _label(row)
    return AgendaVersion(
        number=label.number,
        agenda=from_document(row[agendas.c.document]),
        note=label.note,
        created_at=label.created_at,
        name=label.name,
        author=label.author,
        quiet=label.quiet,
    )


def _label(row: RowMapping) -> AgendaLabel:
    return AgendaLabel(
        number=row[agendas.c.number],
        note=row[agendas.c.note],
        created_at=row[agendas.c.created_at],
        name=row[agendas.c.name] or "",
        author=row[agendas.c.author],
        quiet=row[agendas.c.quiet] is not False,
    )
