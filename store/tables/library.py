"""The library: papers in versions, their passages and vectors."""

from sqlalchemy import (
    JSON,
    Boolean,
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
# by the title of its newest version. `previous_version_id` was live before that, `changed_at` is
# when it went live, `changed_by` the name of who had it so, NULL for the terminal. `slug` is the
# short name for commands, `audience` who may read it (see store/readable.py); the file of a
# `protected` paper cannot be forwarded.
papers = Table(
    "papers",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("file_name", Text, nullable=False, unique=True),
    Column("title", Text, nullable=False),
    Column("created_at", UtcTime, nullable=False),
    Column("live_version_id", ForeignKey("versions.id", use_alter=True)),
    Column("slug", Text, nullable=False, unique=True),
    Column("audience", JSON, nullable=False),
    Column("protected", Boolean, nullable=False),
    Column("previous_version_id", ForeignKey("versions.id", use_alter=True)),
    Column("changed_at", UtcTime),
    Column("changed_by", Text),
    sqlite_autoincrement=True,  # a number is never used again: buttons and indexes outlive rows
)

# `warnings` are those of the reading, `author` is the name of who sent the file, `publisher` that
# of who published it first; both are NULL for the terminal. There are to be `passage_count`
# passages.
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
    Column("warnings", JSON, nullable=False),
    Column("author", Text),
    Column("publisher", Text),
    Column("passage_count", Integer, nullable=False),
    UniqueConstraint("paper_id", "number"),
    sqlite_autoincrement=True,
)

files = Table(
    "files",
    metadata,
    Column("version_id", ForeignKey("versions.id", ondelete="CASCADE"), primary_key=True),
    Column("data", LargeBinary, nullable=False),
)

# `page_label` is what the paper prints on the page, where that is not its count. `boxes` are
# [page, left, bottom, right, top] in points from the bottom left of the page, as in PDF.
passages = Table(
    "passages",
    metadata,
    Column("version_id", ForeignKey("versions.id", ondelete="CASCADE"), primary_key=True),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("text", Text, nullable=False),
    Column("paragraph", Integer),
    Column("page", Integer),
    Column("headings", JSON, nullable=False),
    Column("page_label", Text),
    Column("boxes", JSON),
)

embeddings = Table(
    "embeddings",
    metadata,
    Column("model", Text, primary_key=True),
    Column("text_hash", Text, primary_key=True),
    Column("vector", LargeBinary, nullable=False),  # float32, little-endian
)

# `traces`: something was erased, and the files of the database were not written anew since.
library = Table(
    "library",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("revision", Integer, nullable=False),
    Column("traces", Boolean, nullable=False),
    CheckConstraint("id = 1", name="one_row"),
)
