"""Papers of which every passage carries the mark of its version, so that an answer shows what it
was made of."""

import re
from collections.abc import Iterator
from pathlib import Path

from knowledge.papers import Outcome, Passage, Reading
from services.paper_files import Done

PLACES = ("harbour", "garden", "library", "market")  # one paper for each
TOPICS = ("toll", "width", "lamp", "keeper", "fence", "roof", "clock", "bench")
SIDES = ("north", "south", "west")  # each topic has a passage for each: a whole answer has all
FIRST_MARK = 10_000
LABEL = re.compile(r"(\w+) plan, v(\d+)")
_MARK = re.compile(r"\b1\d{4}\b")


def place_of(mark: int) -> str:
    """The papers take turns."""
    return PLACES[mark % len(PLACES)]


def question(place: str, topic: str) -> str:
    """What three passages of the paper about this place answer equally well."""
    return f"What is the {topic} of the {place}?"


def marks(text: str) -> set[int]:
    """The marks of all versions that a text was made of."""
    return {int(found) for found in _MARK.findall(text)}


def write_paper(folder: Path, mark: int) -> Path:
    """The file of one version; that of the next one has the same name."""
    place = place_of(mark)
    path = folder / f"{place}.txt"
    path.write_text("\n".join([f"{place.capitalize()} plan", *_sentences(place, mark)]))
    return path


def read_paper(path: Path, *, told: Done = lambda _done, _whole: None) -> Reading:
    """Reads such a file in this process: one passage a line."""
    title, *lines = path.read_text().splitlines()
    passages = tuple(Passage(at, line, at + 1, None) for at, line in enumerate(lines))
    told(1, 1)
    return Reading(Outcome.OK, title=title, passages=passages)


def _sentences(place: str, mark: int) -> Iterator[str]:
    """The sides of a topic stand far from each other: what is half written lacks one."""
    for side in SIDES:
        for topic in TOPICS:
            yield f"The {topic} of the {place} is number {mark} in the {side}."
