"""A paper's file: read in a process of its own, its texts embedded, ready to be stored."""

import hashlib
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol

from knowledge.papers import Passage, Reading, ReadingWarning
from meeting.clock import Clock
from services.embedding import Embedder
from services.passing_files import passing_file
from store.papers import NewVersion

MEDIA_TYPES = {
    ".pdf": "application/pdf",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    ".html": "text/html",
    ".htm": "text/html",
    ".md": "text/markdown",
    ".markdown": "text/markdown",
    ".txt": "text/plain",
}
LONGEST_TITLE = 200  # characters; a longer one is a sentence that a reader took for a title
LONGEST_NAME = 120  # characters of a file name; its ending stays

Done = Callable[[int, int], None]  # pages or texts done, of how many
Odd = Callable[[Sequence[Passage]], Sequence[ReadingWarning]]


class Read(Protocol):
    """Turns a file into a Reading; `told` hears meanwhile how many pages are read."""

    def __call__(self, path: Path, *, told: Done) -> Reading: ...


class PaperFiles:
    """`read` reads a file, in a process of its own; `odd` says what to look at in its passages."""

    def __init__(self, embedder: Embedder, clock: Clock, read: Read, odd: Odd) -> None:
        self._embedder = embedder
        self._clock = clock
        self.read = read
        self._odd = odd

    def read_bytes(self, data: bytes, name: str, told: Done) -> Reading:
        """Read what came without a file. It lies on the disk as long as that takes, under a name
        of ours with the ending of `name`."""
        with passing_file(data, Path(name).suffix.lower()[:16]) as path:
            return self.read(path, told=told)

    def embedded(
        self, reading: Reading, data: bytes, name: str, title: str | None, author: str | None,
        done: Done,
    ) -> NewVersion:  # fmt: skip
        """The version that a file makes; the vectors of its texts are kept. Raises StoreFull."""
        texts = self._embedder.texts_of(reading.passages)
        self._embedder.keep(texts, lambda count: done(count, len(texts)))
        name = file_name(name)
        return NewVersion(
            title=(title or reading.title or Path(name).stem)[:LONGEST_TITLE],
            file_name=name,
            media_type=MEDIA_TYPES.get(Path(name).suffix.lower(), "application/octet-stream"),
            data=data,
            sha256=digest(data),
            pages=reading.pages,
            passages=reading.passages,
            added_at=self._clock.now(),
            warnings=(*reading.warnings, *self._odd(reading.passages)),
            author=author,
        )


def digest(data: bytes) -> str:
    """The SHA-256 of a file, in lower-case hexadecimal: the same file, whatever it is called."""
    return hashlib.sha256(data).hexdigest()


def file_name(name: str) -> str:
    """A name without folders and without what no name should hold; long ones are cut before
    their ending."""
    last = name.replace("\\", "/").rpartition("/")[2]
    plain = "".join(each for each in last if each.isprintable()).strip(" .") or "paper"
    stem, ending = Path(plain).stem, Path(plain).suffix[:16]
    return f"{stem[: LONGEST_NAME - len(ending)]}{ending}"
