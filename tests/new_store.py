"""A new store in a moment: a copy of one that was brought up to date once in this run."""

import atexit
import functools
import shutil
import tempfile
from pathlib import Path

from store.database import prepare

FILE = "attache.db"


def put_new_store(folder: Path) -> str:
    """Put an empty store into a state directory, unless there is one; returns its address."""
    file = folder / FILE
    if not file.exists():
        folder.mkdir(parents=True, exist_ok=True)
        shutil.copy(_template(), file)
    return f"sqlite:///{file}"


@functools.cache
def _template() -> Path:
    folder = tempfile.mkdtemp()
    atexit.register(shutil.rmtree, folder)
    file = Path(folder) / FILE
    prepare(f"sqlite:///{file}").dispose()
    return file
