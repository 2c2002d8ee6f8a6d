"""Drafts of the agenda, notices, living cards, reminders; who released which agenda."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

TIME = sa.DateTime(timezone=True)


def upgrade() -> None:
    with op.batch_alter_table("agendas") as agendas:
        agendas.add_column(sa.Column("name", sa.Text))
        agendas.add_column(sa.Column("author", sa.BigInteger))
        agendas.add_column(sa.Column("quiet", sa.Boolean))
    with op.batch_alter_table("chats") as chats:
        chats.add_column(sa.Column("remind_minutes", sa.Integer))
    _agenda_drafts()
    _notices()
    _living_cards()
    _reminders()


def downgrade() -> None:
    deliveries = sa.table("deliveries", sa.column("kind"))
    op.execute(sa.delete(deliveries).where(deliveries.c.kind == "notice"))
    for table in ("reminders", "living_cards", "notices", "agenda_drafts"):
        op.drop_table(table)
    with op.batch_alter_table("chats") as chats:
        chats.drop_column("remind_minutes")
    with op.batch_alter_table("agendas") as agendas:
        for column in ("quiet", "author", "name"):
            agendas.drop_column(column)


def _agenda_drafts() -> None:
    op.create_table(
        "agenda_drafts",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("chat_id", sa.BigInteger, nullable=False),
        sa.Column("base", sa.Integer, nullable=False),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.Column("document", sa.JSON, nullable=False),
        sa.Column("sources", sa.JSON, nullable=False),
        sa.Column("name", sa.Text),
        sa.Column("note", sa.Text),
        sa.Column("awaits", sa.JSON),
        sa.Column("updated_at", TIME, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_agenda_drafts"),
        sa.UniqueConstraint("chat_id", name="uq_agenda_drafts_chat_id"),
        sqlite_autoincrement=True,
    )


def _notices() -> None:
    op.create_table(
        "notices",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("kind", sa.String(12), nullable=False),
        sa.Column("key", sa.Text, nullable=False),
        sa.Column("cause", sa.Integer),
        sa.Column("noun", sa.JSON, nullable=False),
        sa.Column("author", sa.BigInteger),
        sa.Column("created_at", TIME, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_notices"),
        sa.UniqueConstraint("key", name="uq_notices_key"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_notices_kind_cause", "notices", ["kind", "cause"])


def _living_cards() -> None:
    op.create_table(
        "living_cards",
        sa.Column("chat_id", sa.BigInteger, nullable=False, autoincrement=False),
        sa.Column("kind", sa.String(7), nullable=False),
        sa.Column("subject", sa.Text, nullable=False),
        sa.Column("message_id", sa.BigInteger, nullable=False),
        sa.Column("day", sa.String(10)),
        sa.Column("number", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("chat_id", "kind", "subject", name="pk_living_cards"),
        sa.CheckConstraint("kind IN ('session', 'day')", name=op.f("ck_living_cards_kind")),
    )
    op.create_index("ix_living_cards_number", "living_cards", ["number"])
    op.create_index("ix_living_cards_chat_id_message_id", "living_cards", ["chat_id", "message_id"])


def _reminders() -> None:
    op.create_table(
        "reminders",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("person_id", sa.Integer, nullable=False),
        sa.Column("session_id", sa.Text, nullable=False),
        sa.Column("wall", sa.Text, nullable=False),
        sa.Column("zone", sa.Text, nullable=False),
        sa.Column("due_at", TIME, nullable=False),
        sa.Column("not_after", TIME, nullable=False),
        sa.Column("state", sa.String(7), nullable=False),
        sa.Column("settled_at", TIME),
        sa.PrimaryKeyConstraint("id", name="pk_reminders"),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], ondelete="CASCADE", name="fk_reminders_person_id_people"
        ),
        sa.UniqueConstraint("person_id", "session_id", name="uq_reminders_person_id_session_id"),
        sa.CheckConstraint(
            "state IN ('waiting', 'given', 'stale')", name=op.f("ck_reminders_state")
        ),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_reminders_state_due_at", "reminders", ["state", "due_at"])
