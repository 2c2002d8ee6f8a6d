"""A version goes live: embedded and verified first, then one pointer is set, in one transaction."""

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, closing
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from knowledge.papers import Passage, Source
from knowledge.versions import PassageChange, compare
from meeting.clock import Clock
from services.embedding import Embedder
from services.paper_drafts import Published
from services.verifying import verify
from store.papers import Papers, VersionRow
from store.publishing import read_version
from store.recalls import put_recalls

MadeReady = Callable[[Sequence[Source]], AbstractContextManager[None]]


class LiveMoved(Exception):
    """Another version is live than the one that was to be replaced."""


class Publishing:
    """What the desk and the terminal publish with; `made_ready` has the library hold passages
    before they go live."""

    def __init__(
        self, papers: Papers, embedder: Embedder, made_ready: MadeReady, clock: Clock
    ) -> None:
        self._papers = papers
        self._embedder = embedder
        self._made_ready = made_ready
        self._clock = clock

    def publish(
        self, version: VersionRow, before_id: int | None, tell: bool, by: str | None = None
    ) -> Published:
        """Make a version live in the place of `before_id`, which people read until that moment;
        `by` is the name of who does it.

        With `tell`, those whose answers change are told, by the same transaction. Where the
        version is live already nothing happens. Raises NotVerified where not every passage of it
        can be found, LiveMoved where another version is live by now or this one is another
        paper's, LookupError where it is gone.
        """
        after = self._papers.passages_of([version.version_id], None)
        self._verify(version, after)
        before = self._papers.passages_of([before_id], None) if before_id and tell else ()
        changes = compare(_texts(before), _texts(after)) if before else None
        with self._made_ready(after):
            flip = _Flip(version, before_id, changes, self._clock.now())
            row = self._papers.publish(version.version_id, flip.now, flip, by)
        return Published(row, flip.told)

    def _verify(self, version: VersionRow, sources: Sequence[Source]) -> None:
        """What has no vector is embedded first: nothing, unless a vector was lost."""
        texts = self._embedder.texts_of(_texts(sources))
        self._embedder.keep(texts, lambda _done: None)
        with closing(self._embedder.strict_index()) as index:
            verify(sources, version.passage_count, index)


@dataclass(slots=True)
class _Flip:
    """What goes with the pointer: it must have pointed at `before_id`, and the version be what it
    was when it was read; `told` people are told.

    `changes` are those from there, None where nobody is to be told. Even where there are none,
    somebody may still know an older version.
    """

    version: VersionRow
    before_id: int | None
    changes: Sequence[PassageChange] | None
    now: datetime
    told: int = 0

    def __call__(self, connection: Connection, before_id: int | None) -> None:
        if before_id != self.before_id or self._has_moved(connection):
            raise LiveMoved
        if before_id is not None and self.changes is not None:
            version_id = self.version.version_id
            self.told = put_recalls(connection, before_id, version_id, self.changes, self.now)

    def _has_moved(self, connection: Connection) -> bool:
        now, then = read_version(connection, self.version.version_id), self.version
        return (now.paper_id, now.number) != (then.paper_id, then.number)


def _texts(sources: Sequence[Source]) -> list[Passage]:
    return [source.passage for source in sources]
