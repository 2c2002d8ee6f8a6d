"""The library: papers, their versions, passages and files, and which version of each is live."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection, Engine, func, select

from knowledge.papers import Source, VersionLabel
from meeting.paper_audience import Reader
from store import publishing
from store.dialects import reading, writing
from store.paper_rows import read_papers
from store.readable import readable
from store.rows import (
    LiveLibrary,
    NewVersion,
    PaperRow,
    StoredFile,
    VersionRow,
    label,
    passage,
)
from store.tables import files, library, papers, passages, versions

__all__ = ["LiveLibrary", "NewVersion", "PaperRow", "Papers", "StoredFile", "VersionRow"]


class CameIn(Exception):
    """Another file came in since somebody looked which paper this one belongs to."""


class Papers:
    """Thread-safe: every call is a transaction of its own. An empty library is a normal one.

    A `reader` gets what they may read and nothing else; None, which is for the terminal and for
    what fills an index, gets everything.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def list_papers(self, reader: Reader | None) -> tuple[PaperRow, ...]:
        """Every paper in the order they came, drafts too."""
        with reading(self._engine) as connection:
            return read_papers(connection, readable(reader))

    def by_title(self, title: str) -> PaperRow | None:
        """The paper that goes by exactly this title; the first one where several do."""
        with reading(self._engine) as connection:
            return next(iter(read_papers(connection, papers.c.title == title)), None)

    def by_file_name(self, file_name: str) -> PaperRow | None:
        """The paper that first came under this name, else the one last given a version of it."""
        with reading(self._engine) as connection:
            paper_id = publishing.paper_id_by_file_name(connection, file_name)
            return next(iter(read_papers(connection, papers.c.id == paper_id)), None)

    def newest(self) -> int:
        """A number that grows with every file that comes in; 0 before the first one."""
        with reading(self._engine) as connection:
            return _newest(connection)

    def add_version(
        self, paper_id: int | None, new: NewVersion, publish: bool, newest: int | None = None
    ) -> VersionRow:
        """Write a paper's next version, whole or not at all; None: the paper of its file name.

        With `publish` it goes live in the same transaction, unverified. Raises LookupError where
        there is no such paper, CameIn where something came in after `newest`.
        """
        with writing(self._engine) as connection:
            _require_newest(connection, newest)
            if paper_id is None:
                paper_id = publishing.paper_for(connection, new)
            version_id = publishing.place_version(connection, paper_id, new)
            if publish:
                publishing.make_live(connection, version_id, new.added_at)
            return publishing.read_version(connection, version_id)

    def add_apart(self, new: NewVersion, newest: int | None = None) -> VersionRow:
        """Write a draft as a paper of its own, whatever other papers are called; raises CameIn
        where something came in after `newest`."""
        with writing(self._engine) as connection:
            _require_newest(connection, newest)
            paper_id = publishing.paper_of_its_own(connection, new)
            version_id = publishing.place_version(connection, paper_id, new)
            return publishing.read_version(connection, version_id)

    def publish(
        self,
        version_id: int,
        at: datetime,
        besides: publishing.Besides | None = None,
        by: str | None = None,
    ) -> VersionRow:
        """Make a version the live one of its paper, be it newer or older than the one that is.

        `at` becomes its date of publication and `by`, the name of who publishes, its publisher,
        unless it was published before. `besides` writes in
        the same transaction, unless the version is live already; what it raises undoes everything.
        Raises LookupError where there is no such version.
        """
        with writing(self._engine) as connection:
            publishing.make_live(connection, version_id, at, besides, by)
            return publishing.read_version(connection, version_id)

    def file_of(self, version_id: int, reader: Reader | None) -> StoredFile | None:
        """The original file of a version, live or not."""
        query = (
            select(versions.c.file_name, versions.c.media_type, files.c.data)
            .join(files, files.c.version_id == versions.c.id)
            .join(papers, papers.c.id == versions.c.paper_id)
            .where(versions.c.id == version_id, readable(reader))
        )
        with reading(self._engine) as connection:
            row = connection.execute(query).one_or_none()
            return StoredFile(row.file_name, row.media_type, row.data) if row else None

    def live_versions(self, reader: Reader | None) -> LiveLibrary:
        """The live version of every paper, oldest first, with the revision they belong to."""
        query = (
            select(versions)
            .join(papers, papers.c.live_version_id == versions.c.id)
            .where(readable(reader))
            .order_by(versions.c.id)
        )
        with reading(self._engine) as connection:
            rows = connection.execute(query).mappings()
            return LiveLibrary(_revision(connection), tuple(label(row) for row in rows))

    def passages_of(self, version_ids: Sequence[int], reader: Reader | None) -> tuple[Source, ...]:
        """All passages of these versions, in their order and each one's reading order."""
        with reading(self._engine) as connection:
            return tuple(
                source for id_ in version_ids for source in _passages(connection, id_, reader)
            )

    def revision(self) -> int:
        """A number that changes whenever something else is live; 0 for an empty library."""
        with reading(self._engine) as connection:
            return _revision(connection)


def _newest(connection: Connection) -> int:
    return connection.execute(select(func.max(versions.c.id))).scalar() or 0


def _require_newest(connection: Connection, newest: int | None) -> None:
    """Nothing comes in until the end of this transaction."""
    if newest is not None:
        publishing.hold_library(connection)
        if _newest(connection) > newest:
            raise CameIn


def _revision(connection: Connection) -> int:
    return int(connection.execute(select(library.c.revision)).scalar_one())


def _passages(connection: Connection, version_id: int, reader: Reader | None) -> list[Source]:
    version = connection.execute(
        select(versions)
        .join(papers, papers.c.id == versions.c.paper_id)
        .where(versions.c.id == version_id, readable(reader))
    )
    labels: list[VersionLabel] = [label(row) for row in version.mappings()]
    query = (
        select(passages).where(passages.c.version_id == version_id).order_by(passages.c.position)
    )
    rows = connection.execute(query).mappings().all() if labels else []
    return [Source(of, passage(row)) for of in labels for row in rows]
