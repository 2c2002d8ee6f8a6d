"""Opening and preparing: every state of a database ends in a usable engine or in one sentence."""

import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import Engine, text, update

from store.database import bring_up_to_date, open_database, prepare
from store.dialects import writing
from store.errors import StoreTooNew, StoreUnusable
from store.papers import Papers
from store.schema import ALEMBIC, is_current
from store.tables import library

ROOT = Path(__file__).parents[2]


def python(code: str, *arguments: str) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-W", "error", "-c", code, *arguments],
        cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip


def test_prepare_makes_folder_and_empty_library(tmp_path: Path) -> None:
    engine = prepare(f"sqlite:///{tmp_path}/new/folder/attache.db")
    assert (is_current(engine), Papers(engine).revision()) == (True, 0)
    engine.dispose()


def test_two_processes_prepare_one_new_store_at_once(tmp_path: Path) -> None:
    code = (
        "import sys; from store.database import prepare; from store.papers import Papers\n"
        "print('ready', flush=True); sys.stdin.readline()\n"
        "print(Papers(prepare(sys.argv[1])).revision())\n"
    )
    both = [python(code, f"sqlite:///{tmp_path}/attache.db") for _ in range(2)]
    for process in both:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
    ends = []
    for process in both:
        assert process.stdin is not None
        process.stdin.write("go\n")
        process.stdin.flush()
    for process in both:
        out, err = process.communicate(timeout=60)
        ends.append((process.returncode, out, err))
    assert ends == [(0, "0\n", "")] * 2


def test_process_killed_while_it_writes_leaves_nothing_and_holds_nobody_up(engine: Engine) -> None:
    code = (
        "import sys; from sqlalchemy import update; from store.database import prepare\n"
        "from store.dialects import writing; from store.tables import library\n"
        "with writing(prepare(sys.argv[1])) as connection:\n"
        "    connection.execute(update(library).values(revision=99))\n"
        "    print('written', flush=True); sys.stdin.readline()\n"
    )
    process = python(code, engine.url.render_as_string())
    assert process.stdout is not None
    assert process.stdout.readline() == "written\n"
    process.kill()
    process.communicate(timeout=60)
    assert Papers(engine).revision() == 0
    with writing(engine) as connection:
        connection.execute(update(library).values(revision=1))
    assert Papers(engine).revision() == 1


def test_current_store_is_prepared_without_alembic(empty_store: Path) -> None:
    code = (
        "import sys; from store.database import prepare\n"
        "prepare(sys.argv[1]).dispose(); print('alembic' in sys.modules)\n"
    )
    out, err = python(code, f"sqlite:///{empty_store}").communicate(timeout=60)
    assert (out, err) == ("False\n", "")


def test_migration_that_fails_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    url = f"sqlite:///{tmp_path}/attache.db"
    broken = tmp_path / "migrations"
    _copy_with_failing_second(broken)
    monkeypatch.setattr("store.schema.MIGRATIONS", broken)
    with pytest.raises(ZeroDivisionError):
        prepare(url)
    engine = open_database(url)
    with engine.connect() as connection:
        tables = connection.execute(text("SELECT count(*) FROM sqlite_master")).scalar()
    engine.dispose()
    assert tables == 0


def test_store_of_a_later_release_is_left_alone(engine: Engine) -> None:
    with engine.begin() as connection:
        connection.execute(update(ALEMBIC).values(version_num="9999"))
    url = engine.url.render_as_string()
    for enter in (prepare, bring_up_to_date):
        with pytest.raises(StoreTooNew, match="9999"):
            enter(url)


def test_file_that_is_no_database_is_refused_and_kept(tmp_path: Path) -> None:
    file = tmp_path / "letter.db"
    file.write_bytes(b"Dear Sir or Madam, " * 100)
    with pytest.raises(StoreUnusable, match="file is not a database"):
        prepare(f"sqlite:///{file}")
    assert file.read_bytes() == b"Dear Sir or Madam, " * 100


def test_folder_that_cannot_be_made_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StoreUnusable, match="There can be no folder"):
        prepare(f"sqlite:///{tmp_path}/file/attache.db")


def test_folder_in_place_of_the_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "attache.db").mkdir()
    with pytest.raises(StoreUnusable, match="unable to open database file"):
        prepare(f"sqlite:///{tmp_path}/attache.db")


def test_missing_driver_is_named() -> None:
    with pytest.raises(StoreUnusable, match=r"The driver for postgresql\+nosuch"):
        prepare("postgresql+nosuch://host/attache")


def _copy_with_failing_second(folder: Path) -> None:
    """The project's migrations and one more, which makes a table and then fails."""
    from store.schema import MIGRATIONS

    (folder / "versions").mkdir(parents=True)
    for file in [MIGRATIONS / "env.py", *(MIGRATIONS / "versions").glob("0*.py")]:
        (folder / file.relative_to(MIGRATIONS)).write_text(file.read_text())
    newest = max(file.name for file in (folder / "versions").iterdir()).partition("_")[0]
    (folder / "versions" / "9998_fails.py").write_text(
        f"from alembic import op\nrevision = '9998'\ndown_revision = '{newest}'\n"
        "def upgrade():\n    op.execute('CREATE TABLE half (id INTEGER)')\n    1 / 0\n"
    )
