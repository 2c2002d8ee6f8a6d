"""The shipped model is found without a network and known by its digest."""

import hashlib
from pathlib import Path

import pytest

from knowledge.models import SHIPPED, ModelDamaged, check_weights, shipped_folder


def test_shipped_model_has_the_weights_we_measured_with() -> None:
    check_weights(shipped_folder(SHIPPED))


def test_other_models_are_not_shipped() -> None:
    with pytest.raises(KeyError):
        shipped_folder("some/other-model")


def test_weights_that_differ_are_refused(tmp_path: Path) -> None:
    (tmp_path / "model.safetensors").write_bytes(b"changed")
    with pytest.raises(ModelDamaged, match="differ"):
        check_weights(tmp_path, hashlib.sha256(b"original").hexdigest())


def test_weights_that_are_missing_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ModelDamaged, match="cannot be read"):
        check_weights(tmp_path)
