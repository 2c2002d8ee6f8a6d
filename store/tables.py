"""The tables. What they hold is the truth; every index and cache is filled from them."""

from datetime import UTC, datetime

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    DateTime,
    Dialect,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    TypeDecorator,
    UniqueConstraint,
)

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)


class UtcTime(TypeDecorator[datetime]):
    """A point in time: goes in aware, in any zone; comes out aware, in UTC.

    Raises ValueError for a time without a zone.
    """

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a time without a zone cannot be stored")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


# `title` and `live_version_id` are of the live version; a paper without one is a draft and goes
# by the title of its newest version.
papers = Table(
    "papers",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("file_name", Text, nullable=False, unique=True),
    Column("title", Text, nullable=False),
    Column("created_at", UtcTime, nullable=False),
    Column("live_version_id", ForeignKey("versions.id", use_alter=True)),
    sqlite_autoincrement=True,  # a number is never used again: buttons and indexes outlive rows
)

versions = Table(
    "versions",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("paper_id", ForeignKey("papers.id", ondelete="CASCADE"), nullable=False),
    Column("number", Integer, nullable=False),
    Column("title", Text, nullable=False),
    Column("file_name", Text, nullable=False),
    Column("media_type", Text, nullable=False),
    Column("sha256", String(64), nullable=False, index=True),
    Column("pages", Integer),
    Column("added_at", UtcTime, nullable=False),
    Column("published_at", UtcTime),
    UniqueConstraint("paper_id", "number"),
    sqlite_autoincrement=True,
)

files = Table(
    "files",
    metadata,
    Column("version_id", ForeignKey("versions.id", ondelete="CASCADE"), primary_key=True),
    Column("data", LargeBinary, nullable=False),
)

passages = Table(
    "passages",
    metadata,
    Column("version_id", ForeignKey("versions.id", ondelete="CASCADE"), primary_key=True),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("text", Text, nullable=False),
    Column("paragraph", Integer),
    Column("page", Integer),
    Column("headings", JSON, nullable=False),
)

embeddings = Table(
    "embeddings",
    metadata,
    Column("model", Text, primary_key=True),
    Column("text_hash", Text, primary_key=True),
    Column("vector", LargeBinary, nullable=False),  # float32, little-endian
)

library = Table(
    "library",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("revision", Integer, nullable=False),
    CheckConstraint("id = 1", name="one_row"),
)

# In a private chat Telegram's chat id is the person's user id; both need 52 bits.
chats = Table(
    "chats",
    metadata,
    Column("chat_id", BigInteger, primary_key=True, autoincrement=False),
    Column("name", Text, nullable=False),
    Column("language_code", Text),
    Column("language", Text),
    Column("first_seen", UtcTime, nullable=False),
    Column("last_seen", UtcTime, nullable=False),
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

# Agenda versions are whole documents: an old one can be looked at and released again as it was.
# The newest one is the one that holds.
agendas = Table(
    "agendas",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("document", JSON, nullable=False),
    Column("note", Text, nullable=False),
    Column("created_at", UtcTime, nullable=False),
    sqlite_autoincrement=True,
)

logistics = Table(
    "logistics",
    metadata,
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("topic", Text, nullable=False, unique=True),
    Column("document", JSON, nullable=False),
)

# `folded_key` is the key whatever its case; `listed` is false for somebody who is gone from the
# list: they keep their row, their chat is no longer let in.
people = Table(
    "people",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("key", Text, nullable=False),
    Column("folded_key", Text, nullable=False, unique=True),
    Column("name", Text, nullable=False),
    Column("organisation", Text, nullable=False),
    Column("community", String(20), nullable=False),
    Column("role", String(11), nullable=False),
    Column("language", Text),
    Column("listed", Boolean, nullable=False),
    Column("chat_id", BigInteger, unique=True),
    sqlite_autoincrement=True,
)

# `assigned` by the organisers' list, `following` by the person's own tap.
sessions_of_people = Table(
    "sessions_of_people",
    metadata,
    Column("person_id", ForeignKey("people.id", ondelete="CASCADE"), primary_key=True),
    Column("session_id", Text, primary_key=True, index=True),
    Column("kind", String(9), primary_key=True),
    CheckConstraint("kind IN ('assigned', 'following')", name="kind"),
)

# The code itself is kept nowhere; `chat_id` is the chat that redeemed it.
invitations = Table(
    "invitations",
    metadata,
    Column("code_hash", String(64), primary_key=True),
    Column("person_id", ForeignKey("people.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("created_at", UtcTime, nullable=False),
    Column("expires_at", UtcTime, nullable=False),
    Column("chat_id", BigInteger),
)

wrong_codes = Table(
    "wrong_codes",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("chat_id", BigInteger, nullable=False),
    Column("at", UtcTime, nullable=False, index=True),
    Index("ix_wrong_codes_chat_id_at", "chat_id", "at"),
)

role_offers = Table(
    "role_offers",
    metadata,
    Column("person_id", ForeignKey("people.id", ondelete="CASCADE"), primary_key=True),
    Column("role", String(11), nullable=False),
    Column("offered_by", ForeignKey("people.id", ondelete="CASCADE"), nullable=False),
    Column("offered_at", UtcTime, nullable=False),
)
