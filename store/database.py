"""Opens the store and sees to it that its tables are those that the code expects."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from filelock import FileLock, Timeout
from sqlalchemy import URL, Engine
from sqlalchemy.exc import DBAPIError, NoSuchModuleError

from store import dialects, schema
from store.errors import StoreUnusable, TracesLeft
from store.rewriting import has_traces, rewrite_files

LOCK_SECONDS = 120  # how long to wait for another process that migrates


def open_database(url: str) -> Engine:
    """An engine on the database at `url`; makes the folder of a SQLite file.

    Nothing is connected yet. Raises StoreUnusable where the address makes no sense.
    """
    where = dialects.address(url)
    if dialects.is_sqlite(where):
        _make_folder(where)
    try:
        return dialects.connect(where)
    except (ModuleNotFoundError, NoSuchModuleError):
        raise StoreUnusable(f"The driver for {where.drivername} is not installed.") from None


def prepare(url: str) -> Engine:
    """Open the store ready for use; what every entry point calls.

    A SQLite store is brought up to date, one process at a time. A PostgreSQL one is only
    checked: raises StoreOutOfDate where the release command was not run. Raises StoreTooNew
    where a later release was here, StoreUnusable where there is no usable database.
    """
    return _opened(url, migrate=dialects.is_sqlite(dialects.address(url)))


def bring_up_to_date(url: str) -> None:
    """The release command: migrate any database. Raises StoreTooNew and StoreUnusable."""
    _opened(url, migrate=True).dispose()


def _opened(url: str, migrate: bool) -> Engine:
    engine = open_database(url)
    try:
        with _alone(engine.url):
            if not migrate:
                schema.require_current(engine)
            elif not schema.is_current(engine):
                schema.upgrade(engine)
        _finish_erasing(engine)
    except DBAPIError as error:
        engine.dispose()
        reason = str(error.orig).partition("\n")[0]
        raise StoreUnusable(f"The store cannot be used: {reason}.") from error
    except BaseException:
        engine.dispose()
        raise
    return engine


def _finish_erasing(engine: Engine) -> None:
    """Take out what an erasure that was cut off has left in the files; the next start tries again
    where that cannot be done now."""
    with suppress(TracesLeft):
        if has_traces(engine):
            rewrite_files(engine)


@contextmanager
def _alone(where: URL) -> Iterator[None]:
    """Hold the lock beside a SQLite file. Taken before the first connection: two processes
    that both turn a new file to WAL would get in each other's way."""
    if not dialects.is_sqlite(where):
        yield
        return
    lock = _lock(dialects.sqlite_file(where))
    try:
        yield
    finally:
        lock.release()


def _lock(file: Path) -> FileLock:
    lock = FileLock(file.with_name(f"{file.name}.lock"), timeout=LOCK_SECONDS)
    try:
        lock.acquire()
    except Timeout:
        raise StoreUnusable(f"Another process has been preparing {file} for too long.") from None
    except OSError as error:
        raise StoreUnusable(f"{file.parent} cannot be written to ({error.strerror}).") from None
    return lock


def _make_folder(where: URL) -> None:
    folder = dialects.sqlite_file(where).parent
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreUnusable(f"There can be no folder {folder} ({error.strerror}).") from None
