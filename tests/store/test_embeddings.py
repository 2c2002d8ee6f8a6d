"""Vectors come back as they went in, each model's apart."""

import numpy as np
from sqlalchemy import Engine

from store.embeddings import Embeddings


def test_nothing_is_known_at_first(engine: Engine) -> None:
    rows = Embeddings(engine)
    assert (rows.known("m", ["a"]), rows.get("m", ["a"]), rows.known("m", [])) == (set(), {}, set())


def test_vectors_come_back_exactly(engine: Engine) -> None:
    rows = Embeddings(engine)
    vector = np.array([0.1, -2.5, 3e-8], dtype=np.float32)
    rows.put("m", {"a": vector})
    found = rows.get("m", ["a", "unknown"])
    assert {key: (v.dtype.name, v.tolist()) for key, v in found.items()} == {
        "a": ("float32", vector.tolist())
    }


def test_models_do_not_share_vectors(engine: Engine) -> None:
    rows = Embeddings(engine)
    rows.put("m", {"a": np.zeros(2, dtype=np.float32)})
    assert (rows.known("m", ["a"]), rows.known("other", ["a"])) == ({"a"}, set())


def test_first_vector_stays_and_new_ones_come_in_beside_it(engine: Engine) -> None:
    rows = Embeddings(engine)
    zeros, ones = np.zeros(2, dtype=np.float32), np.ones(2, dtype=np.float32)
    rows.put("m", {"a": zeros})
    rows.put("m", {"a": ones, "b": ones})
    rows.put("m", {})
    found = {key: vector.tolist() for key, vector in rows.get("m", ["a", "b"]).items()}
    assert found == {"a": [0.0, 0.0], "b": [1.0, 1.0]}


def test_more_hashes_than_one_statement_takes(engine: Engine) -> None:
    rows = Embeddings(engine)
    keys = [f"{number:05}" for number in range(1_201)]
    rows.put("m", {key: np.full(1, int(key), dtype=np.float32) for key in keys})
    found = rows.get("m", keys)
    assert rows.known("m", keys) == set(keys)
    assert {key: int(vector[0]) for key, vector in found.items()} == {k: int(k) for k in keys}
