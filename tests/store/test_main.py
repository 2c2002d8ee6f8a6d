"""The release command says in one line what came of it."""

from pathlib import Path

import pytest

from store.__main__ import main, store_url
from store.database import open_database
from store.schema import is_current


def test_release_command_brings_the_store_up_to_date_twice(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    environment = {"ATTACHE_DATA": str(tmp_path / "state"), "DATABASE_URL": ""}
    assert [main(environment), main(environment)] == [0, 0]
    engine = open_database(f"sqlite:///{tmp_path / 'state' / 'attache.db'}")
    assert is_current(engine) is True
    engine.dispose()
    assert capsys.readouterr().out == "The store is up to date.\n" * 2


def test_release_command_says_what_is_wrong_without_the_address(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main({"DATABASE_URL": "mysql://ola:secret@host/attache"}) == 2
    assert capsys.readouterr().err == "DATABASE_URL must begin with sqlite: or postgresql:.\n"


def test_address_comes_from_the_environment() -> None:
    urls = [store_url({"DATABASE_URL": "postgres://host/a"}), store_url({"ATTACHE_DATA": "/data"})]
    assert urls == ["postgres://host/a", "sqlite:////data/attache.db"]
