"""Vectors are computed once, when a paper comes in, and kept in the store by their text's hash."""

import threading
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from knowledge.embedding import (
    KeptEmbeddings,
    SentenceModel,
    StoredEmbeddings,
    load_model,
    text_hash,
)
from knowledge.index import PassageIndex
from knowledge.papers import Passage
from knowledge.windows import windows
from services.right_of_way import RightOfWay
from store.embeddings import Embeddings as EmbeddingRows

BATCH = 8  # texts embedded between two reports of progress, and two looks at who asks meanwhile


class Embedder:
    """The embedding model, loaded at the first use that needs it, and the vectors it has made."""

    def __init__(
        self,
        rows: EmbeddingRows,
        model_name: str,
        load: Callable[[str], SentenceModel] = load_model,
    ) -> None:
        self._rows = rows
        self._name = model_name
        self._load = load
        self._lock = threading.Lock()
        self.way = RightOfWay()  # for what people wait for, before all work on papers

    def model(self) -> SentenceModel:
        """The model; the first call imports and loads it, which takes seconds.

        Raises ModelDamaged where the weights are not the ones that are expected.
        """
        with self._lock:
            return self._model

    def index(self) -> PassageIndex:
        """An empty index over the stored vectors; what is missing is embedded."""
        return PassageIndex(StoredEmbeddings(self._lookup, self.model()), self.way.give)

    def strict_index(self) -> PassageIndex:
        """The same over the stored vectors and nothing else, which needs no model: raises KeyError
        where a text has none."""
        return PassageIndex(KeptEmbeddings(self._lookup), self.way.give)

    def texts_of(self, passages: Iterable[Passage]) -> list[str]:
        """What is embedded of passages, in their order."""
        return [text for passage in passages for text in self._windows(passage)]

    def keep(self, texts: Sequence[str], progress: Callable[[int], None]) -> int:
        """Embed and store the texts that have no vector yet; returns how many those were.

        `progress` is told how many texts are done, embedded or known.
        """
        by_hash = {text_hash(text): text for text in texts}
        known = self._rows.known(self._name, list(by_hash))
        missing = [(key, text) for key, text in by_hash.items() if key not in known]
        progress(len(texts) - len(missing))
        for start in range(0, len(missing), BATCH):
            self._keep_batch(missing[start : start + BATCH])
            progress(len(texts) - len(missing) + min(start + BATCH, len(missing)))
        return len(missing)

    def _keep_batch(self, batch: Sequence[tuple[str, str]]) -> None:
        self.way.give()
        vectors = self.model().embed_array([text for _, text in batch])
        self._rows.put(self._name, {key: vectors[i] for i, (key, _) in enumerate(batch)})

    def _lookup(self, hashes: Sequence[str]) -> dict[str, NDArray[np.float32]]:
        self.way.give()
        return self._rows.get(self._name, hashes)

    def _windows(self, passage: Passage) -> tuple[str, ...]:
        self.way.give()
        return windows(passage)

    @cached_property
    def _model(self) -> SentenceModel:
        return self._load(self._name)
