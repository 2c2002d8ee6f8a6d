"""How fast papers come in, next to bare `model.encode` on the same texts."""

import random
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from benchmarks.tables import Row
from knowledge.embedding import windows
from knowledge.reading.child import read_file
from knowledge.sentences import sentences
from services.adding import Wish
from services.config import Environment, load_config
from services.wiring import Services, wire

PAPERS, PARAGRAPHS, SEED = 8, 120, 2008


def measure() -> list[Row]:
    """Papers by turns: one comes in through the shelf (a reading process and all), the texts of
    the next are only encoded. By turns, because the model gets faster as it meets more lengths."""
    with tempfile.TemporaryDirectory() as folder:
        services = wire(load_config(Path("config.toml")), Environment(attache_data=Path(folder)))
        known = _sample_sentences(services)
        whole, bare = _Pace(), _Pace()
        for number in range(PAPERS):
            path = _paper(Path(folder) / f"paper-{number}.md", known, number)
            texts = [text for p in read_file(path).passages for text in windows(p)]
            if number % 2:
                with bare.of(len(texts)):
                    services.embedder.model().embed_array(texts)
            else:
                with whole.of(len(texts)):
                    services.adding.add(path, Wish(is_new=True), lambda _share: None)
    return [
        Row("bare model.encode", f"{bare.per_second:.0f} texts/s", 1.0),
        Row(
            "papers in: read, embed, store",
            f"{whole.per_second:.0f} texts/s",
            whole.per_second / bare.per_second,
        ),
    ]


@dataclass(slots=True)
class _Pace:
    """Texts and the seconds they took."""

    texts: int = 0
    seconds: float = 0.0

    @contextmanager
    def of(self, texts: int) -> Iterator[None]:
        start = time.perf_counter()
        yield
        self.seconds += time.perf_counter() - start
        self.texts += texts

    @property
    def per_second(self) -> float:
        return self.texts / self.seconds


def _sample_sentences(services: Services) -> list[str]:
    """The sentences of the sample papers; adding them also warms the model up."""
    for path in sorted(Path("sample/papers").iterdir()):
        services.adding.add(path, Wish(is_new=True), lambda _share: None)
    text = " ".join(path.read_text() for path in sorted(Path("sample/sources").glob("*.md")))
    return [s for s in sentences(" ".join(text.split())) if 40 < len(s) < 300]


def _paper(path: Path, known: list[str], number: int) -> Path:
    """A paper of paragraphs that no other has: sentences of the sample, shuffled and numbered."""
    dice = random.Random(SEED + number)
    paragraphs = [
        " ".join([*dice.sample(known, 4), f"This is item {number} of list {n}."])
        for n in range(PARAGRAPHS)
    ]
    path.write_text(f"# Paper {number}\n\n" + "\n\n".join(paragraphs))
    return path
