"""Questions looked up by hand, asked of all their papers at once: is each cited where it stands?

    python benchmarks/cited.py [TABLE]

TABLE (by default tests/knowledge/cited.toml) says for each paper what is asked, the words that
answer, and their page and paragraph. Papers that are not here are left out. Exit code 1 where a
question is not cited from its place.
"""

import argparse
import sys
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).parents[1]))

from knowledge.answering import Answer, NoAnswer
from knowledge.papers import Passage
from services.adding import Wish
from services.config import Environment, load_config
from services.wiring import Services, wire

ROOT = Path(__file__).parents[1]
TABLE = ROOT / "tests" / "knowledge" / "cited.toml"


@dataclass(frozen=True, slots=True)
class Place:
    """Where the words stand that answer; `opens` is how a paragraph begins that nobody counts."""

    ask: str
    words: str
    page: int | None = None
    paragraph: int | None = None
    opens: str | None = None


@dataclass(frozen=True, slots=True)
class Cited:
    """What came of a question: the passages of its paper that its answer cites."""

    place: Place
    file: Path
    passages: tuple[Passage, ...]

    @property
    def is_right(self) -> bool:
        """Whether one of the cited passages holds the words and stands where they stand."""
        return any(stands_there(self.place, passage) for passage in self.passages)


def read_table(table: Path = TABLE) -> dict[Path, tuple[Place, ...]]:
    """The questions of each paper, by its path."""
    papers = tomllib.loads(table.read_text(encoding="utf-8"))["paper"]
    return {
        (ROOT / paper["file"]).resolve(): tuple(Place(**row) for row in paper["questions"])
        for paper in papers
    }


def stands_there(place: Place, passage: Passage) -> bool:
    """Whether a passage holds the words, on the page and in the paragraph that they stand in."""
    there = passage.page == place.page and _flat(place.words) in _flat(passage.text)
    if place.opens is not None:
        return there and _flat(passage.text).startswith(_flat(place.opens))
    return there and (passage.paragraph or 0) == place.paragraph


def asked(services: Services, table: dict[Path, tuple[Place, ...]]) -> Iterator[Cited]:
    """Add every paper that is here, then ask everything of all of them."""
    here = [path for path in table if path.exists()]
    titles = {path: services.adding.add(path, Wish(), lambda _: None).title for path in here}
    for path, title in titles.items():
        for place in table[path]:
            answer = services.library.answer(place.ask, None).result
            yield Cited(place, path, _cited(answer, title))


def main(arguments: Sequence[str] | None = None) -> int:
    """Print a line for each question that came out wrong, and how many came out right."""
    parser = argparse.ArgumentParser(description="Ask what was looked up, and look at citations.")
    parser.add_argument("table", type=Path, nargs="?", default=TABLE)
    with TemporaryDirectory() as state:
        config = load_config(ROOT / "config.toml")
        services = wire(config, Environment(attache_data=Path(state), database_url=None))
        found = list(asked(services, read_table(parser.parse_args(arguments).table)))
    for each in found:
        if not each.is_right:
            print(f"WRONG {each.file.name}: {each.place.ask} · {_places(each.passages)}")
    right = sum(each.is_right for each in found)
    print(f"{right} of {len(found)} cited from the page and paragraph where they stand")
    return 0 if right == len(found) else 1


def _cited(answer: Answer | NoAnswer, title: str) -> tuple[Passage, ...]:
    if isinstance(answer, NoAnswer):
        return ()
    sources = [each.source for each in answer.citations]
    return tuple(each.passage for each in sources if each.label.title == title)


def _flat(text: str) -> str:
    return " ".join(text.split())


def _places(passages: Sequence[Passage]) -> str:
    said = [f"¶ {each.paragraph}, p. {each.page}: {each.text[:60]}" for each in passages]
    return " / ".join(said) or "no answer"


if __name__ == "__main__":
    sys.exit(main())
