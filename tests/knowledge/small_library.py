"""Two small papers of our own sentences, and a model with memory instead of neurons."""

from collections.abc import Sequence

import numpy as np

from knowledge.embedding import SentenceModel, Vectors
from knowledge.papers import Passage, Source, VersionLabel

HARBOUR = VersionLabel(7, "Harbour plan", 2)
GARDEN = VersionLabel(8, "Garden rules", 1)


def harbour() -> list[Source]:
    """Two pages on a harbour: prose, a list, and a front page."""
    passages = [
        Passage(0, "The harbour plan was written by the Port Office in Bergen.", None, 1),
        Passage(
            1,
            "The new pier will be 120 metres long. It will be opened on 4 June 2031. "
            "Ferries to Stavanger leave from its northern end.",
            1, 1, ("I. THE PIER",),
        ),
        Passage(
            2,
            "The plan has three aims:\n- to shelter small boats from the western swell\n"
            "- to shorten the walk between ferry and railway\n- to keep the old warehouses",
            2, 2, ("II. AIMS",),
        ),
        Passage(
            3, "Work on the pier costs 14 million crowns, paid by the county.", 3, 2, ("III. COST",)
        ),
    ]  # fmt: skip
    return [Source(HARBOUR, passage) for passage in passages]


def garden() -> list[Source]:
    passages = [
        Passage(0, "Roses are watered before nine in the morning.", 1, None, ("WATER",)),
        Passage(1, "Dogs stay outside the garden, whatever their size.", 2, None, ("ANIMALS",)),
    ]
    return [Source(GARDEN, passage) for passage in passages]


class CountingModel(SentenceModel):
    """Embeds without a network of neurons: a direction that the text alone decides."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def embed_array(self, texts: Sequence[str]) -> Vectors:
        self.asked.extend(texts)
        return np.array([_direction(text) for text in texts], np.float32).reshape(len(texts), 384)

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        return self.embed_array(texts).tolist()

    def embed_query(self, text: str) -> list[float]:
        return self.embed_array([text])[0].tolist()


def _direction(text: str) -> np.ndarray:
    vector = np.random.default_rng(len(text)).normal(size=384)
    return vector / np.linalg.norm(vector)
