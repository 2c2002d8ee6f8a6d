"""Meaning search: windows of passages in a Chroma collection in this process's memory."""

import logging
from collections.abc import Callable, Iterator, Sequence, Set
from typing import Any
from uuid import uuid4

import numpy as np
from langchain_core.embeddings import Embeddings

from knowledge.papers import Source
from knowledge.windows import windows

# Windows handed to Chroma at once: it takes them in one piece of some 12 ms, in which this process
# does nothing else (2,000 at once: 600 ms). Its own limit is 5,461.
BATCH = 24
NEAREST = 64  # windows looked at for a question

Key = tuple[int, int]  # version_id and position of a passage


class Vectors:
    """One Chroma collection of its own, through langchain-chroma. Thread-safe as Chroma is.
    `pause` is called between the pieces of a longer change."""

    def __init__(self, embeddings: Embeddings, pause: Callable[[], None]) -> None:
        import chromadb
        from chromadb.config import Settings
        from langchain_chroma import Chroma

        logging.getLogger("chromadb.telemetry").setLevel(logging.CRITICAL)
        self._pause = pause
        self._client = chromadb.EphemeralClient(Settings(anonymized_telemetry=False))
        self._store = Chroma(
            client=self._client,
            collection_name=f"passages-{uuid4()}",
            embedding_function=embeddings,
            collection_metadata={"hnsw:space": "cosine"},
        )

    def add(self, sources: Sequence[Source]) -> None:
        """Put the windows of passages in; vectors come from the embeddings."""
        rows = list(_rows(sources))
        for start in range(0, len(rows), BATCH):
            self._pause()
            batch = rows[start : start + BATCH]
            self._store.add_texts(
                texts=[text for _, text, _ in batch],
                metadatas=[{"version_id": key[0], "position": key[1]} for _, _, key in batch],
                ids=[name for name, _, _ in batch],
            )

    def remove(self, version_ids: Set[int]) -> None:
        """Take versions out; those that are not there are no matter."""
        for version_id in version_ids:
            found = self._store.get(where={"version_id": version_id}, include=[])["ids"]
            for start in range(0, len(found), BATCH):
                self._pause()
                self._store.delete(ids=found[start : start + BATCH])

    def nearest(self, vector: Sequence[float], scope: frozenset[int]) -> dict[Key, float]:
        """The passages of a scope whose windows are nearest: cosine of their nearest window."""
        found = self._store.similarity_search_by_vector_with_relevance_scores(
            list(vector), k=NEAREST, filter=_inside(scope)
        )
        best: dict[Key, float] = {}
        for document, distance in found:
            key = (document.metadata["version_id"], document.metadata["position"])
            best[key] = max(best.get(key, -1.0), 1.0 - distance)
        return best

    def cosines(self, vector: Sequence[float], keys: Sequence[Key]) -> dict[Key, float]:
        """Cosine of the nearest window of each of these passages, where they have any."""
        if not keys:
            return {}
        wanted = [{"$and": [{"version_id": v}, {"position": p}]} for v, p in keys]
        where: Any = wanted[0] if len(wanted) == 1 else {"$or": wanted}
        found = self._store.get(where=where, include=["embeddings", "metadatas"])
        best: dict[Key, float] = {}
        for row, metadata in zip(found["embeddings"], found["metadatas"], strict=True):
            key = (metadata["version_id"], metadata["position"])
            best[key] = max(best.get(key, -1.0), float(np.dot(row, vector)))
        return best

    def close(self) -> None:
        """Give the memory back."""
        self._store.delete_collection()


def _inside(scope: frozenset[int]) -> dict[str, str]:
    # langchain-chroma's annotation knows plain equality only; Chroma takes operators.
    condition: dict[str, object] = {"version_id": {"$in": sorted(scope)}}
    return condition  # type: ignore[return-value]


def _rows(sources: Sequence[Source]) -> Iterator[tuple[str, str, Key]]:
    for source in sources:
        key = (source.label.version_id, source.passage.position)
        for number, text in enumerate(windows(source.passage)):
            yield f"{key[0]}.{key[1]}.{number}", text, key
