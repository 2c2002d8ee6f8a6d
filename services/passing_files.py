"""A file that came through the chat lies on the disk as long as it is read. What a kill leaves
there goes at a later start."""

import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

PREFIX = "attache-paper-"
LEFT_AFTER = 15 * 60  # seconds; a file that is read for longer was given up long before


@contextmanager
def passing_file(data: bytes, ending: str) -> Iterator[Path]:
    """The file under a name of ours with this ending; raises OSError where there is no room."""
    with tempfile.TemporaryDirectory(prefix=PREFIX) as folder:
        path = Path(folder) / f"paper{ending}"
        path.write_bytes(data)
        yield path


def remove_left() -> None:
    """Remove what a process that was killed has left; what another one may be reading stays."""
    before = time.time() - LEFT_AFTER
    for folder in Path(tempfile.gettempdir()).glob(f"{PREFIX}*"):
        with suppress(OSError):  # somebody else's, or removed by another start
            if folder.stat().st_mtime < before:
                shutil.rmtree(folder)
