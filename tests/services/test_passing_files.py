"""No file of a paper stays behind where it was read."""

import os
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from services.passing_files import LEFT_AFTER, PREFIX, passing_file, remove_left


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """Where such files lie."""
    before, tempfile.tempdir = tempfile.tempdir, str(tmp_path)
    yield tmp_path
    tempfile.tempdir = before


def test_file_is_there_while_it_is_read_and_gone_afterwards(folder: Path) -> None:
    with passing_file(b"A paper.", ".pdf") as path:
        assert (path.name, path.read_bytes()) == ("paper.pdf", b"A paper.")
        remove_left()
        assert path.exists()
    assert list(folder.iterdir()) == []


def test_what_a_kill_has_left_goes_at_a_later_start(folder: Path) -> None:
    for name in (f"{PREFIX}old", f"{PREFIX}new", "attache-backup"):
        (folder / name).mkdir()
        (folder / name / "paper.pdf").write_bytes(b"A paper.")
    long_ago = time.time() - LEFT_AFTER - 60
    for name in (f"{PREFIX}old", "attache-backup"):
        os.utime(folder / name, (long_ago, long_ago))
    remove_left()
    assert {each.name for each in folder.iterdir()} == {f"{PREFIX}new", "attache-backup"}
