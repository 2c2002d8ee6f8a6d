"""Vectors: their shape and length, which come from the store, and what an import may cost."""

import hashlib
import subprocess
import sys
import threading
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest
import torch

from knowledge.embedding import SentenceModel, StoredEmbeddings, text_hash
from tests.knowledge.small_library import CountingModel


class TwoAtOnce:
    """A model that sees nothing until two texts are before it; one tokenizer at a time."""

    def __init__(self) -> None:
        self._both = threading.Barrier(2)

    def get_embedding_dimension(self) -> int:
        return 2

    def preprocess(self, texts: Sequence[str]) -> Sequence[str]:
        return texts

    def __call__(self, texts: Sequence[str]) -> dict[str, torch.Tensor]:
        self._both.wait(10)
        return {"sentence_embedding": torch.tensor([[2.0, 0.0]] * len(texts))}


def test_vectors_are_float32_and_of_length_one(model: SentenceModel) -> None:
    found = model.embed_array(["a pier", "The ferry leaves at noon."])
    assert (found.shape, found.dtype) == ((2, 384), np.dtype(np.float32))
    assert np.linalg.norm(found, axis=1) == pytest.approx([1, 1], abs=1e-5)


def test_vectors_are_those_of_the_models_own_encode_in_the_order_of_the_texts(
    model: SentenceModel,
) -> None:
    texts = [f"{'The ferry leaves at noon. ' * (7 * n % 12)}It is number {n}." for n in range(12)]
    expected = model._model.encode(texts, normalize_embeddings=True, show_progress_bar=False)
    assert model.embed_array(texts) == pytest.approx(expected, abs=1e-5)


def test_long_paper_and_question_are_embedded_side_by_side() -> None:
    """Each forward pass waits for the other one to have begun."""
    model = SentenceModel(TwoAtOnce())  # type: ignore[arg-type]
    with ThreadPoolExecutor(2) as pool:
        paper, question = pool.map(model.embed_array, (["a paper"], ["a question"]))
    assert paper.tolist() == question.tolist() == [[1.0, 0.0]]


def test_no_texts_give_no_rows(model: SentenceModel) -> None:
    assert model.embed_array([]).shape == (0, 384)


def test_token_vectors_are_one_row_of_length_one_a_word_piece(model: SentenceModel) -> None:
    (found,) = model.embed_tokens(["a new pier"])
    assert (found.shape, found.dtype) == ((3, 384), np.dtype(np.float16))
    assert np.linalg.norm(found.astype(np.float32), axis=1) == pytest.approx([1] * 3, abs=1e-2)


def test_remembered_token_vectors_equal_fresh_ones(model: SentenceModel) -> None:
    texts = ["a pier", "a garden", "a pier"]
    first, again = model.embed_tokens(texts), model.embed_tokens(texts)
    assert all(np.array_equal(one, other) for one, other in zip(first, again, strict=True))
    assert np.array_equal(first[0], first[2])


def test_text_hash_is_sha256_in_hexadecimal() -> None:
    assert text_hash("é") == hashlib.sha256("é".encode()).hexdigest()


def test_stored_vector_is_read_and_only_the_rest_is_embedded() -> None:
    counting = CountingModel()
    known = np.full(384, 0.5, np.float32)
    stored = StoredEmbeddings(lambda hashes: {text_hash("old"): known}, counting)
    found = stored.embed_documents(["old", "new", "old", "new"])
    assert counting.asked == ["new"]
    assert found[0] == found[2] == known.tolist()
    assert found[1] == found[3]


def test_importing_embedding_does_not_import_torch() -> None:
    code = "import sys, knowledge.embedding, knowledge.index; print('torch' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"
