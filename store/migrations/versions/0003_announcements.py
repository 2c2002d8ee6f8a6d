"""Announcements and their versions, drafts, deliveries, copies; chats that cannot be written to."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

TIME = sa.DateTime(timezone=True)


def upgrade() -> None:
    with op.batch_alter_table("chats") as chats:
        chats.add_column(sa.Column("unreachable", sa.String(7)))
        chats.create_check_constraint(
            op.f("ck_chats_unreachable"), "unreachable IN ('blocked', 'gone')"
        )
    _announcements()
    _deliveries()


def downgrade() -> None:
    for table in ("copies", "deliveries", "announcement_versions", "announcements", "drafts"):
        op.drop_table(table)
    with op.batch_alter_table("chats") as chats:
        chats.drop_constraint(op.f("ck_chats_unreachable"), type_="check")
        chats.drop_column("unreachable")


def _announcements() -> None:
    op.create_table(
        "drafts",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("chat_id", sa.BigInteger, nullable=False),
        sa.Column("document", sa.JSON, nullable=False),
        sa.Column("updated_at", TIME, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_drafts"),
        sa.UniqueConstraint("chat_id", name="uq_drafts_chat_id"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "announcements",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("author", sa.BigInteger, nullable=False),
        sa.Column("status", sa.String(9), nullable=False),
        sa.Column("urgency", sa.String(7), nullable=False),
        sa.Column("audience", sa.JSON, nullable=False),
        sa.Column("began_at", TIME, nullable=False),
        sa.Column("useful_until", TIME, nullable=False),
        sa.Column("finished_at", TIME),
        sa.Column("report_message", sa.BigInteger),
        sa.PrimaryKeyConstraint("id", name="pk_announcements"),
        sa.CheckConstraint(
            "status IN ('scheduled', 'running', 'paused', 'done', 'cancelled')",
            name=op.f("ck_announcements_status"),
        ),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_announcements_status", "announcements", ["status"])
    op.create_table(
        "announcement_versions",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("announcement_id", sa.Integer, nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("kind", sa.String(10), nullable=False),
        sa.Column("message", sa.JSON, nullable=False),
        sa.Column("created_at", TIME, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_announcement_versions"),
        sa.ForeignKeyConstraint(
            ["announcement_id"], ["announcements.id"], ondelete="CASCADE",
            name="fk_announcement_versions_announcement_id_announcements",
        ),
        sa.UniqueConstraint(
            "announcement_id", "number", name="uq_announcement_versions_announcement_id_number"
        ),
        sa.CheckConstraint(
            "kind IN ('original', 'correction', 'withdrawal')",
            name=op.f("ck_announcement_versions_kind"),
        ),
        sqlite_autoincrement=True,
    )  # fmt: skip


def _deliveries() -> None:
    op.create_table(
        "deliveries",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("kind", sa.String(12), nullable=False),
        sa.Column("subject_id", sa.Integer, nullable=False),
        sa.Column("person_id", sa.Integer, nullable=False),
        sa.Column("state", sa.String(10), nullable=False),
        sa.Column("action", sa.String(6), nullable=False),
        sa.Column("urgency", sa.String(7), nullable=False),
        sa.Column("doubtful", sa.Boolean, nullable=False),
        sa.Column("resends", sa.Integer, nullable=False),
        sa.Column("attempts", sa.Integer, nullable=False),
        sa.Column("again", sa.Integer, nullable=False),
        sa.Column("due_at", TIME),
        sa.Column("not_after", TIME, nullable=False),
        sa.Column("settled_at", TIME),
        sa.Column("reason", sa.Text),
        sa.Column("seen_at", TIME),
        sa.PrimaryKeyConstraint("id", name="pk_deliveries"),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], ondelete="CASCADE", name="fk_deliveries_person_id_people"
        ),
        sa.UniqueConstraint(
            "kind", "subject_id", "person_id", name="uq_deliveries_kind_subject_id_person_id"
        ),
        *_checks(),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_deliveries_person_id", "deliveries", ["person_id"])
    op.create_index("ix_deliveries_urgency_due_at", "deliveries", ["urgency", "due_at"])
    op.create_index("ix_deliveries_state", "deliveries", ["state"])
    op.create_table(
        "copies",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("delivery_id", sa.Integer, nullable=False),
        sa.Column("chat_id", sa.BigInteger, nullable=False),
        sa.Column("message_id", sa.BigInteger, nullable=False),
        sa.Column("sent_at", TIME, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_copies"),
        sa.ForeignKeyConstraint(
            ["delivery_id"], ["deliveries.id"], ondelete="CASCADE",
            name="fk_copies_delivery_id_deliveries",
        ),
    )  # fmt: skip
    op.create_index("ix_copies_delivery_id", "copies", ["delivery_id"])


def _checks() -> tuple[sa.CheckConstraint, ...]:
    states = (
        "state IN ('pending', 'sending', 'sent', 'unknown', 'blocked', 'gone', 'failed', "
        "'expired', 'held', 'cancelled', 'not-linked')"
    )
    return (
        sa.CheckConstraint(states, name=op.f("ck_deliveries_state")),
        sa.CheckConstraint(
            "urgency IN ('urgent', 'routine', 'trivial')", name=op.f("ck_deliveries_urgency")
        ),
        sa.CheckConstraint(
            "action IN ('send', 'edit', 'delete')", name=op.f("ck_deliveries_action")
        ),
    )
