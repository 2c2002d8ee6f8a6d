"""A store of its own for every test, and the things to put into it."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import Engine

from knowledge.papers import Passage
from store.chats import Chats
from store.database import prepare
from store.papers import NewVersion

NOON = datetime(2030, 5, 6, 12, 0, tzinfo=UTC)
FIRST = NewVersion(
    title="Harbour report",
    file_name="harbour.pdf",
    media_type="application/pdf",
    data=b"%PDF harbour",
    sha256="a" * 64,
    pages=2,
    passages=(
        Passage(0, "The harbour was dredged.", None, 1),
        Passage(1, "Two piers remain.", 1, 2, ("Works", "Piers")),
    ),
    added_at=NOON,
)


@pytest.fixture(scope="session")
def empty_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file that was brought up to date once, to be copied."""
    file = tmp_path_factory.mktemp("store") / "attache.db"
    prepare(f"sqlite:///{file}").dispose()
    return file


@pytest.fixture
def engine(empty_store: Path, tmp_path: Path) -> Iterator[Engine]:
    shutil.copy(empty_store, tmp_path / "attache.db")
    engine = prepare(f"sqlite:///{tmp_path / 'attache.db'}")
    yield engine
    engine.dispose()


@pytest.fixture
def noon() -> datetime:
    return NOON


@pytest.fixture
def first() -> NewVersion:
    return FIRST


@pytest.fixture
def second() -> NewVersion:
    """Another file for the same paper."""
    return replace(FIRST, title="Harbour report, revised", data=b"%PDF two", sha256="b" * 64)


@pytest.fixture
def chat(engine: Engine) -> int:
    """The id of a chat that the store knows."""
    return Chats(engine).meet(7, "Astrid", "nb", NOON).chat_id
