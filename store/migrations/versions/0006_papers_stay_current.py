"""Papers: short name, audience, warnings, places of their text; whether to recall answers."""

import re
import unicodedata

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"

TIME = sa.DateTime(timezone=True)
NUMBERED = {"sqlite_autoincrement": True}  # a rebuilt table forgets it otherwise
FOR_ALL = sa.text("""'{"kind": "all", "value": ""}'""")
NO_WARNINGS = sa.text("'[]'")
PAPERS = (
    "SELECT papers.id, papers.title, versions.published_at FROM papers "
    "LEFT JOIN versions ON versions.id = papers.live_version_id ORDER BY papers.id"
)
NAMED = "UPDATE papers SET slug = :slug, changed_at = :at WHERE id = :id"
COUNTED = (
    "UPDATE versions SET passage_count = "
    "(SELECT count(*) FROM passages WHERE passages.version_id = versions.id)"
)
OF_PAPERS = ("changed_by", "changed_at", "previous_version_id", "protected", "audience", "slug")
PREVIOUS = "fk_papers_previous_version_id_versions"


def upgrade() -> None:
    with op.batch_alter_table("papers", table_kwargs=NUMBERED) as papers:
        papers.add_column(sa.Column("slug", sa.Text))
        papers.add_column(sa.Column("audience", sa.JSON, nullable=False, server_default=FOR_ALL))
        papers.add_column(
            sa.Column("protected", sa.Boolean, nullable=False, server_default=sa.false())
        )
        papers.add_column(sa.Column("previous_version_id", sa.Integer))
        papers.add_column(sa.Column("changed_at", TIME))
        papers.add_column(sa.Column("changed_by", sa.Text))
        papers.create_foreign_key(PREVIOUS, "versions", ["previous_version_id"], ["id"])
    _name_papers()
    with op.batch_alter_table("papers", table_kwargs=NUMBERED) as papers:
        papers.alter_column("slug", existing_type=sa.Text, nullable=False)
        papers.create_unique_constraint("uq_papers_slug", ["slug"])
    with op.batch_alter_table("versions", table_kwargs=NUMBERED) as versions:
        versions.add_column(
            sa.Column("warnings", sa.JSON, nullable=False, server_default=NO_WARNINGS)
        )
        versions.add_column(sa.Column("author", sa.Text))
        versions.add_column(sa.Column("publisher", sa.Text))
        versions.add_column(
            sa.Column("passage_count", sa.Integer, nullable=False, server_default="0")
        )
    op.execute(sa.text(COUNTED))
    with op.batch_alter_table("passages") as passages:
        passages.add_column(sa.Column("page_label", sa.Text))
        passages.add_column(sa.Column("boxes", sa.JSON))
    with op.batch_alter_table("chats") as chats:
        chats.add_column(sa.Column("recall", sa.Boolean))
    with op.batch_alter_table("library") as library:
        library.add_column(
            sa.Column("traces", sa.Boolean, nullable=False, server_default=sa.false())
        )
    _make_recalled()


def downgrade() -> None:
    op.drop_table("recalled")
    with op.batch_alter_table("library") as library:
        library.drop_column("traces")
    with op.batch_alter_table("chats") as chats:
        chats.drop_column("recall")
    with op.batch_alter_table("passages") as passages:
        passages.drop_column("boxes")
        passages.drop_column("page_label")
    with op.batch_alter_table("versions", table_kwargs=NUMBERED) as versions:
        versions.drop_column("passage_count")
        versions.drop_column("publisher")
        versions.drop_column("author")
        versions.drop_column("warnings")
    with op.batch_alter_table("papers", table_kwargs=NUMBERED) as papers:
        papers.drop_constraint("uq_papers_slug", type_="unique")
        papers.drop_constraint(PREVIOUS, type_="foreignkey")
        for column in OF_PAPERS:
            papers.drop_column(column)


def _make_recalled() -> None:
    keys = (("notice_id", "notices"), ("person_id", "people"), ("version_id", "versions"))
    op.create_table(
        "recalled",
        *(sa.Column(column, sa.Integer, nullable=False) for column, _ in keys),
        sa.PrimaryKeyConstraint("notice_id", "person_id", name="pk_recalled"),
        *(
            sa.ForeignKeyConstraint(
                [column],
                [f"{table}.id"],
                ondelete="CASCADE",
                name=f"fk_recalled_{column}_{table}",
            )
            for column, table in keys
        ),
    )


def _name_papers() -> None:
    """Give the papers that are there already their short names, and the day they went live."""
    if op.get_context().as_sql:  # written out for a database that is elsewhere: its papers, none
        return
    connection, taken = op.get_bind(), set[str]()
    for paper_id, title, published_at in connection.execute(sa.text(PAPERS)).all():
        slug = _free(_slug(title), taken)
        taken.add(slug)
        connection.execute(sa.text(NAMED), {"slug": slug, "at": published_at, "id": paper_id})


def _slug(title: str) -> str:
    """As store/slugs.py made it at this revision: a migration stays what it was."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:40].strip("-") or "paper"


def _free(slug: str, taken: set[str]) -> str:
    numbers = (f"{slug}-{number}" for number in range(2, len(taken) + 3))
    return next(each for each in (slug, *numbers) if each not in taken)
