"""Vectors that were computed once, by model and by the hash of the text they stand for."""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import ColumnElement, Engine, select

from store.chunks import chunks
from store.dialects import insert, reading, writing
from store.tables import embeddings

STORED = np.dtype("<f4")  # the same bytes on every machine


class Embeddings:
    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def known(self, model: str, hashes: Sequence[str]) -> set[str]:
        """Those of the hashes for which this model's vector is stored."""
        found: set[str] = set()
        with reading(self._engine) as connection:
            for some in chunks(hashes):
                query = select(embeddings.c.text_hash).where(_among(model, some))
                found.update(connection.execute(query).scalars())
        return found

    def get(self, model: str, hashes: Sequence[str]) -> dict[str, NDArray[np.float32]]:
        """The stored vectors by hash, each float32 of shape (dimensions,); unknown ones miss."""
        found: dict[str, NDArray[np.float32]] = {}
        with reading(self._engine) as connection:
            for some in chunks(hashes):
                rows = connection.execute(select(embeddings).where(_among(model, some)))
                found.update((row.text_hash, _vector(row.vector)) for row in rows)
        return found

    def put(self, model: str, vectors: Mapping[str, NDArray[np.float32]]) -> None:
        """Store vectors of shape (dimensions,) by hash; one that is there already stays."""
        rows = [
            {"model": model, "text_hash": key, "vector": vector.astype(STORED).tobytes()}
            for key, vector in vectors.items()
        ]
        if not rows:
            return
        with writing(self._engine) as connection:
            connection.execute(insert(connection, embeddings).on_conflict_do_nothing(), rows)


def _among(model: str, hashes: Sequence[str]) -> ColumnElement[bool]:
    return (embeddings.c.model == model) & embeddings.c.text_hash.in_(hashes)


def _vector(data: bytes) -> NDArray[np.float32]:
    return np.frombuffer(data, STORED).astype(np.float32)
