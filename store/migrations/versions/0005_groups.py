"""Parallel sessions: wishes, proposals, and which blocks were asked about and released."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"

TIME = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "wishes",
        sa.Column("person_id", sa.Integer, nullable=False),
        sa.Column("session_id", sa.Text, nullable=False),
        sa.Column("rank", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("person_id", "session_id", name="pk_wishes"),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], ondelete="CASCADE", name="fk_wishes_person_id_people"
        ),
    )
    op.create_index("ix_wishes_session_id", "wishes", ["session_id"])
    op.create_table(
        "group_proposals",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("block", sa.Text, nullable=False),
        sa.Column("document", sa.JSON, nullable=False),
        sa.Column("base", sa.Integer, nullable=False),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.Column("gap", sa.Float),
        sa.Column("author", sa.BigInteger, nullable=False),
        sa.Column("created_at", TIME, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_group_proposals"),
        sa.UniqueConstraint("block", name="uq_group_proposals_block"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "blocks",
        sa.Column("block", sa.Text, nullable=False),
        sa.Column("asked", sa.Integer, nullable=False),
        sa.Column("asked_at", TIME),
        sa.Column("released", sa.Integer, nullable=False),
        sa.Column("released_at", TIME),
        sa.PrimaryKeyConstraint("block", name="pk_blocks"),
    )


def downgrade() -> None:
    for table in ("blocks", "group_proposals", "wishes"):
        op.drop_table(table)
