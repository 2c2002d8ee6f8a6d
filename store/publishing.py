"""The writing half of the library: each function works inside a transaction that it is given."""

from collections.abc import Callable, Set
from datetime import datetime

from sqlalchemy import Connection, func, select, update
from sqlalchemy import insert as plain_insert

from meeting.paper_audience import FOR_ALL
from store.readable import audience_document
from store.rows import NewVersion, VersionRow, passage_values, version_row, warning_values
from store.slugs import slug_of
from store.tables import files, library, papers, passages, versions

# What else is to be written where a version goes live: it is told the id of the one before.
Besides = Callable[[Connection, int | None], None]


def paper_for(connection: Connection, new: NewVersion) -> int:
    """The paper that a file of this name belongs to; made where there is none."""
    hold_library(connection)
    found = paper_id_by_file_name(connection, new.file_name)
    return found if found is not None else paper_of_its_own(connection, new)


def paper_of_its_own(
    connection: Connection, new: NewVersion | VersionRow, like: int | None = None
) -> int:
    """A paper for this file, for all to read, or for the readers of the paper `like`; where another
    one has its file name, it goes by that name with a number."""
    hold_library(connection)
    names = set(connection.execute(select(papers.c.file_name)).scalars())
    slugs = set(connection.execute(select(papers.c.slug)).scalars())
    values = {
        "file_name": _unused(new.file_name, names),
        "title": new.title,
        "created_at": new.added_at,
        "slug": slug_of(new.title, slugs),
        **_readers(connection, like),
    }
    made = connection.execute(plain_insert(papers).values(values).returning(papers.c.id))
    return int(made.scalar_one())


def paper_id_by_file_name(connection: Connection, file_name: str) -> int | None:
    """The paper that first came under this name, else the one that last had a version of it."""
    own = select(papers.c.id).where(papers.c.file_name == file_name)
    borrowed = (
        select(versions.c.paper_id)
        .where(versions.c.file_name == file_name)
        .order_by(versions.c.id.desc())
        .limit(1)
    )
    first = connection.execute(own).scalar()
    return first if first is not None else connection.execute(borrowed).scalar()


def place_version(connection: Connection, paper_id: int, new: NewVersion) -> int:
    """Write the next version of a paper with its passages and file; returns the version's id."""
    hold(connection, paper_id)
    version_id = _insert_version(connection, paper_id, new)
    connection.execute(plain_insert(files).values(version_id=version_id, data=new.data))
    rows = [passage_values(version_id, passage) for passage in new.passages]
    if rows:
        connection.execute(plain_insert(passages), rows)
    retitle(connection, paper_id)
    return version_id


def retitle(connection: Connection, paper_id: int) -> None:
    """A paper of which nothing is live goes by the title of its newest draft."""
    newest = (
        select(versions.c.title)
        .where(versions.c.paper_id == paper_id)
        .order_by(versions.c.number.desc())
        .limit(1)
    )
    connection.execute(
        update(papers)
        .where(papers.c.id == paper_id, papers.c.live_version_id.is_(None))
        .values(title=newest.scalar_subquery())
    )


def make_live(
    connection: Connection,
    version_id: int,
    at: datetime,
    besides: Besides | None = None,
    by: str | None = None,
) -> None:
    """Point the paper at this version and raise the revision; nothing where it is live already.

    `besides` is told which version was live before; `by` is the name of who publishes. Raises
    LookupError where there is no such version.
    """
    version = held_version(connection, version_id)
    before = _live_version_id(connection, version.paper_id)
    if before == version_id:
        return
    connection.execute(
        update(versions)
        .where(versions.c.id == version_id, versions.c.published_at.is_(None))
        .values(published_at=at, publisher=by)
    )
    connection.execute(
        update(papers)
        .where(papers.c.id == version.paper_id)
        .values(
            live_version_id=version_id,
            title=version.title,
            previous_version_id=before,
            changed_at=at,
            changed_by=by,
        )
    )
    raise_revision(connection)
    if besides is not None:
        besides(connection, before)


def raise_revision(connection: Connection) -> None:
    """Whoever holds an index sees that something else is live."""
    connection.execute(update(library).values(revision=library.c.revision + 1))


def next_number(connection: Connection, paper_id: int) -> int:
    """The number of a paper's next version."""
    highest = select(func.max(versions.c.number)).where(versions.c.paper_id == paper_id)
    return (connection.execute(highest).scalar() or 0) + 1


def read_version(connection: Connection, version_id: int) -> VersionRow:
    """Raises LookupError where there is no such version."""
    query = select(versions).where(versions.c.id == version_id)
    row = connection.execute(query).mappings().one_or_none()
    if row is None:
        raise LookupError(f"there is no version {version_id}")
    return version_row(row)


def held_version(connection: Connection, version_id: int) -> VersionRow:
    """A version that nobody moves, publishes or discards until the end of this transaction. Raises
    LookupError where there is no such version."""
    hold_library(connection)
    found = read_version(connection, version_id)
    hold(connection, found.paper_id)
    return found


def hold(connection: Connection, paper_id: int) -> None:
    """Make others wait who write to this paper, or store an answer that rests on it. Raises
    LookupError where there is no such paper."""
    hold_library(connection)
    query = select(papers.c.id).where(papers.c.id == paper_id).with_for_update()
    if connection.execute(query).scalar() is None:
        raise LookupError(f"there is no paper {paper_id}")


def hold_library(connection: Connection) -> None:
    """Make all others wait who change the library: always before a paper, so that no two wait for
    each other. SQLite has them wait anyway."""
    connection.execute(select(library.c.id).with_for_update()).scalar_one()


def _insert_version(connection: Connection, paper_id: int, new: NewVersion) -> int:
    made = connection.execute(
        plain_insert(versions)
        .values(
            paper_id=paper_id,
            number=next_number(connection, paper_id),
            title=new.title,
            file_name=new.file_name,
            media_type=new.media_type,
            sha256=new.sha256,
            pages=new.pages,
            added_at=new.added_at,
            warnings=warning_values(new.warnings),
            author=new.author,
            passage_count=len(new.passages),
        )
        .returning(versions.c.id)
    )
    return int(made.scalar_one())


def _readers(connection: Connection, like: int | None) -> dict[str, object]:
    """Who may read a new paper, and whether its file can be forwarded."""
    query = select(papers.c.audience, papers.c.protected).where(papers.c.id == like)
    found = connection.execute(query).one_or_none()
    if found is None:
        return {"audience": audience_document(FOR_ALL), "protected": False}
    return {"audience": found.audience, "protected": found.protected}


def _live_version_id(connection: Connection, paper_id: int) -> int | None:
    query = select(papers.c.live_version_id).where(papers.c.id == paper_id)
    return connection.execute(query).scalar()


def _unused(file_name: str, taken: Set[str]) -> str:
    """“report.pdf”, else “report (2).pdf”, else “report (3).pdf”."""
    stem, dot, ending = file_name.rpartition(".")
    stem, ending = (stem, dot + ending) if stem else (file_name, "")
    numbers = (f"{stem} ({number}){ending}" for number in range(2, len(taken) + 3))
    return next(each for each in (file_name, *numbers) if each not in taken)
