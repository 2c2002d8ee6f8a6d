"""Announcements, and the outbox: what is to be told, to whom, and what became of it."""

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from store.tables.base import UtcTime, metadata

# What somebody is writing and has not sent yet: one draft for each chat. `id` is in its buttons, so
# that those of an earlier draft do nothing.
drafts = Table(
    "drafts",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("chat_id", BigInteger, nullable=False, unique=True),
    Column("document", JSON, nullable=False),
    Column("updated_at", UtcTime, nullable=False),
    sqlite_autoincrement=True,
)

announcements = Table(
    "announcements",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("author", BigInteger, nullable=False),
    Column("status", String(9), nullable=False, index=True),
    Column("urgency", String(7), nullable=False),
    Column("audience", JSON, nullable=False),
    Column("began_at", UtcTime, nullable=False),
    Column("useful_until", UtcTime, nullable=False),
    Column("finished_at", UtcTime),
    Column("report_message", BigInteger),
    CheckConstraint(
        "status IN ('scheduled', 'running', 'paused', 'done', 'cancelled')", name="status"
    ),
    sqlite_autoincrement=True,
)

# The newest version is the one that holds; older ones are kept for the report.
announcement_versions = Table(
    "announcement_versions",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("announcement_id", ForeignKey("announcements.id", ondelete="CASCADE"), nullable=False),
    Column("number", Integer, nullable=False),
    Column("kind", String(10), nullable=False),
    Column("message", JSON, nullable=False),
    Column("created_at", UtcTime, nullable=False),
    CheckConstraint("kind IN ('original', 'correction', 'withdrawal')", name="kind"),
    UniqueConstraint("announcement_id", "number"),
    sqlite_autoincrement=True,
)

# The outbox: one row for each noun and person. `kind` says what the noun is and `subject_id` which
# one: for "announcement", the id of its version. `due_at` is NULL where nothing is to be tried.
# `again` counts the times that an organiser had it sent once more. `seen_at`: "Got it" was tapped.
deliveries = Table(
    "deliveries",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("kind", String(12), nullable=False),
    Column("subject_id", Integer, nullable=False),
    Column("person_id", ForeignKey("people.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("state", String(10), nullable=False),
    Column("action", String(6), nullable=False),
    Column("urgency", String(7), nullable=False),
    Column("doubtful", Boolean, nullable=False),
    Column("resends", Integer, nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("again", Integer, nullable=False),
    Column("due_at", UtcTime),
    Column("not_after", UtcTime, nullable=False),
    Column("settled_at", UtcTime),
    Column("reason", Text),
    Column("seen_at", UtcTime),
    CheckConstraint(
        "state IN ('pending', 'sending', 'sent', 'unknown', 'blocked', 'gone', 'failed', "
        "'expired', 'held', 'cancelled', 'not-linked')",
        name="state",
    ),
    CheckConstraint("urgency IN ('urgent', 'routine', 'trivial')", name="urgency"),
    CheckConstraint("action IN ('send', 'edit', 'delete')", name="action"),
    UniqueConstraint("kind", "subject_id", "person_id"),
    Index(None, "urgency", "due_at"),
    Index(None, "state"),
    sqlite_autoincrement=True,
)

# Every message that Telegram accepted, so that each copy can be edited and deleted.
copies = Table(
    "copies",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("delivery_id", ForeignKey("deliveries.id", ondelete="CASCADE"), nullable=False),
    Column("chat_id", BigInteger, nullable=False),
    Column("message_id", BigInteger, nullable=False),
    Column("sent_at", UtcTime, nullable=False),
    Index(None, "delivery_id"),
)
