"""Changes of the agenda: drafts of it, what people are told, cards that live on, reminders."""

from sqlalchemy import (
    JSON,
    BigInteger,
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

# What an editor is about to release: a whole agenda, made on the version `base`. `sources` says
# what joined it, `awaits` what the editor's next message is for.
agenda_drafts = Table(
    "agenda_drafts",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("chat_id", BigInteger, nullable=False, unique=True),
    Column("base", Integer, nullable=False),
    Column("revision", Integer, nullable=False),
    Column("document", JSON, nullable=False),
    Column("sources", JSON, nullable=False),
    Column("name", Text),
    Column("note", Text),
    Column("awaits", JSON),
    Column("updated_at", UtcTime, nullable=False),
    sqlite_autoincrement=True,
)

# What is said to somebody and is no announcement: `noun` holds the facts, put into words when it is
# sent. `key` is the same whenever the same thing is to be said; `cause` the number of what made
# it, such as an agenda version; `author` a chat.
notices = Table(
    "notices",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("kind", String(12), nullable=False),
    Column("key", Text, nullable=False, unique=True),
    Column("cause", Integer),
    Column("noun", JSON, nullable=False),
    Column("author", BigInteger),
    Column("created_at", UtcTime, nullable=False),
    Index(None, "kind", "cause"),
    sqlite_autoincrement=True,
)

# Which version of a paper the recall of a notice told somebody of: the one that was live when it
# was written, which may be another than the one that caused it.
recalled = Table(
    "recalled",
    metadata,
    Column("notice_id", ForeignKey("notices.id", ondelete="CASCADE"), primary_key=True),
    Column("person_id", ForeignKey("people.id", ondelete="CASCADE"), primary_key=True),
    Column("version_id", ForeignKey("versions.id", ondelete="CASCADE"), nullable=False),
)

# The newest message in each chat that shows a session (`subject`, its id) or a day (`day`, an ISO
# date; `subject` is empty), and the number of the agenda version that it shows.
living_cards = Table(
    "living_cards",
    metadata,
    Column("chat_id", BigInteger, primary_key=True, autoincrement=False),
    Column("kind", String(7), primary_key=True),
    Column("subject", Text, primary_key=True),
    Column("message_id", BigInteger, nullable=False),
    Column("day", String(10)),
    Column("number", Integer, nullable=False, index=True),
    CheckConstraint("kind IN ('session', 'day')", name="kind"),
    Index(None, "chat_id", "message_id"),
)

# One for each person and session: `wall` is the time on the clock of `zone` (ISO, without offset),
# `due_at` the moment that this is.
reminders = Table(
    "reminders",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("person_id", ForeignKey("people.id", ondelete="CASCADE"), nullable=False),
    Column("session_id", Text, nullable=False),
    Column("wall", Text, nullable=False),
    Column("zone", Text, nullable=False),
    Column("due_at", UtcTime, nullable=False),
    Column("not_after", UtcTime, nullable=False),
    Column("state", String(7), nullable=False),
    Column("settled_at", UtcTime),
    CheckConstraint("state IN ('waiting', 'given', 'stale')", name="state"),
    UniqueConstraint("person_id", "session_id"),
    Index(None, "state", "due_at"),
    sqlite_autoincrement=True,
)
