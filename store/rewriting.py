"""What was deleted leaves no trace in the files of the database, whichever database it is."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, Engine, select, update

from store.dialects import full_by_name, line_of, reading, run
from store.errors import StoreFull, TracesLeft
from store.tables import library

BUSY = "the database was in use all the time"
FULL = "there was no room on the disk to write its files anew"
CLEAN = "UPDATE library SET traces = false"
HOLD_PAPERS = ("answer_sources", "answers", "embeddings", "files", "passages", "papers", "versions")


def overwriting(connection: Connection) -> None:
    """Whatever this transaction deletes is overwritten, and it is noted that the files are to be
    written anew. PostgreSQL cannot do the former: `rewrite_files` makes its tables new files."""
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("PRAGMA secure_delete = ON")
    connection.execute(update(library).values(traces=True))


def has_traces(engine: Engine) -> bool:
    """Whether something was erased and the files were not written anew since."""
    with reading(engine) as connection:
        return bool(connection.execute(select(library.c.traces)).scalar_one())


def rewrite_files(engine: Engine) -> None:
    """Write the files of the database anew, without what was deleted from it.

    SQLite keeps deleted rows in free pages and in its log: VACUUM leaves out the former, a
    truncating checkpoint the latter (sqlite.org/pragma.html#pragma_wal_checkpoint). Both take as
    much room as the whole database. Raises TracesLeft; PostgreSQL's own log is its administrator's
    matter.
    """
    with line_of(engine), _traces_left(), full_by_name(), engine.connect() as connection:
        if engine.dialect.name == "sqlite":
            _rewrite_sqlite(connection)
            return
        connection.execution_options(isolation_level="AUTOCOMMIT")
        for name in HOLD_PAPERS:
            connection.exec_driver_sql(f"VACUUM (FULL) {name}")
        connection.exec_driver_sql(CLEAN)


def _rewrite_sqlite(connection: Connection) -> None:
    driver = connection.connection.dbapi_connection
    run(driver, "VACUUM")
    if run(driver, "PRAGMA wal_checkpoint(TRUNCATE)")[0][0]:  # others read all the time
        raise TracesLeft(BUSY)
    run(driver, CLEAN)


@contextmanager
def _traces_left() -> Iterator[None]:
    """Whatever keeps the files from being written anew, by the name that says what is left."""
    try:
        yield
    except StoreFull as error:
        raise TracesLeft(FULL) from error
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode not in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
            raise
        raise TracesLeft(BUSY) from error
