"""Papers with their live version and the number of their drafts, read inside a transaction."""

from collections.abc import Sequence

from sqlalchemy import ColumnElement, Connection, RowMapping, func, select

from store.chunks import chunks
from store.readable import audience_from
from store.rows import PaperRow, VersionRow, version_row
from store.tables import papers, versions


def read_papers(connection: Connection, *where: ColumnElement[bool]) -> tuple[PaperRow, ...]:
    """The papers that a condition holds for, in the order they came."""
    drafts = (
        select(func.count())
        .where(versions.c.paper_id == papers.c.id, versions.c.published_at.is_(None))
        .correlate(papers)
        .scalar_subquery()
        .label("drafts")
    )
    query = select(papers).where(*where).add_columns(drafts).order_by(papers.c.id)
    rows = connection.execute(query).mappings().all()
    live = _versions(connection, [row[papers.c.live_version_id] for row in rows])
    return tuple(_paper_row(row, live.get(row[papers.c.live_version_id])) for row in rows)


def _versions(connection: Connection, ids: Sequence[int | None]) -> dict[int, VersionRow]:
    wanted = [id_ for id_ in ids if id_ is not None]
    found = [
        version_row(row)
        for some in chunks(wanted)
        for row in connection.execute(select(versions).where(versions.c.id.in_(some))).mappings()
    ]
    return {version.version_id: version for version in found}


def _paper_row(row: RowMapping, live: VersionRow | None) -> PaperRow:
    return PaperRow(
        paper_id=row[papers.c.id],
        file_name=row[papers.c.file_name],
        title=row[papers.c.title],
        created_at=row[papers.c.created_at],
        live=live,
        drafts=row["drafts"],
        slug=row[papers.c.slug],
        audience=audience_from(row[papers.c.audience]),
        protected=row[papers.c.protected],
        previous_id=row[papers.c.previous_version_id],
        changed_at=row[papers.c.changed_at],
        changed_by=row[papers.c.changed_by],
    )
