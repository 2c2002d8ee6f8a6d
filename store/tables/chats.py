"""Chats, the updates and questions that come from them, and the answers."""

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    String,
    Table,
    Text,
)

from store.tables.base import UtcTime, metadata

# In a private chat Telegram's chat id is the person's user id; both need 52 bits. `unreachable`
# is what Telegram said when the bot last wrote there; NULL as soon as the person writes.
# `remind_minutes`: how long before a session to remind; 0 never, NULL as the meeting has it.
# `recall`: tell when an answer that was given has changed; NULL yes.
chats = Table(
    "chats",
    metadata,
    Column("chat_id", BigInteger, primary_key=True, autoincrement=False),
    Column("name", Text, nullable=False),
    Column("language_code", Text),
    Column("language", Text),
    Column("first_seen", UtcTime, nullable=False),
    Column("last_seen", UtcTime, nullable=False),
    Column("unreachable", String(7)),
    Column("remind_minutes", Integer),
    Column("recall", Boolean),
    CheckConstraint("unreachable IN ('blocked', 'gone')", name="unreachable"),
)

updates = Table(
    "updates",
    metadata,
    Column("update_id", BigInteger, primary_key=True, autoincrement=False),
    Column("chat_id", BigInteger),
    Column("payload", Text),
    Column("state", String(8), nullable=False),
    Column("received_at", UtcTime, nullable=False),
    Column("done_at", UtcTime),
    CheckConstraint("state IN ('received', 'done')", name="state"),
)

questions = Table(
    "questions",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("update_id", BigInteger, unique=True),
    Column("chat_id", ForeignKey("chats.chat_id", ondelete="CASCADE"), nullable=False, index=True),
    Column("text", Text, nullable=False),
    Column("asked_at", UtcTime, nullable=False),
    sqlite_autoincrement=True,
)

answers = Table(
    "answers",
    metadata,
    Column("question_id", ForeignKey("questions.id", ondelete="CASCADE"), primary_key=True),
    Column("kind", String(9), nullable=False),
    Column("body", Text, nullable=False),
    Column("revision", Integer, nullable=False),
    Column("answered_at", UtcTime, nullable=False),
    Column("message_id", BigInteger),
    CheckConstraint("kind IN ('answer', 'no-answer')", name="kind"),
)

answer_sources = Table(
    "answer_sources",
    metadata,
    Column("question_id", ForeignKey("answers.question_id", ondelete="CASCADE"), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("version_id", Integer, nullable=False),
    Column("position", Integer, nullable=False),
    Column("quotes", JSON, nullable=False),
    ForeignKeyConstraint(
        ["version_id", "position"],
        ["passages.version_id", "passages.position"],
        ondelete="CASCADE",
    ),
    Index(None, "version_id", "position"),
)
