"""What editors do with papers: look at versions, give a draft its paper, say who may read."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, Engine, delete, func, select, update

from knowledge.versions import PassageChange
from meeting.paper_audience import PaperAudience, Reader
from store import publishing
from store.dialects import reading, writing
from store.erasing import erase_paper
from store.paper_rows import read_papers
from store.readable import audience_document, readable
from store.recalls import people_to_recall
from store.rows import PaperRow, VersionRow, version_row
from store.tables import papers, versions
from store.unused_vectors import drop_vectors, unused_without


class Shelves:
    """Thread-safe: every call is a transaction of its own. A `reader` gets and changes what they
    may read and nothing else; None, the terminal, everything."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def paper(self, paper_id: int, reader: Reader | None) -> PaperRow | None:
        return self._one(papers.c.id == paper_id, reader)

    def by_slug(self, slug: str, reader: Reader | None) -> PaperRow | None:
        """The paper with this short name, in any case."""
        return self._one(papers.c.slug == slug.strip().lower(), reader)

    def version(self, version_id: int, reader: Reader | None) -> VersionRow | None:
        return next(iter(self._versions(versions.c.id == version_id, reader)), None)

    def versions(self, paper_id: int, reader: Reader | None) -> tuple[VersionRow, ...]:
        """All versions of a paper, drafts too, newest first."""
        return self._versions(versions.c.paper_id == paper_id, reader)

    def newest_of_each(self, reader: Reader | None) -> tuple[VersionRow, ...]:
        """The newest version of every paper, a draft too."""
        newest = select(func.max(versions.c.id)).group_by(versions.c.paper_id)
        return self._versions(versions.c.id.in_(newest), reader)

    def same_file(self, sha256: str, reader: Reader | None) -> tuple[VersionRow, ...]:
        """Every version that was made of a file with this digest, newest first."""
        return self._versions(versions.c.sha256 == sha256, reader)

    def move(self, version_id: int, paper_id: int) -> VersionRow:
        """Make a draft the next version of this paper; one that it leaves without any is gone.

        Raises LookupError where there is no such draft or paper.
        """
        with writing(self._engine) as connection:
            draft = _draft(connection, version_id)
            if draft.paper_id != paper_id:
                publishing.hold(connection, paper_id)
                _give(connection, draft, paper_id)
            return publishing.read_version(connection, version_id)

    def part(self, version_id: int) -> VersionRow:
        """Make a draft a paper of its own, for the readers of the one that it leaves; nothing where
        it is one. Raises LookupError."""
        with writing(self._engine) as connection:
            draft = _draft(connection, version_id)
            if _has_others(connection, draft):
                own = publishing.paper_of_its_own(connection, draft, like=draft.paper_id)
                _give(connection, draft, own)
            return publishing.read_version(connection, version_id)

    def discard(self, version_id: int) -> None:
        """Throw a draft away, its vectors too; raises LookupError where there is no such one."""
        with reading(self._engine) as connection:
            unused = unused_without(connection, [version_id])
        with writing(self._engine) as connection:
            draft = _draft(connection, version_id)
            connection.execute(delete(versions).where(versions.c.id == version_id))
            _leave(connection, draft.paper_id)
            drop_vectors(connection, unused)

    def erase(self, paper_id: int) -> None:
        """Take a paper out of every file of the store; raises what `erase_paper` does."""
        erase_paper(self._engine, paper_id)

    def set_audience(self, paper_id: int, audience: PaperAudience, reader: Reader | None) -> bool:
        """From the next question on the paper is for these; False where there is none."""
        return self._set(paper_id, reader, {"audience": audience_document(audience)})

    def set_protected(self, paper_id: int, protected: bool, reader: Reader | None) -> bool:
        """From now on the paper's file is sent so that it cannot be forwarded, or can; False where
        there is none."""
        return self._set(paper_id, reader, {"protected": protected})

    def to_recall(
        self, before_id: int, after_id: int, changes: Sequence[PassageChange], now: datetime
    ) -> int:
        """How many people would be told that their answers have changed."""
        with reading(self._engine) as connection:
            return len(people_to_recall(connection, before_id, after_id, changes, now))

    def _set(self, paper_id: int, reader: Reader | None, values: Mapping[str, object]) -> bool:
        row = (papers.c.id == paper_id) & readable(reader)
        with writing(self._engine) as connection:
            return bool(connection.execute(update(papers).where(row).values(values)).rowcount)

    def _one(self, which: ColumnElement[bool], reader: Reader | None) -> PaperRow | None:
        with reading(self._engine) as connection:
            return next(iter(read_papers(connection, which, readable(reader))), None)

    def _versions(
        self, which: ColumnElement[bool], reader: Reader | None
    ) -> tuple[VersionRow, ...]:
        query = (
            select(versions)
            .join(papers, papers.c.id == versions.c.paper_id)
            .where(which, readable(reader))
            .order_by(versions.c.id.desc())
        )
        with reading(self._engine) as connection:
            return tuple(map(version_row, connection.execute(query).mappings()))


def _draft(connection: Connection, version_id: int) -> VersionRow:
    row = publishing.held_version(connection, version_id)
    if row.published_at is not None:
        raise LookupError(f"version {version_id} is no draft")
    return row


def _give(connection: Connection, draft: VersionRow, paper_id: int) -> None:
    number = publishing.next_number(connection, paper_id)
    row = versions.c.id == draft.version_id
    connection.execute(update(versions).where(row).values(paper_id=paper_id, number=number))
    publishing.retitle(connection, paper_id)
    _leave(connection, draft.paper_id)


def _has_others(connection: Connection, draft: VersionRow) -> bool:
    others = (versions.c.paper_id == draft.paper_id) & (versions.c.id != draft.version_id)
    return connection.execute(select(versions.c.id).where(others).limit(1)).scalar() is not None


def _leave(connection: Connection, paper_id: int) -> None:
    """A paper without a version is gone; another one goes by the title of what is left."""
    left = select(versions.c.id).where(versions.c.paper_id == paper_id).limit(1)
    if connection.execute(left).scalar() is None:
        connection.execute(delete(papers).where(papers.c.id == paper_id))
    else:
        publishing.retitle(connection, paper_id)
