"""The meeting: agenda, practical matters, people, and how they are let in."""

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
)

from store.tables.base import UtcTime, metadata

# Agenda versions are whole documents: an old one can be looked at and released again as it was.
# The newest one is the one that holds. `author` is a chat, NULL for what came from the terminal;
# `quiet`: nobody was told.
agendas = Table(
    "agendas",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("document", JSON, nullable=False),
    Column("note", Text, nullable=False),
    Column("created_at", UtcTime, nullable=False),
    Column("name", Text),
    Column("author", BigInteger),
    Column("quiet", Boolean),
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
