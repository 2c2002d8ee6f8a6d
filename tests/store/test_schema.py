"""The migrations lead to the tables that the code expects, on both databases."""

import ast
import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.operations import Operations
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, delete, inspect

from store.database import open_database
from store.errors import StoreOutOfDate
from store.schema import (
    ALEMBIC,
    MIGRATIONS,
    alembic_config,
    is_current,
    known_revisions,
    require_current,
    upgrade,
)
from store.tables import metadata


@pytest.fixture
def new_file(tmp_path: Path) -> Iterator[Engine]:
    engine = open_database(f"sqlite:///{tmp_path / 'new.db'}")
    yield engine
    engine.dispose()


def test_migrations_from_nothing_make_the_tables(new_file: Engine) -> None:
    upgrade(new_file)
    with new_file.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, metadata) == []


def test_migrations_make_the_checks_and_names_that_alembic_does_not_compare(
    engine: Engine, new_file: Engine
) -> None:
    metadata.create_all(new_file)
    assert _named(engine) == _named(new_file)


def test_migrations_leave_room_for_numbers_that_are_never_used_again(
    engine: Engine, new_file: Engine
) -> None:
    metadata.create_all(new_file)
    assert _counting(engine) == _counting(new_file) == {
        "agenda_drafts", "agendas", "announcement_versions", "announcements", "deliveries",
        "drafts", "group_proposals", "notices", "papers", "people", "questions", "reminders",
        "versions",
    }  # fmt: skip


def test_migrations_can_be_taken_back(engine: Engine) -> None:
    settings = alembic_config()
    with engine.begin() as connection:
        settings.attributes["connection"] = connection
        command.downgrade(settings, "base")
    assert inspect(engine).get_table_names() == ["alembic_version"]


def test_migrations_can_be_written_for_postgresql() -> None:
    written = io.StringIO()
    context = MigrationContext.configure(
        dialect_name="postgresql", opts={"as_sql": True, "output_buffer": written}
    )
    scripts = ScriptDirectory.from_config(alembic_config())
    with Operations.context(context):
        for script in reversed(list(scripts.walk_revisions())):
            script.module.upgrade()
    made = [line for line in written.getvalue().splitlines() if line.startswith("CREATE TABLE")]
    assert sorted(made) == sorted(f"CREATE TABLE {name} (" for name in metadata.tables)


def test_known_revisions_are_alembics_oldest_first() -> None:
    scripts = ScriptDirectory.from_config(alembic_config())
    alembics = [script.revision for script in scripts.walk_revisions()]
    assert list(known_revisions()) == list(reversed(alembics))


def test_template_makes_a_migration_that_python_reads(tmp_path: Path) -> None:
    settings = alembic_config()
    settings.set_main_option("version_locations", f"{MIGRATIONS / 'versions'}\n{tmp_path}")
    settings.set_main_option("path_separator", "newline")
    command.revision(settings, "rooms", version_path=str(tmp_path), rev_id="9998")
    body = ast.parse((tmp_path / "9998_rooms.py").read_text()).body
    assert [node.name for node in body if isinstance(node, ast.FunctionDef)] == [
        "upgrade",
        "downgrade",
    ]


def test_new_file_is_not_current_and_says_what_to_run(new_file: Engine) -> None:
    assert is_current(new_file) is False
    with pytest.raises(StoreOutOfDate, match="python -m store"):
        require_current(new_file)


def test_interrupted_first_migration_counts_as_not_current(engine: Engine) -> None:
    with engine.begin() as connection:
        connection.execute(delete(ALEMBIC))
    assert is_current(engine) is False


def test_current_store_needs_nothing(engine: Engine) -> None:
    require_current(engine)
    assert is_current(engine) is True


def _named(engine: Engine) -> dict[str, list[str]]:
    """The names of all constraints and indexes, by table."""
    look = inspect(engine)
    return {
        table: sorted(
            str(found["name"])
            for kind in (
                look.get_check_constraints(table),
                look.get_unique_constraints(table),
                look.get_foreign_keys(table),
                look.get_indexes(table),
                [look.get_pk_constraint(table)],
            )
            for found in kind
        )
        for table in metadata.tables
    }


def _counting(engine: Engine) -> set[str]:
    with engine.connect() as connection:
        rows = connection.exec_driver_sql("SELECT name, sql FROM sqlite_master").all()
    return {name for name, sql in rows if sql and "AUTOINCREMENT" in sql}
