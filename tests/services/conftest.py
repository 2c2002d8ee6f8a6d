"""Fakes with memory for the services: a reader, a model, a clock whose hand a test moves."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import pytest
from sqlalchemy import Engine

from knowledge.embedding import SentenceModel, Vectors
from knowledge.papers import Outcome, Passage, Reading
from services.embedding import Embedder
from services.library import Library
from services.papers import PaperShelf
from store.database import prepare
from store.embeddings import Embeddings
from store.papers import Papers
from tests.new_store import put_new_store

NOON = datetime(2008, 2, 11, 12, 0, tzinfo=UTC)


class Hand:
    """A clock that a test sets."""

    time = NOON

    def now(self) -> datetime:
        return self.time


class CountingModel(SentenceModel):
    """Embeds by the letters of a text, and remembers which texts it was given."""

    def __init__(self) -> None:
        self.embedded: list[str] = []

    def embed_array(self, texts: Sequence[str]) -> Vectors:
        self.embedded += texts
        rows = [[text.lower().count(letter) + 0.01 for letter in "abcdefgh"] for text in texts]
        array = np.array(rows or np.zeros((0, 8)), np.float32)
        return array / np.linalg.norm(array, axis=1, keepdims=True) if rows else array


@dataclass
class Reader:
    """Reads a file as one passage a line; knows which files it was asked to read."""

    read: list[str] = field(default_factory=list)

    def __call__(self, path: Path) -> Reading:
        self.read.append(path.name)
        lines = path.read_text().splitlines()
        if not lines:
            return Reading(Outcome.DAMAGED, "The file is empty; save it again.")
        passages = tuple(Passage(n, line, n, None) for n, line in enumerate(lines, 1))
        return Reading(Outcome.OK, title=lines[0], passages=passages)


@dataclass
class Desk:
    """The shelf and the library over one store."""

    engine: Engine
    model: CountingModel
    reader: Reader
    papers: Papers
    shelf: PaperShelf
    library: Library
    folder: Path
    loaded: list[str] = field(default_factory=list)  # the models that were, by name

    def add(self, name: str, text: str, title: str | None = None, draft: bool = False) -> object:
        path = self.folder / name
        path.write_text(text)
        return self.shelf.add(path, title, draft, lambda share: None)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    engine = prepare(put_new_store(tmp_path))
    model, reader, papers = CountingModel(), Reader(), Papers(engine)
    loaded: list[str] = []

    def load(name: str) -> CountingModel:
        loaded.append(name)
        return model

    embedder = Embedder(Embeddings(engine), "fake", load)
    shelf = PaperShelf(papers, embedder, Hand(), reader)
    folder = tmp_path / "in"
    folder.mkdir()
    library = Library(papers, embedder)
    return Desk(engine, model, reader, papers, shelf, library, folder, loaded)
