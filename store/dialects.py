"""What SQLite and PostgreSQL do differently, in one place; all other code is written for both."""

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path
from threading import Lock
from weakref import WeakKeyDictionary

from sqlalchemy import URL, Connection, Engine, Table, create_engine, event, make_url
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import ArgumentError, OperationalError

from store.errors import StoreFull, StoreUnusable

BUSY_SECONDS = 30  # how long a writer waits for another one
# FULL: a row that was committed outlives a power cut, which WAL alone does not promise
# (sqlite.org/pragma.html#pragma_synchronous).
PRAGMAS = (
    f"busy_timeout = {BUSY_SECONDS * 1000}",
    "journal_mode = WAL",
    "synchronous = FULL",
    "foreign_keys = ON",
)
# All statements of a reading transaction see one state. SQLite does that by itself.
SNAPSHOT: Mapping[str, Mapping[str, object]] = {
    "sqlite": {},
    "postgresql": {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True},
}
_LINES: WeakKeyDictionary[Engine, Lock] = WeakKeyDictionary()
# SQLite's result code and PostgreSQL's SQLSTATE disk_full.
FULL = ((sqlite3.SQLITE_FULL, None), (None, "53100"))
BEGIN = "attache_begin"  # our execution option: how a SQLite transaction begins


def address(url: str) -> URL:
    """A database address; `postgres://`, which hosts hand out, becomes psycopg's.

    Raises StoreUnusable, without repeating the address: it may hold a password.
    """
    try:
        parsed = make_url(url)
    except (ArgumentError, ValueError):
        raise StoreUnusable("DATABASE_URL is not the address of a database.") from None
    if parsed.drivername in ("postgres", "postgresql"):
        return parsed.set(drivername="postgresql+psycopg")
    if parsed.get_backend_name() not in SNAPSHOT:
        raise StoreUnusable("DATABASE_URL must begin with sqlite: or postgresql:.")
    if is_sqlite(parsed) and parsed.database in (None, "", ":memory:"):
        raise StoreUnusable("DATABASE_URL must name the file of the SQLite database.")
    return parsed


def is_sqlite(url: URL) -> bool:
    return url.get_backend_name() == "sqlite"


def sqlite_file(url: URL) -> Path:
    """The file of a SQLite address, absolute."""
    return Path(url.database or "").absolute()


def connect(url: URL) -> Engine:
    """An engine whose transactions begin where the code says so, on both databases."""
    # What a statement was given are people's names and questions: no matter for a log.
    engine = create_engine(url, hide_parameters=True)
    if is_sqlite(url):
        event.listen(engine, "connect", _set_pragmas)
        event.listen(engine, "begin", _begin)
    return engine


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """A transaction that reads one state of the store, whatever others write meanwhile."""
    with engine.connect() as connection:
        connection.execution_options(**SNAPSHOT[engine.dialect.name])
        with connection.begin():
            yield connection


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """A transaction that writes: all of it or nothing; SQLite's writers wait in line.

    Those of one process wait for a lock of ours: SQLite's own wait sleeps for ever longer and looks
    again, and while an announcement goes out somebody's answer could sleep half a second.
    Raises StoreFull where the disk is.
    """
    with line_of(engine), full_by_name(), engine.connect() as connection:
        connection.execution_options(**{BEGIN: "BEGIN IMMEDIATE"})
        with connection.begin():
            yield connection


@contextmanager
def migrating(engine: Engine) -> Iterator[Connection]:
    """A writing transaction in which a SQLite table may be rebuilt.

    A rebuilt table is dropped and renamed. With foreign keys on, the drop would take the rows
    that point to it along, and they can be turned off only outside of a transaction. They are
    checked before the end instead (sqlite.org/lang_altertable.html, section 7).
    """
    with engine.connect() as connection:
        if engine.dialect.name == "sqlite":
            run(connection.connection.dbapi_connection, "PRAGMA foreign_keys = OFF")
            connection.detach()  # so that nobody else gets this connection from the pool
        connection.execution_options(**{BEGIN: "BEGIN IMMEDIATE"})
        with connection.begin():
            yield connection
            if engine.dialect.name == "sqlite":
                _check_foreign_keys(connection)


def insert(connection: Connection, table: Table) -> sqlite.Insert | postgresql.Insert:
    """An INSERT with `on_conflict_do_nothing` and `on_conflict_do_update`: both spell it alike."""
    if connection.dialect.name == "postgresql":
        return postgresql.insert(table)
    return sqlite.insert(table)


def line_of(engine: Engine) -> AbstractContextManager[object]:
    """Where the writers of this process wait."""
    if engine.dialect.name != "sqlite":
        return nullcontext()
    return _LINES.setdefault(engine, Lock())


@contextmanager
def full_by_name() -> Iterator[None]:
    """A full disk by its own name, whichever database says so."""
    try:
        yield
    except (OperationalError, sqlite3.OperationalError) as error:  # the latter from `run`
        said = error.orig if isinstance(error, OperationalError) else error
        code = getattr(said, "sqlite_errorcode", None), getattr(said, "sqlstate", None)
        if code in FULL:
            raise StoreFull from error
        raise


def run(connection: DBAPIConnection | None, statement: str) -> Sequence[Sequence[object]]:
    """Run a statement outside of every transaction; returns its rows."""
    if connection is None:
        raise RuntimeError("the connection was closed")
    cursor = connection.cursor()
    cursor.execute(statement)
    rows: Sequence[Sequence[object]] = cursor.fetchall()
    cursor.close()
    return rows


def _set_pragmas(connection: DBAPIConnection, _record: object) -> None:
    # From here on SQLAlchemy begins transactions, not the driver: the way that its page on
    # SQLite recommends before Python 3.12.
    connection.isolation_level = None
    for pragma in PRAGMAS:
        run(connection, f"PRAGMA {pragma}")


def _check_foreign_keys(connection: Connection) -> None:
    lost = connection.exec_driver_sql("PRAGMA foreign_key_check").first()
    if lost is not None:
        raise RuntimeError(f"a migration left a row of {lost[0]} without its {lost[2]}")


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql(connection.get_execution_options().get(BEGIN, "BEGIN"))
