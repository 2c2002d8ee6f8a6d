"""On a disk that is really full nothing changes, which is said, and everything starts again."""

import subprocess
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from meeting.people import Participant, Role
from services.errors import NoRoom
from store.database import prepare
from store.errors import TracesLeft
from store.rewriting import has_traces
from tests.new_store import put_new_store
from tests.services.conftest import Desk, desk_on

MIB = 1024 * 1024
FOUR = "Cases\nThe overview has four cases.\nEach is a page."
FIVE = FOUR.replace("four", "five")
SECRET = "Secrets\n" + "\n".join(f"Line {n} {'is a secret ' * 60}" for n in range(300))


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Path]:
    """A disk of twelve MiB."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=12m", "tmpfs", str(folder)]
    try:
        subprocess.run(mount, check=True, capture_output=True, timeout=10)
    except (OSError, subprocess.SubprocessError):
        pytest.skip("a small disk can only be had by root on Linux")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True, timeout=10)


@pytest.fixture
def desk(small: Path, tmp_path: Path) -> Iterator[Desk]:
    found = desk_on(prepare(put_new_store(small)), tmp_path)
    yield found
    found.engine.dispose()


@pytest.fixture
def editor(desk: Desk) -> Participant:
    return desk.person(10, Role.EDITOR)


def fill(desk: Desk, small: Path, left: int = 0) -> None:
    """Leave so many bytes free on the disk, and none in the database's log."""
    with desk.engine.connect() as connection:
        connection.exec_driver_sql("COMMIT")
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)").all()
    with (small / "filling").open("wb", buffering=0) as file:
        with suppress(OSError):
            while file.write(b"x" * 4096):
                pass
        file.truncate(max(0, file.tell() - left) // 4096 * 4096)


def published(desk: Desk, editor: Participant, text: str) -> int:
    draft = desk.draft(editor, "paper.txt", text)
    return desk.publish(editor, draft).version.paper_id


def test_upload_changes_nothing_and_says_so(desk: Desk, editor: Participant, small: Path) -> None:
    published(desk, editor, FOUR)
    before = desk.papers.list_papers(None)
    fill(desk, small, left=MIB // 4)
    with pytest.raises(NoRoom, match="disk is full"):
        desk.send(editor, "secrets.txt", SECRET)
    assert desk.papers.list_papers(None) == before


def test_publication_changes_nothing_and_says_so(
    desk: Desk, editor: Participant, small: Path
) -> None:
    published(desk, editor, FOUR)
    draft = desk.draft(editor, "cases.txt", FIVE)
    before = desk.papers.list_papers(None)
    fill(desk, small)
    with pytest.raises(NoRoom, match="nothing was changed"):
        desk.publish(editor, draft, tell=True)
    assert desk.papers.list_papers(None) == before
    (small / "filling").unlink()
    assert desk.publish(editor, draft, tell=True).version.number == 2


def test_erasure_without_any_room_erases_nothing(
    desk: Desk, editor: Participant, small: Path
) -> None:
    paper_id = published(desk, editor, FOUR)
    fill(desk, small)
    with pytest.raises(NoRoom, match="nothing was changed"):
        desk.editing.erase(paper_id)
    assert len(desk.papers.list_papers(None)) == 1
    assert not has_traces(desk.engine)


def test_erasure_that_cannot_write_the_files_anew_says_so_and_the_next_start_with_room_does(
    desk: Desk, editor: Participant, small: Path
) -> None:
    desk.draft(editor, "long.txt", SECRET.replace("ecret", "ermon") * 6)  # which stays
    paper_id = desk.draft(editor, "secrets.txt", SECRET).version.paper_id
    fill(desk, small, left=MIB * 3 // 2)
    with pytest.raises(TracesLeft, match="no room"):
        desk.editing.erase(paper_id)
    desk.engine.dispose()
    again = prepare(str(desk.engine.url))  # the bot starts all the same
    assert has_traces(again)
    again.dispose()
    (small / "filling").unlink()
    prepare(str(desk.engine.url)).dispose()
    assert not has_traces(desk.engine)
    assert b"is a secret" not in b"".join(each.read_bytes() for each in small.iterdir())
