"""The shipped model, loaded once, and an index of the small library, filled once."""

from collections.abc import Iterator

import pytest

from knowledge.embedding import SentenceModel, StoredEmbeddings, load_model
from knowledge.index import PassageIndex
from knowledge.models import SHIPPED
from tests.knowledge.small_library import garden, harbour


@pytest.fixture(scope="session")
def model() -> SentenceModel:
    return load_model(SHIPPED)


@pytest.fixture(scope="session")
def index(model: SentenceModel) -> Iterator[PassageIndex]:
    """For those who only read; who changes one makes their own."""
    made = PassageIndex(StoredEmbeddings(lambda hashes: {}, model))
    made.add(harbour() + garden())
    yield made
    made.close()
