"""The library: papers in versions, their passages and vectors."""

from sqlalchemy import (
    JSON,
    CheckConstraint,
    Column,
    ForeignKey,
    Integer,
    LargeBinary,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from store.tables.base import UtcTime, metadata

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
