"""A paper's text, vectors and file are taken out of every file of the store, for good."""

import json
from collections.abc import Sequence

from sqlalchemy import Connection, Engine, delete, select, update

from store import publishing
from store.dialects import writing
from store.rewriting import overwriting, rewrite_files
from store.tables import answer_sources, answers, papers, passages, versions
from store.unused_vectors import drop_vectors, every_unused

ERASED = json.dumps({"erased": True})  # the body of an answer that rested on what is erased


def erase_paper(engine: Engine, paper_id: int) -> None:
    """Take a paper out: all its versions with their passages, files and vectors, and what was told
    of them, which is the sources and bodies of answers.

    What goes is overwritten, and the database's files are written anew without it. Where that is
    cut off, the paper is gone, and the next start of any part of Attaché writes them. Raises
    LookupError where there is no such paper; StoreFull, and nothing is erased; TracesLeft where
    the files cannot be written anew yet.
    """
    with writing(engine) as connection:
        overwriting(connection)
        publishing.hold(connection, paper_id)
        _erase(connection, paper_id)
        publishing.raise_revision(connection)
    rewrite_files(engine)


def _erase(connection: Connection, paper_id: int) -> None:
    own = select(versions.c.id).where(versions.c.paper_id == paper_id)
    ids = connection.execute(own).scalars().all()
    _forget_answers(connection, ids)
    row = papers.c.id == paper_id
    pointers = {"live_version_id": None, "previous_version_id": None}
    connection.execute(update(papers).where(row).values(pointers))
    connection.execute(delete(passages).where(passages.c.version_id.in_(ids)))
    connection.execute(delete(papers).where(row))
    drop_vectors(connection, every_unused(connection))


def _forget_answers(connection: Connection, version_ids: Sequence[int]) -> None:
    """An answer that rests on these is forgotten whole: its body quotes all its sources."""
    resting = select(answer_sources.c.question_id).where(
        answer_sources.c.version_id.in_(version_ids)
    )
    connection.execute(
        update(answers).where(answers.c.question_id.in_(resting)).values(body=ERASED)
    )
    connection.execute(delete(answer_sources).where(answer_sources.c.version_id.in_(version_ids)))
