"""SQLite behaves as the code counts on; addresses become what the drivers take."""

import threading

import pytest
from alembic.migration import MigrationContext
from alembic.operations import Operations
from sqlalchemy import Connection, Engine, func, select, text
from sqlalchemy import insert as plain_insert
from sqlalchemy.exc import IntegrityError

from store.dialects import address, migrating, reading, writing
from store.errors import StoreUnusable
from store.papers import NewVersion, Papers
from store.tables import files, library, passages, versions


@pytest.mark.parametrize(
    ("given", "driver"),
    [
        ("postgres://ola:secret@host:5432/attache", "postgresql+psycopg"),
        ("postgresql://ola:secret@host:5432/attache", "postgresql+psycopg"),
        ("postgresql+psycopg://ola:secret@host:5432/attache", "postgresql+psycopg"),
    ],
)
def test_postgresql_address_names_psycopg_and_keeps_the_rest(given: str, driver: str) -> None:
    rest = given.partition("://")[2]
    assert address(given).render_as_string(hide_password=False) == f"{driver}://{rest}"


@pytest.mark.parametrize(
    "given", ["", "secret", "mysql://ola:secret@host/a", "sqlite://", "sqlite:///:memory:"]
)
def test_address_that_is_refused_is_not_repeated(given: str) -> None:
    with pytest.raises(StoreUnusable) as refusal:
        address(given)
    assert "secret" not in str(refusal.value)


def test_every_sqlite_connection_has_its_pragmas(engine: Engine) -> None:
    names = ("busy_timeout", "journal_mode", "synchronous", "foreign_keys")
    with engine.connect() as one, engine.connect() as two:
        found = [
            [connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in names]
            for connection in (one, two)
        ]
    assert found == [[30_000, "wal", 2, 1]] * 2


def test_foreign_keys_are_enforced(engine: Engine) -> None:
    with pytest.raises(IntegrityError), writing(engine) as connection:
        connection.execute(plain_insert(files).values(version_id=99, data=b""))


def test_second_writer_waits_for_the_first(engine: Engine) -> None:
    order: list[str] = []
    begins = threading.Event()

    def raise_revision() -> None:
        begins.set()
        with writing(engine) as connection:
            order.append("second")
            _raise_revision(connection)

    second = threading.Thread(target=raise_revision)
    with writing(engine) as connection:
        _raise_revision(connection)
        second.start()
        begins.wait(10)
        second.join(0.05)  # time enough to fail in, were it not to wait
        order.append("first")
    second.join(30)
    assert (order, Papers(engine).revision()) == (["first", "second"], 2)


def test_reading_sees_one_state_while_others_write(engine: Engine, first: NewVersion) -> None:
    with reading(engine) as connection:
        before = connection.execute(select(library.c.revision)).scalar()
        Papers(engine).add_version(None, first, publish=True)
        after = connection.execute(select(func.count()).select_from(versions)).scalar()
    assert (before, after, Papers(engine).revision()) == (0, 0, 1)


def test_writing_that_fails_leaves_nothing(engine: Engine) -> None:
    def raise_revision_and_fail() -> None:
        with writing(engine) as connection:
            _raise_revision(connection)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        raise_revision_and_fail()
    assert Papers(engine).revision() == 0


def test_rebuilding_a_table_keeps_the_rows_that_point_to_it(
    engine: Engine, first: NewVersion
) -> None:
    Papers(engine).add_version(None, first, publish=True)
    with migrating(engine) as connection:
        operations = Operations(MigrationContext.configure(connection))
        with operations.batch_alter_table("papers", recreate="always") as batch:
            batch.alter_column("title", new_column_name="heading")
    with reading(engine) as connection:
        kept = connection.execute(select(func.count()).select_from(passages)).scalar()
    assert kept == 2


def test_migration_that_loses_a_row_is_rolled_back(engine: Engine, first: NewVersion) -> None:
    Papers(engine).add_version(None, first, publish=False)
    with pytest.raises(RuntimeError, match="without its versions"), migrating(engine) as connection:
        connection.execute(text("DELETE FROM versions"))
    assert Papers(engine).list_papers(None)[0].drafts == 1


def test_migrating_connection_is_not_used_again(engine: Engine) -> None:
    with migrating(engine):
        pass
    with engine.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1


def _raise_revision(connection: Connection) -> None:
    connection.execute(library.update().values(revision=library.c.revision + 1))
