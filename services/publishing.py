"""A version goes live: embedded and verified first, then one pointer is set, in one transaction."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from knowledge.papers import Passage, Source
from knowledge.versions import PassageChange, compare
from knowledge.windows import windows
from meeting.clock import Clock
from services.embedding import Embedder
from services.paper_drafts import Published
from services.verifying import verify
from store.papers import Papers, VersionRow
from store.recalls import put_recalls


class LiveMoved(Exception):
    """Another version is live than the one that was to be replaced."""


class Publishing:
    """What the desk and the terminal publish with."""

    def __init__(self, papers: Papers, embedder: Embedder, clock: Clock) -> None:
        self._papers = papers
        self._embedder = embedder
        self._clock = clock

    def publish(
        self, version: VersionRow, before_id: int | None, tell: bool, by: str | None = None
    ) -> Published:
        """Make a version live in the place of `before_id`, which people read until that moment;
        `by` is the name of who does it.

        With `tell`, those whose answers change are told, by the same transaction. Where the
        version is live already nothing happens. Raises NotVerified where not every passage of it
        can be found, LiveMoved where another version is live by now, LookupError where this one
        is gone.
        """
        after = self._papers.passages_of([version.version_id], None)
        self._verify(version, after)
        before = self._papers.passages_of([before_id], None) if before_id and tell else ()
        changes = compare(_texts(before), _texts(after)) if before else None
        flip = _Flip(version.version_id, before_id, changes, self._clock.now())
        row = self._papers.publish(version.version_id, flip.now, flip, by)
        return Published(row, flip.told)

    def _verify(self, version: VersionRow, sources: Sequence[Source]) -> None:
        """What has no vector is embedded first: nothing, unless a vector was lost."""
        texts = [text for source in sources for text in windows(source.passage)]
        self._embedder.keep(texts, lambda _done: None)
        verify(sources, version.passage_count, self._embedder.kept())


@dataclass(slots=True)
class _Flip:
    """What goes with the pointer: it must have pointed at `before_id`; `told` people are told.

    `changes` are those from there, None where nobody is to be told. Even where there are none,
    somebody may still know an older version.
    """

    version_id: int
    before_id: int | None
    changes: Sequence[PassageChange] | None
    now: datetime
    told: int = 0

    def __call__(self, connection: Connection, before_id: int | None) -> None:
        if before_id != self.before_id:
            raise LiveMoved
        if before_id is not None and self.changes is not None:
            self.told = put_recalls(connection, before_id, self.version_id, self.changes, self.now)


def _texts(sources: Sequence[Source]) -> list[Passage]:
    return [source.passage for source in sources]
