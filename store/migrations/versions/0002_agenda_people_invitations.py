"""Agenda versions, the people and their sessions, invitations, practical matters."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

TIME = sa.DateTime(timezone=True)


def upgrade() -> None:
    _agendas()
    _people()
    _invitations()


def downgrade() -> None:
    for table in (
        "role_offers", "wrong_codes", "invitations", "sessions_of_people", "people",
        "logistics", "agendas",
    ):  # fmt: skip
        op.drop_table(table)


def _agendas() -> None:
    op.create_table(
        "agendas",
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("document", sa.JSON, nullable=False),
        sa.Column("note", sa.Text, nullable=False),
        sa.Column("created_at", TIME, nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_agendas"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "logistics",
        sa.Column("position", sa.Integer, autoincrement=False, nullable=False),
        sa.Column("topic", sa.Text, nullable=False),
        sa.Column("document", sa.JSON, nullable=False),
        sa.PrimaryKeyConstraint("position", name="pk_logistics"),
        sa.UniqueConstraint("topic", name="uq_logistics_topic"),
    )


def _people() -> None:
    op.create_table(
        "people",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("key", sa.Text, nullable=False),
        sa.Column("folded_key", sa.Text, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("organisation", sa.Text, nullable=False),
        sa.Column("community", sa.String(20), nullable=False),
        sa.Column("role", sa.String(11), nullable=False),
        sa.Column("language", sa.Text),
        sa.Column("listed", sa.Boolean, nullable=False),
        sa.Column("chat_id", sa.BigInteger),
        sa.PrimaryKeyConstraint("id", name="pk_people"),
        sa.UniqueConstraint("folded_key", name="uq_people_folded_key"),
        sa.UniqueConstraint("chat_id", name="uq_people_chat_id"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "sessions_of_people",
        sa.Column("person_id", sa.Integer, nullable=False),
        sa.Column("session_id", sa.Text, nullable=False),
        sa.Column("kind", sa.String(9), nullable=False),
        sa.PrimaryKeyConstraint("person_id", "session_id", "kind", name="pk_sessions_of_people"),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], ondelete="CASCADE",
            name="fk_sessions_of_people_person_id_people",
        ),
        sa.CheckConstraint(
            "kind IN ('assigned', 'following')", name=op.f("ck_sessions_of_people_kind")
        ),
    )  # fmt: skip
    op.create_index("ix_sessions_of_people_session_id", "sessions_of_people", ["session_id"])


def _invitations() -> None:
    op.create_table(
        "invitations",
        sa.Column("code_hash", sa.String(64), nullable=False),
        sa.Column("person_id", sa.Integer, nullable=False),
        sa.Column("created_at", TIME, nullable=False),
        sa.Column("expires_at", TIME, nullable=False),
        sa.Column("chat_id", sa.BigInteger),
        sa.PrimaryKeyConstraint("code_hash", name="pk_invitations"),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], ondelete="CASCADE",
            name="fk_invitations_person_id_people",
        ),
    )  # fmt: skip
    op.create_index("ix_invitations_person_id", "invitations", ["person_id"])
    op.create_table(
        "wrong_codes",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("chat_id", sa.BigInteger, nullable=False),
        sa.Column("at", TIME, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_wrong_codes"),
    )
    op.create_index("ix_wrong_codes_chat_id_at", "wrong_codes", ["chat_id", "at"])
    op.create_index("ix_wrong_codes_at", "wrong_codes", ["at"])
    op.create_table(
        "role_offers",
        sa.Column("person_id", sa.Integer, nullable=False),
        sa.Column("role", sa.String(11), nullable=False),
        sa.Column("offered_by", sa.Integer, nullable=False),
        sa.Column("offered_at", TIME, nullable=False),
        sa.PrimaryKeyConstraint("person_id", name="pk_role_offers"),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], ondelete="CASCADE",
            name="fk_role_offers_person_id_people",
        ),
        sa.ForeignKeyConstraint(
            ["offered_by"], ["people.id"], ondelete="CASCADE",
            name="fk_role_offers_offered_by_people",
        ),
    )  # fmt: skip
