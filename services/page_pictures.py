"""The page on which a passage stands, as a picture with the passage boxed, for who may read it."""

from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from threading import Lock

import structlog

from knowledge.papers import Box, Source
from meeting.people import Participant
from services.readers import Readers
from store.papers import Papers
from store.shelves import Shelves

log = structlog.stdlib.get_logger(__name__)

PDF = "application/pdf"  # the one kind of file that has pages of its own
MOST_BYTES = 32 * 1024 * 1024  # of pictures at hand: about a hundred pages of text

Draw = Callable[[bytes, int, Sequence[Box]], bytes | None]
Key = tuple[int, int, int]  # the version, the page, the position of the passage


@dataclass(frozen=True, slots=True)
class PagePicture:
    """PNG or JPEG; `protected`: to be sent so that it cannot be forwarded or kept."""

    data: bytes
    protected: bool


class PagePictures:
    """Thread-safe. Pictures are kept in memory and nowhere else; who may see one is asked anew."""

    def __init__(
        self,
        shelves: Shelves,
        papers: Papers,
        readers: Readers,
        draw: Draw,
        most_bytes: int = MOST_BYTES,
    ) -> None:
        self._shelves = shelves
        self._papers = papers
        self._readers = readers
        self._draw = draw
        self._most_bytes = most_bytes
        self._at_hand: OrderedDict[Key, bytes] = OrderedDict()
        self._lock = Lock()

    def of(self, person: Participant, source: Source) -> PagePicture | None:
        """The page where a passage begins; blocks while it is drawn. None where the person may not
        read the paper, where the file has no pages, and where the page cannot be drawn."""
        reader, version_id = self._readers.of(person), source.label.version_id
        version = self._shelves.version(version_id, reader)
        paper = self._shelves.paper(version.paper_id, reader) if version else None
        page = source.passage.page
        if version is None or paper is None or version.media_type != PDF or page is None:
            return None
        key = version_id, page, source.passage.position
        data = self._kept(key)
        if data is None:
            stored = self._papers.file_of(version_id, reader)
            data = self._drawn(key, stored.data, source.passage.boxes) if stored else None
        return PagePicture(data, paper.protected) if data else None

    def _kept(self, key: Key) -> bytes | None:
        with self._lock:
            if key in self._at_hand:
                self._at_hand.move_to_end(key)
            return self._at_hand.get(key)

    def _drawn(self, key: Key, file: bytes, boxes: Sequence[Box]) -> bytes | None:
        version_id, page, _ = key
        data = self._draw(file, page, boxes)
        if data is None:
            log.warning("a page was not drawn", version=version_id, page=page)
            return None
        with self._lock:
            self._at_hand[key] = data
            while sum(map(len, self._at_hand.values())) > self._most_bytes:
                self._at_hand.popitem(last=False)
        return data
