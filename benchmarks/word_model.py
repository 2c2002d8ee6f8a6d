"""A cheap stand-in for the embedding model: a direction for each word, and no neurons."""

import zlib
from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from knowledge.embedding import REMEMBERED, SentenceModel, Vectors
from knowledge.token_memory import TokenMemory, TokenVectors
from knowledge.words import words

DIMENSION = 64


class WordModel(SentenceModel):
    """Texts with the same words are near each other."""

    def __init__(self) -> None:
        self._tokens = TokenMemory(REMEMBERED)

    def embed_array(self, texts: Sequence[str]) -> Vectors:
        """float32, shape (len(texts), 64), rows of length 1."""
        rows = [_unit(_rows(text).sum(axis=0)) for text in texts]
        return np.array(rows, np.float32).reshape(len(texts), DIMENSION)

    def _token_arrays(self, texts: Sequence[str]) -> list[TokenVectors]:
        return [_rows(text).astype(np.float16) for text in texts]

    @property
    def dimension(self) -> int:
        return DIMENSION


class Counted(SentenceModel):
    """A model, and how many texts it was given to embed."""

    def __init__(self, model: SentenceModel) -> None:
        self._inner = model
        self.embedded = 0

    def embed_array(self, texts: Sequence[str]) -> Vectors:
        """float32, shape (len(texts), dimension), rows of length 1."""
        self.embedded += len(texts)
        return self._inner.embed_array(texts)

    def embed_tokens(self, texts: Sequence[str]) -> list[TokenVectors]:
        """As the model does; these are not counted, for they are of sentences asked about."""
        return self._inner.embed_tokens(texts)

    @property
    def dimension(self) -> int:
        return self._inner.dimension


def load_words(_name: str) -> SentenceModel:
    """In the place of knowledge.embedding.load_model."""
    return WordModel()


def _rows(text: str) -> NDArray[np.float32]:
    found = [_direction(word) for word in words(text)]
    return np.array(found or [_direction("")], np.float32)


@lru_cache(maxsize=50_000)
def _direction(word: str) -> NDArray[np.float32]:
    """The same in every process: Python's own hash is not."""
    return _unit(np.random.default_rng(zlib.crc32(word.encode())).normal(size=DIMENSION))


def _unit(vector: NDArray[np.float64] | NDArray[np.float32]) -> NDArray[np.float32]:
    unit: NDArray[np.float32] = (vector / np.linalg.norm(vector)).astype(np.float32)
    return unit
