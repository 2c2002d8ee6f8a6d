"""Vectors whose text no version has any more: they go with the last one that had it."""

from collections.abc import Sequence, Set

from sqlalchemy import ColumnElement, Connection, delete, select, true

from knowledge.embedding import text_hash
from knowledge.windows import windows
from store.chunks import chunks
from store.rows import passage
from store.tables import embeddings, passages


def unused_without(connection: Connection, version_ids: Sequence[int]) -> frozenset[str]:
    """The hashes of the texts that are embedded for these versions and for no other one."""
    these = passages.c.version_id.in_(version_ids)
    own = _hashes(connection, these)
    return own - _hashes(connection, ~these) if own else own


def drop_vectors(connection: Connection, hashes: Set[str]) -> None:
    """Delete these vectors, of every model. Should a paper have come in meanwhile that needs one
    of them, it is made again before that paper is published."""
    for some in chunks(sorted(hashes)):
        connection.execute(delete(embeddings).where(embeddings.c.text_hash.in_(some)))


def every_unused(connection: Connection) -> frozenset[str]:
    """The hashes of all vectors that no version needs, those of drafts that never came to be
    too."""
    kept = frozenset(connection.execute(select(embeddings.c.text_hash)).scalars())
    return kept - _hashes(connection, true()) if kept else kept


def _hashes(connection: Connection, where: ColumnElement[bool]) -> frozenset[str]:
    rows = connection.execute(select(passages).where(where)).mappings()
    return frozenset(text_hash(text) for row in rows for text in windows(passage(row)))
