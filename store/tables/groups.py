"""Parallel sessions: who would like which, who is proposed for which, what was released."""

from sqlalchemy import (
    JSON,
    BigInteger,
    Column,
    Float,
    ForeignKey,
    Integer,
    Table,
    Text,
)

from store.tables.base import UtcTime, metadata

# `rank` counts from 0, the first choice. A wish is for a session, whatever its block is called.
wishes = Table(
    "wishes",
    metadata,
    Column("person_id", ForeignKey("people.id", ondelete="CASCADE"), primary_key=True),
    Column("session_id", Text, primary_key=True, index=True),
    Column("rank", Integer, nullable=False),
)

# One for each block: `document` holds the session of each person and who was put there by hand,
# `base` is the number of the agenda it was made on, `author` a chat. `gap` is how far from the best
# one it may be at most; NULL where nobody looked for the best.
group_proposals = Table(
    "group_proposals",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("block", Text, nullable=False, unique=True),
    Column("document", JSON, nullable=False),
    Column("base", Integer, nullable=False),
    Column("revision", Integer, nullable=False),
    Column("gap", Float),
    Column("author", BigInteger, nullable=False),
    Column("created_at", UtcTime, nullable=False),
    sqlite_autoincrement=True,
)

# How often people were asked what they would like, and how often groups were released.
blocks = Table(
    "blocks",
    metadata,
    Column("block", Text, primary_key=True),
    Column("asked", Integer, nullable=False),
    Column("asked_at", UtcTime),
    Column("released", Integer, nullable=False),
    Column("released_at", UtcTime),
)
