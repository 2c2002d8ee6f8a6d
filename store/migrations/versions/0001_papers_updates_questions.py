"""Papers with their versions, updates received, questions and answers."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

TIME = sa.DateTime(timezone=True)


def upgrade() -> None:
    _papers()
    _passages()
    _library()
    _chats()
    _questions()


def downgrade() -> None:
    with op.batch_alter_table("papers") as papers:
        papers.drop_constraint("fk_papers_live_version_id_versions", type_="foreignkey")
    for table in (
        "answer_sources", "answers", "questions", "updates", "chats",
        "library", "embeddings", "passages", "files", "versions", "papers",
    ):  # fmt: skip
        op.drop_table(table)


def _papers() -> None:
    op.create_table(
        "papers",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("file_name", sa.Text, nullable=False),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("created_at", TIME, nullable=False),
        sa.Column("live_version_id", sa.Integer),
        sa.PrimaryKeyConstraint("id", name="pk_papers"),
        sa.UniqueConstraint("file_name", name="uq_papers_file_name"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "versions",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("paper_id", sa.Integer, nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("file_name", sa.Text, nullable=False),
        sa.Column("media_type", sa.Text, nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("pages", sa.Integer),
        sa.Column("added_at", TIME, nullable=False),
        sa.Column("published_at", TIME),
        sa.PrimaryKeyConstraint("id", name="pk_versions"),
        sa.UniqueConstraint("paper_id", "number", name="uq_versions_paper_id_number"),
        _belongs_to("versions", ["paper_id"], "papers", ["id"]),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_versions_sha256", "versions", ["sha256"])
    # The two tables point at each other, so this one follows when both are there.
    with op.batch_alter_table("papers", table_kwargs={"sqlite_autoincrement": True}) as papers:
        papers.create_foreign_key(
            "fk_papers_live_version_id_versions", "versions", ["live_version_id"], ["id"]
        )


def _passages() -> None:
    op.create_table(
        "files",
        sa.Column("version_id", sa.Integer, nullable=False),
        sa.Column("data", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("version_id", name="pk_files"),
        _belongs_to("files", ["version_id"], "versions", ["id"]),
    )
    op.create_table(
        "passages",
        sa.Column("version_id", sa.Integer, nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("paragraph", sa.Integer),
        sa.Column("page", sa.Integer),
        sa.Column("headings", sa.JSON, nullable=False),
        sa.PrimaryKeyConstraint("version_id", "position", name="pk_passages"),
        _belongs_to("passages", ["version_id"], "versions", ["id"]),
    )
    op.create_table(
        "embeddings",
        sa.Column("model", sa.Text, nullable=False),
        sa.Column("text_hash", sa.Text, nullable=False),
        sa.Column("vector", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("model", "text_hash", name="pk_embeddings"),
    )


def _library() -> None:
    library = op.create_table(
        "library",
        sa.Column("id", sa.Integer, nullable=False, autoincrement=False),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_library"),
        sa.CheckConstraint("id = 1", name=op.f("ck_library_one_row")),
    )
    op.bulk_insert(library, [{"id": 1, "revision": 0}])


def _chats() -> None:
    op.create_table(
        "chats",
        sa.Column("chat_id", sa.BigInteger, nullable=False, autoincrement=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("language_code", sa.Text),
        sa.Column("language", sa.Text),
        sa.Column("first_seen", TIME, nullable=False),
        sa.Column("last_seen", TIME, nullable=False),
        sa.PrimaryKeyConstraint("chat_id", name="pk_chats"),
    )
    op.create_table(
        "updates",
        sa.Column("update_id", sa.BigInteger, nullable=False, autoincrement=False),
        sa.Column("chat_id", sa.BigInteger),
        sa.Column("payload", sa.Text),
        sa.Column("state", sa.String(8), nullable=False),
        sa.Column("received_at", TIME, nullable=False),
        sa.Column("done_at", TIME),
        sa.PrimaryKeyConstraint("update_id", name="pk_updates"),
        sa.CheckConstraint("state IN ('received', 'done')", name=op.f("ck_updates_state")),
    )


def _questions() -> None:
    op.create_table(
        "questions",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("update_id", sa.BigInteger),
        sa.Column("chat_id", sa.BigInteger, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("asked_at", TIME, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_questions"),
        sa.UniqueConstraint("update_id", name="uq_questions_update_id"),
        _belongs_to("questions", ["chat_id"], "chats", ["chat_id"]),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_questions_chat_id", "questions", ["chat_id"])
    op.create_table(
        "answers",
        sa.Column("question_id", sa.Integer, nullable=False),
        sa.Column("kind", sa.String(9), nullable=False),
        sa.Column("body", sa.Text, nullable=False),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.Column("answered_at", TIME, nullable=False),
        sa.Column("message_id", sa.BigInteger),
        sa.PrimaryKeyConstraint("question_id", name="pk_answers"),
        sa.CheckConstraint("kind IN ('answer', 'no-answer')", name=op.f("ck_answers_kind")),
        _belongs_to("answers", ["question_id"], "questions", ["id"]),
    )
    op.create_table(
        "answer_sources",
        sa.Column("question_id", sa.Integer, nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("version_id", sa.Integer, nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("quotes", sa.JSON, nullable=False),
        sa.PrimaryKeyConstraint("question_id", "number", name="pk_answer_sources"),
        _belongs_to("answer_sources", ["question_id"], "answers", ["question_id"]),
        _belongs_to(
            "answer_sources",
            ["version_id", "position"],
            "passages",
            ["version_id", "position"],
        ),
    )
    op.create_index(
        "ix_answer_sources_version_id_position", "answer_sources", ["version_id", "position"]
    )


def _belongs_to(
    table: str, columns: list[str], parent: str, keys: list[str]
) -> sa.ForeignKeyConstraint:
    """A foreign key whose rows go when the row they belong to goes."""
    return sa.ForeignKeyConstraint(
        columns,
        [f"{parent}.{key}" for key in keys],
        name=f"fk_{table}_{'_'.join(columns)}_{parent}",
        ondelete="CASCADE",
    )
