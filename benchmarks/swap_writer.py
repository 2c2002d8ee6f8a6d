"""The process that publishes one version after the other until it is done or killed; what it says
on stdout, `begin MARK` and `done MARK`, is what benchmarks/swap.py goes by.

`delete-then-add` is deliberately wrong: it replaces the passages of the live version where they
stand, as one does in a vector store. It shows that the judge sees that.
"""

import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from sqlalchemy import delete, insert

from benchmarks.marked import read_paper, write_paper
from benchmarks.reading_room import ReadingRoom
from services.adding import Wish
from store import publishing
from store.dialects import writing
from store.rows import passage_values
from store.tables import passages

BATCH = 6  # passages that the wrong way adds at once


def publish(room: ReadingRoom, path: Path, mark: int) -> None:
    """Marks take turns: one file comes from the terminal, the next one through the chat."""
    if mark // 4 % 2:
        _through_the_chat(room, path)
        return
    added = room.papers.adding.add(path, Wish(), lambda _share: None)
    if added.reason:
        raise RuntimeError(added.reason)


def delete_then_add(room: ReadingRoom, path: Path, _mark: int) -> None:
    """First everything out, then the new in, a few at a time."""
    found = room.rows.papers.by_file_name(path.name)
    if found is None or found.live is None:
        raise RuntimeError("there is no paper to replace")
    version_id, reading = found.live.version_id, read_paper(path)
    room.embedder.keep(room.embedder.texts_of(reading.passages), lambda _done: None)
    with writing(room.engine) as connection:
        connection.execute(delete(passages).where(passages.c.version_id == version_id))
        publishing.raise_revision(connection)
    for start in range(0, len(reading.passages), BATCH):
        some = reading.passages[start : start + BATCH]
        with writing(room.engine) as connection:
            connection.execute(insert(passages), [passage_values(version_id, p) for p in some])
            publishing.raise_revision(connection)


WAYS: dict[str, Callable[[ReadingRoom, Path, int], None]] = {
    "pointer": publish,
    "delete-then-add": delete_then_add,
}


def _through_the_chat(room: ReadingRoom, path: Path) -> None:
    desk = room.papers.desk
    uploaded = desk.read(None, path.read_bytes(), path.name, lambda _progress: None)
    if (draft := uploaded.draft) is not None:
        desk.publish(None, draft.version.version_id, draft.before_id, tell=True)
    elif uploaded.same_as is None or uploaded.older_than_live:
        raise RuntimeError(f"not taken: {uploaded.reason}")


def main(folder: str, first: str, count: str, way: str) -> None:
    room = ReadingRoom(Path(folder), read_paper)
    room.library.warm_up()  # Chroma is imported before the first version, not while it goes live
    with tempfile.TemporaryDirectory() as files:
        for mark in range(int(first), int(first) + int(count)):
            path = write_paper(Path(files), mark)
            print("begin", mark, flush=True)
            WAYS[way](room, path, mark)
            print("done", mark, flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
