"""The writing half of the library: each function works inside a transaction that it is given."""

from datetime import datetime

from sqlalchemy import Connection, func, select, update
from sqlalchemy import insert as plain_insert

from store.dialects import insert
from store.rows import NewVersion, VersionRow, passage_values, version_row
from store.tables import files, library, papers, passages, versions


def paper_for(connection: Connection, new: NewVersion) -> int:
    """The paper that a file of this name belongs to; made where there is none."""
    found = paper_id_by_file_name(connection, new.file_name)
    if found is not None:
        return found
    values = {"file_name": new.file_name, "title": new.title, "created_at": new.added_at}
    connection.execute(
        insert(connection, papers)
        .values(values)
        .on_conflict_do_nothing(index_elements=[papers.c.file_name])
    )
    made = select(papers.c.id).where(papers.c.file_name == new.file_name)
    return int(connection.execute(made).scalar_one())


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
    _hold(connection, paper_id)
    version_id = _insert_version(connection, paper_id, new)
    connection.execute(plain_insert(files).values(version_id=version_id, data=new.data))
    rows = [passage_values(version_id, passage) for passage in new.passages]
    if rows:
        connection.execute(plain_insert(passages), rows)
    connection.execute(
        update(papers)
        .where(papers.c.id == paper_id, papers.c.live_version_id.is_(None))
        .values(title=new.title)
    )
    return version_id


def make_live(connection: Connection, version_id: int, at: datetime) -> None:
    """Point the paper at this version and raise the revision; nothing where it is live already.

    Raises LookupError where there is no such version.
    """
    version = read_version(connection, version_id)
    _hold(connection, version.paper_id)
    if _live_version_id(connection, version.paper_id) == version_id:
        return
    connection.execute(
        update(versions)
        .where(versions.c.id == version_id)
        .values(published_at=func.coalesce(versions.c.published_at, at))
    )
    connection.execute(
        update(papers)
        .where(papers.c.id == version.paper_id)
        .values(live_version_id=version_id, title=version.title)
    )
    connection.execute(update(library).values(revision=library.c.revision + 1))


def read_version(connection: Connection, version_id: int) -> VersionRow:
    """Raises LookupError where there is no such version."""
    query = select(versions).where(versions.c.id == version_id)
    row = connection.execute(query).mappings().one_or_none()
    if row is None:
        raise LookupError(f"there is no version {version_id}")
    return version_row(row)


def _hold(connection: Connection, paper_id: int) -> None:
    """Make others who write to this paper wait. SQLite has them wait anyway."""
    query = select(papers.c.id).where(papers.c.id == paper_id).with_for_update()
    if connection.execute(query).scalar() is None:
        raise LookupError(f"there is no paper {paper_id}")


def _insert_version(connection: Connection, paper_id: int, new: NewVersion) -> int:
    highest = select(func.max(versions.c.number)).where(versions.c.paper_id == paper_id)
    made = connection.execute(
        plain_insert(versions)
        .values(
            paper_id=paper_id,
            number=(connection.execute(highest).scalar() or 0) + 1,
            title=new.title,
            file_name=new.file_name,
            media_type=new.media_type,
            sha256=new.sha256,
            pages=new.pages,
            added_at=new.added_at,
        )
        .returning(versions.c.id)
    )
    return int(made.scalar_one())


def _live_version_id(connection: Connection, paper_id: int) -> int | None:
    query = select(papers.c.live_version_id).where(papers.c.id == paper_id)
    return connection.execute(query).scalar()
