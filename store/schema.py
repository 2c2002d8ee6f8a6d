"""Which revision a store is at, which ones this release knows, and how it gets to the newest."""

from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Engine, column, inspect, select, table

from store.dialects import migrating, reading
from store.errors import StoreOutOfDate, StoreTooNew

if TYPE_CHECKING:
    from alembic.config import Config

MIGRATIONS = Path(__file__).parent / "migrations"
ALEMBIC = table("alembic_version", column("version_num"))


def known_revisions() -> tuple[str, ...]:
    """The revisions that this release knows, oldest first: what the file names begin with."""
    files = (MIGRATIONS / "versions").glob("[0-9]*_*.py")
    return tuple(sorted(file.name.partition("_")[0] for file in files))


def is_current(engine: Engine) -> bool:
    """Whether the store is at the newest revision; without Alembic, whose import takes longer.

    Raises StoreTooNew.
    """
    found, known = _revision(engine), known_revisions()
    if found is not None and found not in known:
        raise StoreTooNew(found, known[-1])
    return found == known[-1]


def require_current(engine: Engine) -> None:
    """Raises StoreOutOfDate or StoreTooNew unless the store is at the newest revision."""
    if not is_current(engine):
        raise StoreOutOfDate


def upgrade(engine: Engine) -> None:
    """Run the migrations that are missing, all in one transaction."""
    from alembic import command

    settings = alembic_config()
    with migrating(engine) as connection:
        settings.attributes["connection"] = connection
        command.upgrade(settings, "head")


def alembic_config() -> "Config":
    """Alembic's settings, without an alembic.ini and wherever the project lies."""
    from alembic.config import Config

    settings = Config()
    settings.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    settings.set_main_option("file_template", "%%(rev)s_%%(slug)s")
    return settings


def _revision(engine: Engine) -> str | None:
    with reading(engine) as connection:
        if not inspect(connection).has_table(ALEMBIC.name):
            return None
        revision: str | None = connection.execute(select(ALEMBIC.c.version_num)).scalar()
        return revision
